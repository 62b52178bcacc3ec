"""The forms of an expression: all that a text may hold, and no other word."""

from __future__ import annotations

import re

import pytest

from kit.site.inflection import pattern_of


def finds(expression: str, text: str) -> list[str]:
    """Return what is found of an expression in a text."""
    return re.findall(pattern_of(expression), text)


@pytest.mark.parametrize(
    ("expression", "form"),
    [
        ("Audit", "audits"),
        ("Audit", "Audit’s"),
        ("Process", "processes"),
        ("Accreditation body", "accreditation bodies"),
        ("Break in a series", "breaks in a series"),
        ("Third party", "third\nparty"),
        ("QMS", "QMS"),
        ("Стандарт", "стандартите"),
        ("Одит", "одита"),
        ("Знак", "знаците"),
        ("Процес", "процесът"),
        ("Издание", "изданията"),
        ("Изискване", "изискванията"),
        ("Акредитация", "акредитацията"),
        ("Безпристрастност", "безпристрастността"),
        ("Надзорен одит", "надзорните одити"),
        ("Надзорен одит", "Надзорният одит"),
        ("Надзорен одит", "надзорния одит"),
        ("Орган по сертификация", "органът по сертификация"),
        ("Орган по сертификация", "Органите по сертификация"),
        ("Заинтересована страна", "заинтересованите страни"),
        ("Трета страна", "третата страна"),
        ("Значително несъответствие", "значителните несъответствия"),
        ("Обективно доказателство", "обективни доказателства"),
        ("Коригиращо действие", "коригиращото действие"),
        ("Първи етап", "първия етап"),
        ("Представител на ръководството", "представителя на ръководството"),
        ("Самооценка", "самооценки"),
        ("Бюро Веритас", "Бюро Веритас"),
        ("Проучване на ISO", "проучването на ISO"),
    ],
)
def test_a_form_is_found_as_a_whole(expression: str, form: str) -> None:
    whole = form.removesuffix("’s")
    assert finds(expression, f"({form})") == [whole]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("Mark", "the market"),
        ("Mark", "marked"),
        ("Audit", "an auditor audited auditing"),
        ("Assessment", "self-assessment"),
        ("Process", "the process-approach"),
        ("ISO", "ISO 9001:2008, ISO/IEC 17021 and iso"),
        ("IAF", "IAF MD 5"),
        ("EA", "an easy area"),
        ("Bureau Veritas", "a bureau, veritas"),
        ("Стандарт", "стандартизация, стандартен"),
        ("Одит", "одитор одитира"),
        ("Обхват", "обхваща"),
        ("Изискване", "изисквани"),
        ("Сертификат", "сертификация"),
        ("Знак", "знание, означава"),
        ("Орган по сертификация", "орган по акредитация"),
    ],
)
def test_another_word_is_not_taken_for_it(expression: str, text: str) -> None:
    assert finds(expression, text) == []
