"""What makes the pages an app that works without a network: manifests, icons, a service worker."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from kit.content.interface import read_words
from kit.site.icon import draw_png, draw_svg, read_colour
from kit.text import LANGUAGES

WORKER = "sw.js"
SIZES = (192, 512)
_STATIC = Path(__file__).parent / "static"
_HASH_LETTERS = 16
# What is many and shown only when somebody explores is fetched last.
_LATER = ("frames/",)


def write_app(folder: Path) -> None:
    """Write icons and manifests into a finished site, and last the worker that lists its files."""
    _write_icons(folder / "kit")
    for language in LANGUAGES:
        text = json.dumps(_describe(language), ensure_ascii=False, indent=1)
        (folder / f"manifest-{language}.webmanifest").write_text(text + "\n", encoding="utf-8")
    (folder / WORKER).write_text(write_worker(folder), encoding="utf-8")


def _write_icons(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "icon.svg").write_text(draw_svg(), encoding="utf-8")
    for size in SIZES:
        (folder / f"icon-{size}.png").write_bytes(draw_png(size))
    (folder / "icon-maskable.png").write_bytes(draw_png(SIZES[-1], is_maskable=True))


def _describe(language: str) -> dict[str, object]:
    words = read_words("site-app", language)
    pngs = [
        {"src": f"kit/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in SIZES
    ]
    largest = f"{SIZES[-1]}x{SIZES[-1]}"
    maskable = {"src": "kit/icon-maskable.png", "sizes": largest, "purpose": "maskable"}
    return {
        "id": f"{language}/",
        "name": words["name"],
        "short_name": words["short-name"],
        "description": words["description"],
        "lang": language,
        "start_url": f"{language}/index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": read_colour("sea"),
        "background_color": read_colour("paper"),
        "icons": [
            {"src": "kit/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            *pngs,
            maskable | {"type": "image/png"},
        ],
    }


def write_worker(folder: Path) -> str:
    """Return the worker that keeps the files of a finished site.

    Its text, and with it the version, is the same for the same files.
    """
    hashes = {
        path.relative_to(folder).as_posix(): _hash(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / WORKER
    }
    later = {name: of for name, of in hashes.items() if name.startswith(_LATER)}
    first = {name: of for name, of in hashes.items() if name not in later}
    text = (_STATIC / WORKER).read_text(encoding="utf-8")
    parts = {"first": _list(first), "later": _list(later)}
    for name, listed in parts.items():
        text = text.replace(f"{{/* {name} */}}", listed)
    return text.replace("/* version */", _hash(text.encode()))


def _list(hashes: dict[str, str]) -> str:
    return json.dumps(hashes, ensure_ascii=False, separators=(",", ":"))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:_HASH_LETTERS]
