from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit.figures.theme import TOKENS, fonts_folder
from kit.typeset import typeset

PACKAGE = Path(__file__).parent.parent / "kit"
TEMPLATE = """
#import "/typeset/look.typ": sans
#set text(font: sans)
#let values = json(bytes(sys.inputs.values))
#values.text
"""


@pytest.mark.parametrize("text", ["Съобщение", "#panic()", '"quoted" \\ $x$ *not bold*', "a < b"])
def test_a_text_is_set_as_it_is_and_never_as_markup(tmp_path: Path, text: str) -> None:
    template = tmp_path / "sample.typ"
    template.write_text(TEMPLATE, encoding="utf-8")
    pdf = typeset(template, {"text": text}, fonts=fonts_folder())
    assert PdfReader(BytesIO(pdf)).pages[0].extract_text().strip() == text


def test_colours_on_paper_are_those_of_the_figures() -> None:
    look = (PACKAGE / "typeset" / "look.typ").read_text("utf-8")
    colours = {line.split('"')[1] for line in look.splitlines() if "rgb(" in line}
    assert colours <= set(TOKENS)
