"""The front-end files of a widget, made small enough to travel with every widget."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from zlib import compress

HERE = Path(__file__).parent

_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_ENDS = re.compile(r"\n\s*")

# anywidget sends the text of the module with each widget. Deflated it is a third of the size; the
# browser inflates it and imports the plain module that also stands on static pages.
_LOADER = """\
const bytes = Uint8Array.from(atob("{packed}"), (sign) => sign.charCodeAt(0));
const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
const text = new Blob([await new Response(plain).text()], {{ type: "text/javascript" }});
const url = URL.createObjectURL(text);
export default (await import(url)).default;
URL.revokeObjectURL(url);
"""


@cache
def pack_module(name: str) -> str:
    """Return a small module that loads the module `name`.js of this folder."""
    packed = b64encode(compress((HERE / f"{name}.js").read_bytes(), 9)).decode("ascii")
    return _LOADER.format(packed=packed)


@cache
def read_style(name: str) -> str:
    """Return the tokens of the look and the style `name`.css of this folder, without comments."""
    styles = "".join((HERE / f"{part}.css").read_text("utf-8") for part in ("tokens", name))
    return _LINE_ENDS.sub("", _COMMENTS.sub("", styles))
