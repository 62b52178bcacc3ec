"""Everything that the attempts of a group tell: each question, and the test as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from kit.content.questions import AnyQuestion
from kit.learner.events import Event
from kit.quiz.version import content_version
from kit.statistics.choices import OptionUse, measure_options, read_choices
from kit.statistics.items import ItemFigures, measure_item, rest_score
from kit.statistics.reliability import Reliability, measure_test
from kit.statistics.tries import Try, first_tries

_Tries = Mapping[str, Try]


class ItemReport(Struct, frozen=True):
    """Hold what is known of one question."""

    question: str
    figures: ItemFigures
    options: tuple[OptionUse, ...]


class GroupReport(Struct, frozen=True, kw_only=True):
    """Hold what the attempts of a group tell.

    Parameters
    ----------
    learners
        How many tried any of the questions.
    complete
        How many of them tried all questions that anybody tried; `test` is about these.
    outdated
        How many checked answers belong to another version of these questions.
    """

    learners: int
    complete: int
    outdated: int
    items: tuple[ItemReport, ...]
    test: Reliability | None


def report_group(
    logs: Iterable[Sequence[Event]], questions: Mapping[str, AnyQuestion]
) -> GroupReport:
    """Return the report of a group.

    Parameters
    ----------
    logs
        What each learner did, in order of recording; whose log it is does not matter.
    questions
        The questions to report on, by id.
    """
    versions = {name: content_version(question) for name, question in questions.items()}
    logs = list(logs)
    tries = [found for log in logs if (found := first_tries(log, versions))]
    scores = [{name: each.score for name, each in found.items()} for found in tries]
    tried = [name for name in questions if any(name in found for found in tries)]
    rows = [[row[name] for name in tried] for row in scores if len(row) == len(tried)]
    return GroupReport(
        learners=len(tries),
        complete=len(rows),
        outdated=sum(_is_outdated(event, versions) for log in logs for event in log),
        items=tuple(_report(question, tries, scores) for question in questions.values()),
        test=measure_test(rows),
    )


def _is_outdated(event: Event, versions: Mapping[str, str]) -> bool:
    present = versions.get(event.question, event.version)
    return event.kind == "check" and event.version != present


def _report(
    question: AnyQuestion, tries: Sequence[_Tries], scores: Sequence[Mapping[str, float]]
) -> ItemReport:
    name = question.id
    rests = [
        (found[name], rest_score(name, row))
        for found, row in zip(tries, scores, strict=True)
        if name in found
    ]
    options = measure_options(question, read_choices(question, rests))
    return ItemReport(name, measure_item(name, scores), options)
