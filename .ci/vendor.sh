#!/bin/sh
# Fetches the pinned front-end sources and writes the vendored subset that is
# committed. Run it only after changing package.json or vendor.py; needs npm.
# RAATI_NODE_MODULES skips the fetch when the packages are unpacked already.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
modules=${RAATI_NODE_MODULES:-}
if [ -z "$modules" ]; then
    cp "$root/package.json" "$work/"
    (cd "$work" && npm install --ignore-scripts --no-package-lock --no-audit --no-fund)
    modules="$work/node_modules"
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "fonttools==4.68.0" "brotli==1.2.1"
"$work/venv/bin/python" "$root/.ci/vendor.py" "$modules" \
    "$root/participation/core/static/raati_core/vendor"
