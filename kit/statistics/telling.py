"""The report of a group in words, line by line, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kit.content.questions import AnyQuestion
from kit.statistics.advice import Advice, advise_group, advise_item
from kit.statistics.choices import options_of
from kit.statistics.items import ItemFigures
from kit.statistics.report import GroupReport, ItemReport

Words = Mapping[str, str]
# Values that are shares of the whole, and are shown as a percentage.
_SHARES = {"mean", "deviation", "error"}
_COLUMNS = ("question", "tried", "solved", "tells-apart")


def tell_group(
    report: GroupReport, questions: Mapping[str, AnyQuestion], words: Words, language: str
) -> Iterator[str]:
    """Yield the lines: the table of questions, what to do about each, the test as a whole.

    Parameters
    ----------
    words
        Section `statistics` of the interface, in that language.
    """
    yield words["title"]
    yield words["group"].format(learners=report.learners, complete=report.complete)
    yield ""
    yield from _table(report, words)
    yield ""
    for item in report.items:
        yield from _tell_item(item, questions[item.question], words, language)
    yield ""
    for advice in advise_group(report):
        yield _say(advice, words, None, language)


def _tell_item(
    item: ItemReport, question: AnyQuestion, words: Words, language: str
) -> Iterator[str]:
    yield item.question
    options = options_of(question)
    for use in item.options:
        mark = f" [{words['right']}]" if use.is_key else ""
        yield f"  {use.share:4.0%}  {options[use.option].text.pick(language)}{mark}"
    for advice in advise_item(item):
        yield f"  – {_say(advice, words, question, language)}"


def _table(report: GroupReport, words: Words) -> Iterator[str]:
    rows = [[words[key] for key in _COLUMNS]]
    rows += [[item.question, *_cells(item.figures, words)] for item in report.items]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "   ".join(cells).rstrip()


def _cells(figures: ItemFigures, words: Words) -> list[str]:
    solved = words["none"]
    if figures.facility is not None and figures.interval is not None:
        low, high = (_percent(each) for each in figures.interval)
        solved = words["interval"].format(share=_percent(figures.facility), low=low, high=high)
    apart = figures.discrimination
    return [
        str(figures.learners),
        solved,
        words["none"] if apart is None else _number(apart, words),
    ]


def _say(advice: Advice, words: Words, question: AnyQuestion | None, language: str) -> str:
    values = {
        name: str(value) if isinstance(value, int) else _shown(name, value, words)
        for name, value in advice.values.items()
    }
    options = options_of(question) if question else {}
    quoted = [
        words["quoted"].format(text=options[slug].text.pick(language)) for slug in advice.options
    ]
    return words[advice.key].format(**values, options=", ".join(quoted))


def _shown(name: str, value: float, words: Words) -> str:
    return _percent(value) if name in _SHARES else _number(value, words)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _number(value: float, words: Words) -> str:
    # A minus sign as it is set, and none before a zero.
    shown = f"{value:z.2f}".replace("-", "−")
    return shown.replace(".", words["decimal-mark"])
