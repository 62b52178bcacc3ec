from __future__ import annotations

import pytest

from kit.site.pages import STATIC
from kit.site.scripts import LinkError, compose_entry, link, list_places


def linked(**modules: str) -> str:
    """Return the script that runs module `a`."""
    sources = {f"site/{name}.js": text for name, text in modules.items()}
    return link("site/a.js", sources["site/a.js"], sources.__getitem__)


def test_a_module_gets_what_it_imports_under_the_names_it_gives_it() -> None:
    text = 'import whole, { part, other as mine } from "./b.js";\nuse(whole);\n'
    source = linked(a=text, b="export default 1;\nexport const part = 2, x = 0;\n")
    assert 'const { default: whole, part: part, other: mine } = need("site/b.js");' in source


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("export const one = 1;", "one: one"),
        ("export function one() {}", "one: one"),
        ("export async function one() {}", "one: one"),
        ("export class One {}", "One: One"),
        ("export default function one() {}", "default: one"),
        ("export default { a: 1 };", "default: kitDefault"),
        ("export default (a) => a;", "default: kitDefault"),
        ("const one = 1;\nexport { one, one as two };", "one: one, two: one"),
    ],
)
def test_a_module_returns_what_it_exports(text: str, given: str) -> None:
    source = linked(a=f"{text}\n")
    assert f"return {{ {given} }};" in source
    assert "export" not in source


def test_a_module_that_several_import_is_there_once_and_before_them() -> None:
    source = linked(
        a='import { b } from "./b.js";\nimport { c } from "./c.js";\n',
        b='import { c } from "./c.js";\nexport const b = c;\n',
        c="export const c = 1;\n",
    )
    assert source.count('"site/c.js": () =>') == 1
    assert source.index('"site/c.js": () =>') < source.index('"site/b.js": () =>')


@pytest.mark.parametrize(
    "line",
    [
        'export * from "./b.js";',
        "export const { a, b } = c;",
        "export default function () {}",
        'const part = await import("./b.js");',
        "const here = import.meta.url;",
        "import './b.js';",
        "await start();",
    ],
)
def test_a_form_that_is_not_known_is_named_with_its_file_and_line(line: str) -> None:
    with pytest.raises(LinkError, match=r"site/a\.js, line 4"):
        linked(a=f"/**\n * A remark.\n */\n{line}\n", b="")


def test_a_circle_is_named() -> None:
    with pytest.raises(LinkError, match=r"site/a\.js.*circle"):
        linked(a='import { b } from "./b.js";\n', b='import { a } from "./a.js";\n')


def test_a_strange_name_is_named() -> None:
    with pytest.raises(LinkError, match=r'got "a\.b"'):
        linked(a='import { a.b } from "./b.js";\n', b="")


def test_remarks_on_lines_of_their_own_are_left_out_and_texts_are_not() -> None:
    source = linked(a='// Gone.\n/** Gone\n * too. */\nexport const a = "// here"; // and here\n')
    assert "one" not in source.partition("modules")[2].partition("need(")[0]
    assert '"// here"; // and here' in source


def test_every_module_that_fills_places_is_in_the_script_of_the_kit() -> None:
    places = list_places(STATIC)
    assert {"quiz-place", "explorer-place", "course-place"} <= set(places)
    source = link("site/static/entry.js", compose_entry(places))
    assert all(f'"site/static/{name}.js": () =>' in source for name in places)
    assert '"widgets/quiz.js": () =>' in source
    assert source.startswith('"use strict";')
