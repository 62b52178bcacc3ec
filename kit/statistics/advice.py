"""What a trainer is told to do: a key of the interface words, and values."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kit.statistics.items import ItemFigures
from kit.statistics.reliability import Reliability
from kit.statistics.report import GroupReport, ItemReport

# With fewer, one learner more can turn a figure over.
MIN_LEARNERS = 10
# Customary bounds: Ebel, R. L., & Frisbie, D. A. (1991), Essentials of educational measurement,
# for discrimination; Nunnally, J. C. (1978), Psychometric theory, for reliability.
EASY, HARD, FLAT, RELIABLE = 0.9, 0.3, 0.2, 0.7


class Advice(Struct, frozen=True):
    """Name what to say; the words stand in section `statistics` of `interface.toml`.

    `options` are the slugs of the options that it is about.
    """

    key: str
    values: dict[str, int | float] = {}
    options: tuple[str, ...] = ()


def advise_item(report: ItemReport) -> list[Advice]:
    """Return what to do about one question; a caution comes last."""
    figures = report.figures
    if not figures.learners:
        return [Advice("untried")]
    found = [*_on_figures(figures), *_on_options(report)] or [Advice("fine")]
    if figures.learners < MIN_LEARNERS:
        found.append(Advice("few", {"n": figures.learners}))
    return found


def _on_figures(figures: ItemFigures) -> Iterator[Advice]:
    facility = figures.facility or 0.0
    if facility in {0, 1}:
        yield Advice("all-solved" if facility else "none-solved")
        return
    if facility >= EASY or facility <= HARD:
        yield Advice("easy" if facility >= EASY else "hard")
    if figures.discrimination is not None and figures.discrimination < FLAT:
        yield Advice("against" if figures.discrimination < 0 else "flat")


def _on_options(report: ItemReport) -> Iterator[Advice]:
    unused = tuple(each.option for each in report.options if each.is_unused)
    if unused and report.figures.facility != 1:
        yield Advice("unused", options=unused)
    if draws := tuple(each.option for each in report.options if each.draws_the_strong):
        yield Advice("draws-strong", options=draws)


def advise_group(report: GroupReport) -> list[Advice]:
    """Return what the group's answers as a whole allow to say."""
    if not report.learners:
        return [Advice("nobody"), *_on_outdated(report)]
    found = list(_on_test(report.test) if report.test else _without_test(report))
    if report.learners < MIN_LEARNERS:
        found.append(Advice("small-group", {"n": report.learners, "least": MIN_LEARNERS}))
    if report.complete < report.learners:
        found.append(Advice("incomplete", {"n": report.learners - report.complete}))
    return [*found, *_on_outdated(report)]


def _on_outdated(report: GroupReport) -> Iterator[Advice]:
    if report.outdated:
        yield Advice("outdated", {"n": report.outdated})


def _without_test(report: GroupReport) -> Iterator[Advice]:
    tried = sum(item.figures.learners > 0 for item in report.items)
    if tried == 1:
        yield Advice("one-question")
    else:
        yield Advice("too-few" if report.complete < 2 else "no-spread")  # noqa: PLR2004 -- a pair


def _on_test(test: Reliability) -> Iterator[Advice]:
    low, high = test.interval
    name = "kr-20" if test.is_all_or_nothing else "alpha"
    yield Advice(name, {"alpha": test.alpha, "low": low, "high": high})
    yield Advice("error", {"mean": test.mean, "deviation": test.deviation, "error": test.error})
    if test.alpha <= 0:
        yield Advice("negative")
    elif low >= RELIABLE:
        yield Advice("reliable")
    else:
        yield Advice("unreliable" if high < RELIABLE else "open", {"aim": RELIABLE})
    needed = test.questions_for(RELIABLE)
    if needed is not None and needed > test.questions:
        yield Advice("longer", {"questions": needed, "aim": RELIABLE})
