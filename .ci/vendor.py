"""Writes the vendored subset: htmx, the two fonts, the icons, licences, checksums.

Usage: vendor.py NODE_MODULES TARGET. Needs fonttools and brotli; see vendor.sh.
"""

import hashlib
import io
import json
import re
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Weight axis only, and of it only what the style sheet uses: the rest is bytes.
FONTS = {
    "atkinson-hyperlegible-next": (400, 700),
    "bricolage-grotesque": (600, 800),
}
SUBSETS = ("latin", "latin-ext")
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
# Latin-1, the Latin letters of the Nordic, Sámi, Baltic and central European
# languages, punctuation, currency and arrows. No letter-like oddities.
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x18F, 0x18F),
    (0x1B7, 0x1B7),
    (0x1CD, 0x1F5),
    (0x218, 0x21B),
    (0x259, 0x259),
    (0x292, 0x292),
    (0x2B9, 0x2BC),
    (0x300, 0x304),
    (0x308, 0x308),
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x2010, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
]
ICONS = Path(__file__).with_name("icons.txt").read_text().split()


def version_of(package: Path) -> str:
    return json.loads((package / "package.json").read_text())["version"]


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def vendor_htmx(modules: Path, target: Path) -> None:
    package = modules / "htmx.org"
    folder = fresh(target / f"htmx-{version_of(package)}")
    shutil.copy(package / "dist" / "htmx.min.js", folder)
    shutil.copy(package / "LICENSE", folder)


def shrink(source: Path, weights: tuple[int, int], target: Path) -> list[int]:
    """One font file with fewer weights and glyphs; the code points it still has.

    Time stamps stay as they were, so that the same sources give the same bytes.
    """
    font = TTFont(source, recalcTimestamp=False)
    default = min(max(font["fvar"].axes[0].defaultValue, weights[0]), weights[1])
    between = io.BytesIO()
    # Saved and read again: the subsetter stumbles over what the instancer left out.
    limits = {"wght": (weights[0], default, weights[1])}
    instancer.instantiateVariableFont(font, limits).save(between)
    font = TTFont(between, recalcTimestamp=False)
    options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    wanted = [point for first, last in RANGES for point in range(first, last + 1)]
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return sorted(font.getBestCmap())


def as_ranges(points: list[int]) -> str:
    """The value of `unicode-range`, exact, so that no file is fetched in vain."""
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in runs)


def vendor_fonts(modules: Path, target: Path) -> None:
    for name, weights in FONTS.items():
        package = modules / "@fontsource-variable" / name
        folder = fresh(target / f"{name}-{version_of(package)}")
        shutil.copy(package / "LICENSE", folder)
        seen: set[int] = set()
        ranges = {}
        for part in SUBSETS:
            source = package / "files" / f"{name}-{part}-wght-normal.woff2"
            points = shrink(source, weights, folder / f"{name}-{part}.woff2")
            ranges[part] = as_ranges([point for point in points if point not in seen])
            seen.update(points)
        text = "".join(f"{part}: {value}\n" for part, value in ranges.items())
        (folder / "unicode-range.txt").write_text(text)


def shapes_of(svg: str) -> str:
    """What lies inside the <svg> element, without spare blanks."""
    inner = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.S)
    if inner is None:
        raise ValueError("not an SVG")
    return re.sub(r"\s*/>\s*", "/>", inner[1]).strip()


def vendor_icons(modules: Path, target: Path) -> None:
    package = modules / "lucide-static"
    folder = fresh(target / f"lucide-{version_of(package)}")
    shutil.copy(package / "LICENSE", folder)
    shapes = {n: shapes_of((package / "icons" / f"{n}.svg").read_text()) for n in ICONS}
    (folder / "icons.json").write_text(json.dumps(shapes, indent=1, sort_keys=True) + "\n")


def write_checksums(target: Path) -> None:
    files = sorted(p for p in target.rglob("*") if p.is_file() and p.name != "SHA256SUMS")
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(target).as_posix()}\n"
        for p in files
    ]
    (target / "SHA256SUMS").write_text("".join(lines))


def main() -> None:
    modules, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    vendor_htmx(modules, target)
    vendor_fonts(modules, target)
    vendor_icons(modules, target)
    write_checksums(target)


if __name__ == "__main__":
    main()
