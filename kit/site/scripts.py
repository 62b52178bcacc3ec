"""Linking modules into one classic script: a page opened from a folder may not load modules."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kit.paths import PACKAGE

# A comment on lines of its own; one within a line, or in a text, is left alone.
_REMARK = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?s:.*?)\*/)[ \t]*$", re.MULTILINE)
_IMPORT = re.compile(
    r"^import (?:(?P<whole>\w+)(?:, )?)?(?:\{(?P<parts>[^}]*)\})?"
    r' from "(?P<path>\.\.?/[\w./-]+)";$',
    re.MULTILINE,
)
_EXPORT = re.compile(
    r"^export (?P<default>default )?"
    r"(?P<what>(?:async )?function\*? (?P<function>\w+)|class (?P<type>\w+)"
    r"|const (?P<const>\w+) =)",
    re.MULTILINE,
)
_DEFAULT = re.compile(r"^export default (?!(?:async )?function|class)", re.MULTILINE)
_LIST = re.compile(r"^export \{(?P<parts>[^}]*)\};$", re.MULTILINE)
# What is left of these when all known forms are replaced is a form that is not known.
_UNKNOWN = re.compile(r"^\s*(?:import|export)\b|\bimport\s*[(.]|^await\b", re.MULTILINE)
_AS = re.compile(r"(?P<name>\w+)(?: as (?P<other>\w+))?")
_INDENT = re.compile(r"\n\s+")

_LINKED = """\
"use strict";
(() => {{
const made = {{}};
const need = (name) => (made[name] ??= modules[name]());
const modules = {{
{modules}
}};
need({entry});
}})();
"""


class LinkError(ValueError):
    """Raised when a module cannot be linked; says which, in which line, and what is known."""


def link(entry: str, source: str, read: Callable[[str], str] | None = None) -> str:
    """Return one classic script that runs a module with all that it imports.

    Parameters
    ----------
    entry
        The path of the module below the folder of the kit; its file need not be there.
    source
        Its text.
    read
        Returns the text of another module for its path; by default, from the folder of the kit.

    Raises
    ------
    LinkError
        If a module has a form of import or export that is not known here, or imports itself.
    """
    linked = _Linker(read or _read)
    linked.add(entry, source, ())
    modules = ",\n".join(f"{json.dumps(name)}: () => {{\n{text}}}" for name, text in linked.done)
    return _LINKED.format(modules=modules, entry=json.dumps(entry))


def _read(path: str) -> str:
    return (PACKAGE / path).read_text("utf-8")


class _Linker:
    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read
        self.done: list[tuple[str, str]] = []

    def add(self, name: str, source: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise LinkError(f"{name}: got an import in a circle, expected none.")
        for path in dict.fromkeys(found["path"] for found in _IMPORT.finditer(source)):
            imported = _resolve(name, path)
            if imported not in {known for known, _ in self.done}:
                self.add(imported, self._read(imported), (*above, name))
        self.done.append((name, _convert(name, source)))


def _resolve(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _convert(name: str, source: str) -> str:
    """Return the text of a module as the body of a function that returns what it exports."""
    exports: dict[str, str] = {}

    def take_import(found: re.Match[str]) -> str:
        parts = [f"default: {found['whole']}"] if found["whole"] else []
        parts += [f"{one}: {other or one}" for one, other in _read_list(found["parts"])]
        return (
            f"const {{ {', '.join(parts)} }} = need({json.dumps(_resolve(name, found['path']))});"
        )

    def take_export(found: re.Match[str]) -> str:
        own = found["function"] or found["type"] or found["const"]
        exports["default" if found["default"] else own] = own
        return found["what"]

    def take_list(found: re.Match[str]) -> str:
        exports.update({other or one: one for one, other in _read_list(found["parts"])})
        return ""

    # Blank lines stay until the end, so that a fault can name its line.
    bare = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), source)
    text = _IMPORT.sub(take_import, bare)
    text = _LIST.sub(take_list, _EXPORT.sub(take_export, text))
    if _DEFAULT.search(text):
        exports["default"] = "kitDefault"
        text = _DEFAULT.sub("const kitDefault = ", text)
    _refuse_unknown(name, text)
    given = ", ".join(f"{outer}: {inner}" for outer, inner in exports.items())
    return f"{_INDENT.sub(chr(10), text).strip()}\nreturn {{ {given} }};\n"


def _read_list(parts: str | None) -> Iterator[tuple[str, str | None]]:
    for part in filter(None, (part.strip() for part in (parts or "").split(","))):
        found = _AS.fullmatch(part)
        if found is None:
            raise LinkError(f'import or export: got "{part}", expected "name" or "name as other".')
        yield found["name"], found["other"]


def _refuse_unknown(name: str, text: str) -> None:
    found = _UNKNOWN.search(text)
    if found is None:
        return
    number = text.count("\n", 0, found.end()) + 1
    line = text.splitlines()[number - 1].strip()
    raise LinkError(
        f"{name}, line {number}: got `{line}`, expected import and export in the forms that "
        "kit/site/scripts.py knows, each from the beginning of its line."
    )


def list_places(static: Path) -> list[str]:
    """Return the names of the modules that fill places of pages: those that end with `-place`."""
    return sorted(path.stem for path in static.glob("*-place.js"))


def compose_entry(places: list[str]) -> str:
    """Return the text of the module that starts a page: it hands every place to `start`."""
    imports = [f'import place{n} from "./{name}.js";' for n, name in enumerate(places)]
    named = ", ".join(f"place{n}" for n in range(len(places)))
    return "\n".join([*imports, 'import { start } from "./start.js";', f"start([{named}]);", ""])
