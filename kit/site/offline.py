"""What makes the pages an app that works without a network: manifests, icons, a service worker."""

from __future__ import annotations

import json
from collections.abc import Mapping
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


def add_app(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a site, by path, with those that make it an app.

    The worker lists all the others, so nothing may be added afterwards that pages need.
    """
    whole = {**files, **_draw_icons()}
    for language in LANGUAGES:
        text = json.dumps(_describe(language), ensure_ascii=False, indent=1)
        whole[f"manifest-{language}.webmanifest"] = f"{text}\n".encode()
    return {**whole, WORKER: write_worker(whole).encode()}


def _draw_icons() -> dict[str, bytes]:
    icons = {f"kit/icon-{size}.png": draw_png(size) for size in SIZES}
    maskable = draw_png(SIZES[-1], is_maskable=True)
    return {"kit/icon.svg": draw_svg().encode(), **icons, "kit/icon-maskable.png": maskable}


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
        "name": read_words("site", language)["course"],
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


def write_worker(files: Mapping[str, bytes]) -> str:
    """Return the worker that keeps the files of a site.

    Its text, and with it the version, is the same for the same files.
    """
    hashes = {name: _hash(content) for name, content in sorted(files.items())}
    later = {name: of for name, of in hashes.items() if name.startswith(_LATER)}
    first = {name: of for name, of in hashes.items() if name not in later}
    text = (_STATIC / WORKER).read_text(encoding="utf-8")
    for name, listed in {"first": first, "later": later}.items():
        text = text.replace(f"{{/* {name} */}}", _list(listed))
    return text.replace("/* version */", _hash(text.encode()))


def _list(hashes: dict[str, str]) -> str:
    return json.dumps(hashes, ensure_ascii=False, separators=(",", ":"))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:_HASH_LETTERS]
