"""What makes the pages an app: manifests, icons, and a worker that knows every file."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.image import imread

from kit.site.icon import draw_png, draw_svg, read_colour
from kit.site.offline import add_app, write_worker
from kit.text import LANGUAGES

SEA = (0x0B, 0x5D, 0x7A)
SITE = {"en/index.html": b"<h1>Hello</h1>", "frames/en/one/0.js": b"kit.put()"}


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


def test_the_worker_lists_every_other_file_by_its_content() -> None:
    files = add_app(SITE)
    lists = lists_of(files["sw.js"].decode())
    expected = {
        name: sha256(content).hexdigest()[:16] for name, content in files.items() if name != "sw.js"
    }
    assert lists["FIRST"] | lists["LATER"] == expected
    assert set(lists["LATER"]) == {"frames/en/one/0.js"}
    assert SITE.items() <= files.items()


def test_the_same_files_are_the_same_app() -> None:
    assert add_app(SITE) == add_app(dict(reversed(SITE.items())))


@pytest.mark.parametrize("name", ["en/index.html", "frames/en/one/0.js", "en/more.html"])
def test_another_content_is_another_version(name: str) -> None:
    assert version_of(write_worker(SITE)) != version_of(write_worker({**SITE, name: b"other"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_manifest_says_what_installing_needs(language: str) -> None:
    files = add_app(SITE)
    manifest = json.loads(files[f"manifest-{language}.webmanifest"])
    assert manifest["lang"] == language
    assert manifest["start_url"] == f"{language}/index.html"
    assert (manifest["scope"], manifest["display"]) == ("./", "standalone")
    assert manifest["theme_color"] == "#0b5d7a"
    assert all(manifest[key] for key in ("name", "short_name", "description", "background_color"))
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert [icon for icon in manifest["icons"] if icon.get("purpose") == "maskable"]
    assert all(icon["src"] in files for icon in manifest["icons"])


def read_image(png: bytes) -> Any:
    """Return the pixels of an icon as bytes: red, green, blue, and how opaque."""
    return (imread(BytesIO(png)) * 255).round().astype(int)


@pytest.mark.parametrize("size", [192, 512])
def test_an_icon_has_its_size_and_free_corners(size: int) -> None:
    icon = read_image(draw_png(size))
    assert icon.shape == (size, size, 4)
    assert icon[0, 0, 3] == 0
    assert tuple(icon[4, size // 2, :3]) == SEA


def test_a_maskable_icon_is_full_and_keeps_within_the_circle() -> None:
    icon = read_image(draw_png(512, is_maskable=True))
    outside = {
        tuple(icon[y, x, :3])
        for x in range(0, 512, 8)
        for y in range(0, 512, 8)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    }
    assert outside == {SEA}


def test_the_drawing_is_well_formed_and_in_the_colours_of_the_look() -> None:
    drawing = draw_svg()
    assert ElementTree.fromstring(drawing).tag.endswith("svg")
    assert read_colour("sea") in drawing
    assert "style" not in drawing


def test_a_colour_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="mud"):
        read_colour("mud")
