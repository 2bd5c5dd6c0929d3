# Sourced by the scripts beside it: where things are, which Python, which uv.

root=$(cd "$(dirname "$0")/.." && pwd)
var="$root/var"
mkdir -p "$var"

# A fresh machine may reach a package index but no interpreter downloads.
export UV_PYTHON_DOWNLOADS=never
# A town's network may have a certificate of its own in the system's store.
[ ! -d /etc/ssl/certs ] || export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS-1}"
export UV_NO_PROGRESS="${UV_NO_PROGRESS-1}"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The newest syntax we use is Python 3.11's; 3.14 is the newest Django 5.2 knows.
python_fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null && python_fits "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    die "Raati needs Python 3.11, 3.12, 3.13 or 3.14, and none was found on PATH.
Install one (Debian and Ubuntu: apt install python3 python3-venv), or name it: PYTHON=/path/to/python3 make …"
}

# uv from PATH, else our own under var/, which then keeps its cache there too.
find_uv() {
    if command -v uv >/dev/null; then
        command -v uv
        return
    fi
    boot="$var/boot"
    if [ ! -x "$boot/bin/uv" ] || ! cmp -s "$root/requirements/uv.txt" "$boot/uv.txt"; then
        say "Preparing the installer (uv) in var/boot …"
        rm -rf "$boot"
        "$1" -m venv "$boot" >&2 || die "Python could not make a virtual environment.
Debian and Ubuntu keep that part in a package of its own: apt install python3-venv"
        "$boot/bin/python" -m pip install --quiet --no-cache-dir \
            --disable-pip-version-check -r "$root/requirements/uv.txt" >&2 \
            || die "uv could not be installed: is the package index reachable?"
        cp "$root/requirements/uv.txt" "$boot/uv.txt"
    fi
    printf '%s\n' "$boot/bin/uv"
}

use_own_cache() {
    case "$1" in "$var"/*) export UV_CACHE_DIR="${UV_CACHE_DIR:-$var/cache/uv}" ;; esac
}
