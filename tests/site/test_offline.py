"""What makes the pages an app: manifests, icons, and a worker that knows every file."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from kit.site.icon import draw_png, draw_svg, read_colour
from kit.site.offline import write_app, write_worker
from kit.text import LANGUAGES


def make_site(folder: Path, **pages: str) -> Path:
    """Write a small site: a page and a frame, and further files by path."""
    files = {"en/index.html": "<h1>Hello</h1>", "frames/en/one/0.js": "kit.put()"} | pages
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def lists_of(worker: str) -> dict[str, dict[str, str]]:
    """Return the lists of files in a worker."""
    return {
        name: json.loads(listed)
        for name, listed in re.findall(r"^const (FIRST|LATER) = (\{.*\});$", worker, re.MULTILINE)
    }


def version_of(worker: str) -> str:
    """Return the version of a worker."""
    found = re.search(r'^const VERSION = "(\w+)";$', worker, re.MULTILINE)
    assert found
    return found[1]


def test_the_worker_lists_every_file_by_its_content(tmp_path: Path) -> None:
    write_app(make_site(tmp_path))
    lists = lists_of((tmp_path / "sw.js").read_text("utf-8"))
    listed = lists["FIRST"] | lists["LATER"]
    written = {
        path.relative_to(tmp_path).as_posix(): sha256(path.read_bytes()).hexdigest()[:16]
        for path in tmp_path.rglob("*")
        if path.is_file() and path.name != "sw.js"
    }
    assert listed == written
    assert set(lists["LATER"]) == {"frames/en/one/0.js"}


def test_the_same_files_are_the_same_version(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    write_app(folder)
    first = (folder / "sw.js").read_bytes()
    write_app(folder)
    assert (folder / "sw.js").read_bytes() == first


@pytest.mark.parametrize("name", ["en/index.html", "frames/en/one/0.js", "en/more.html"])
def test_another_content_is_another_version(tmp_path: Path, name: str) -> None:
    before = version_of(write_worker(make_site(tmp_path)))
    make_site(tmp_path, **{name: "other"})
    assert version_of(write_worker(tmp_path)) != before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_manifest_says_what_installing_needs(tmp_path: Path, language: str) -> None:
    write_app(make_site(tmp_path))
    manifest = json.loads((tmp_path / f"manifest-{language}.webmanifest").read_text("utf-8"))
    assert manifest["lang"] == language
    assert manifest["start_url"] == f"{language}/index.html"
    assert (manifest["scope"], manifest["display"]) == ("./", "standalone")
    assert manifest["theme_color"] == "#0b5d7a"
    assert all(manifest[key] for key in ("name", "short_name", "description", "background_color"))
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert [icon for icon in manifest["icons"] if icon.get("purpose") == "maskable"]
    assert all((tmp_path / icon["src"]).is_file() for icon in manifest["icons"])


@pytest.mark.parametrize("size", [192, 512])
def test_an_icon_has_its_size_and_free_corners(size: int) -> None:
    icon = Image.open(BytesIO(draw_png(size)))
    assert icon.size == (size, size)
    assert icon.getpixel((0, 0))[3] == 0
    assert icon.getpixel((size // 2, 4))[:3] == (0x0B, 0x5D, 0x7A)


def test_a_maskable_icon_is_full_and_keeps_within_the_circle() -> None:
    icon = Image.open(BytesIO(draw_png(512, is_maskable=True))).convert("RGB")
    sea = (0x0B, 0x5D, 0x7A)
    assert icon.getpixel((0, 0)) == sea
    outside = [
        icon.getpixel((x, y))
        for x in range(0, 512, 8)
        for y in range(0, 512, 8)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    ]
    assert set(outside) == {sea}


def test_the_drawing_is_well_formed_and_in_the_colours_of_the_look() -> None:
    drawing = draw_svg()
    assert ElementTree.fromstring(drawing).tag.endswith("svg")
    assert read_colour("sea") in drawing
    assert "style" not in drawing


def test_a_colour_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="mud"):
        read_colour("mud")
