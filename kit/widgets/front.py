"""The front-end files of a widget, made small enough to travel with every widget."""

from __future__ import annotations

import json
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from zlib import compress

HERE = Path(__file__).parent

_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_ENDS = re.compile(r"\n\s*")
# A comment on lines of its own; one within a line, or in a text, is left alone.
_REMARKS = re.compile(r"^\s*(?://.*|/\*\*(?s:.*?)\*/)\n", re.MULTILINE)
_IMPORTS = re.compile(r'(?<= from ")(\.\.?/[\w./-]+)(?=";)')

# anywidget sends the text of the module with each widget. Deflated it is a third of the size; the
# browser inflates it, gives each module an address, and imports the plain modules that also stand
# on static pages. The style comes along, so that it is deflated too.
_LOADER = """\
const bytes = Uint8Array.from(atob("{packed}"), (sign) => sign.charCodeAt(0));
const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
const {{ style, modules }} = await new Response(plain).json();
const sheet = document.getElementById("kit-{name}") ?? document.createElement("style");
document.head.append(Object.assign(sheet, {{ id: "kit-{name}", textContent: style }}));
const urls = {{}};
for (const [name, source] of modules) {{
  const text = source.replace(/ from "kit:([^"]+)/g, (_, one) => ` from "${{urls[one]}}`);
  urls[name] = URL.createObjectURL(new Blob([text], {{ type: "text/javascript" }}));
}}
export default (await import(urls[""])).default;
Object.values(urls).forEach(URL.revokeObjectURL);
"""


def compose_quiz(modules: Iterable[str], base: str = ".") -> str:
    """Return the text of the module of a quiz, which a page can hold as it is.

    Parameters
    ----------
    modules
        What the quiz needs beside its frame, as `kit.quiz.view.modules_of` names it.
    base
        The address of this folder, as the page sees it.
    """
    names = [module for module in modules if "/" in module]
    extras = [module for module in modules if "/" not in module]
    imports = [f'import {{ makeQuiz }} from "{base}/quiz.js";']
    imports += [f'import kind{n} from "{base}/{name}.js";' for n, name in enumerate(names)]
    imports += [f'import {name} from "{base}/{name}.js";' for name in extras]
    kinds = ", ".join(f'"{posixpath.basename(name)}": kind{n}' for n, name in enumerate(names))
    made = f"export default makeQuiz({{ {kinds} }}, {{ {', '.join(extras)} }});"
    return "\n".join([*imports, made, ""])


@cache
def pack_quiz(modules: tuple[str, ...]) -> str:
    """Return one small module that loads the module of a quiz, and all that it imports."""
    return pack_module(compose_quiz(modules), "quiz")


def pack_module(source: str, *styles: str) -> str:
    """Return one small module that loads another with its relative imports, and its styles.

    Parameters
    ----------
    source
        The text of a module that stands in this folder, or could.
    styles
        The names of styles in this folder; the last is the module's own.
    """
    carried = {"style": read_style(*styles), "modules": list(_collect("", source, set()))}
    packed = compress(json.dumps(carried, ensure_ascii=False).encode(), 9)
    return _LOADER.format(packed=b64encode(packed).decode("ascii"), name=styles[-1])


def _collect(name: str, source: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Yield name and text of each module that a module imports, and then its own."""
    folder = posixpath.dirname(name)

    def resolve(path: str) -> str:
        return posixpath.normpath(posixpath.join(folder, path))

    for path in _IMPORTS.findall(source):
        imported = resolve(path)
        if imported not in seen:
            seen.add(imported)
            yield from _collect(imported, (HERE / imported).read_text("utf-8"), seen)
    bare = _REMARKS.sub("", source)
    yield name, _IMPORTS.sub(lambda found: f"kit:{resolve(found[1])}", bare)


@cache
def read_style(*names: str) -> str:
    """Return the tokens of the look and styles of this folder, without comments."""
    styles = "".join((HERE / f"{part}.css").read_text("utf-8") for part in ("tokens", *names))
    return _LINE_ENDS.sub("", _COMMENTS.sub("", styles))
