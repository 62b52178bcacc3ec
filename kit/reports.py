"""The report after an assessment, and what is said before it: values in, HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import escape

from kit.assessment.attempt import Attempt
from kit.assessment.form import FormBank
from kit.assessment.marking import Marks, Tally
from kit.assessment.sitting import Outcome
from kit.blocks import frame_figure
from kit.content.records import Lesson

Words = Mapping[str, str]
Lessons = Mapping[str, Lesson]
_MISSING = 1e-9


class Reporter:
    """Write what a learner reads of the attempts at one form, in one language.

    Parameters
    ----------
    bank
        The questions of the form.
    lessons
        Every lesson by id.
    words
        The sections `assessment` and `record` of the interface words.
    """

    def __init__(self, bank: FormBank, lessons: Lessons, words: Words, language: str) -> None:
        self._bank = bank
        self._lessons = lessons
        self._words = words
        self._language = language

    def introduce(self, minutes: int | None, attempts: Iterable[Attempt]) -> str:
        """Say what the assessment asks for, before it is begun."""
        words, blueprint = self._words, self._bank.blueprint
        rules = words["rules"].format(total=blueprint.pass_percent, lesson=blueprint.lesson_percent)
        time = words["timed"].format(n=minutes) if minutes else words["untimed"]
        said = [words["intro"].format(n=blueprint.questions), rules, time]
        return "".join(_p(text) for text in said) + self._list_attempts(attempts)

    def report(self, outcome: Outcome, attempts: Iterable[Attempt]) -> str:
        """Tell how an attempt went, and what to look at again."""
        marks, attempt, words = outcome.marks, outcome.attempt, self._words
        trouble = _p(self.explain(outcome.trouble, attempt)) if outcome.trouble else ""
        if marks is None:
            return f"{trouble}{self._list_attempts(attempts)}"
        by_time = attempt.claim and attempt.claim.reason == "time"
        return "".join(
            [
                self._verdict(marks),
                trouble,
                _p(words["by-time"]) if by_time else "",
                self._figure(marks),
                self._again(marks),
                self._table("by-lesson", {self.name(k): v for k, v in marks.lessons.items()}),
                self._table("by-level", {words[k]: v for k, v in marks.levels.items()}),
                self._list_attempts(attempts),
            ]
        )

    def explain(self, trouble: str, attempt: Attempt) -> str:
        """Return the message for what stands in the way of an attempt."""
        return self._words[trouble].format(date=self._date(attempt.begun))

    def name(self, lesson: str) -> str:
        """Return number and title of a lesson."""
        record = self._lessons[lesson]
        title = record.title.pick(self._language)
        return self._words["lesson-of"].format(n=record.number, title=title)

    def number(self, value: float) -> str:
        """Return points as they are written: at most two decimals."""
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", self._words["decimal-mark"])

    def _verdict(self, marks: Marks) -> str:
        words, need = self._words, self._bank.blueprint
        word = "passed" if marks.is_passed else "failed"
        score = words["score"].format(
            points=self.number(marks.total.points),
            most=marks.total.most,
            percent=int(marks.total.share * 100 + _MISSING),
            need=need.pass_percent,
        )
        lessons = "; ".join(self.name(lesson) for lesson in marks.short)
        short = words["short"].format(need=need.lesson_percent, lessons=lessons)
        return (
            f'<h3 tabindex="-1"><span class="kit-verdict-line kit-{word}">{escape(words[word])}'
            f"</span></h3>{_p(score)}{_p(short) if marks.short else ''}"
        )

    def _figure(self, marks: Marks) -> str:
        from kit.figures.assessment import Bar, Result, describe_assessment, draw_assessment
        from kit.figures.svg import to_svg

        bars = tuple(
            Bar(
                name=self._aim(lesson, objective),
                points=self.number(got.points),
                most=got.most,
                share=got.share,
                missing=max(0.0, got.most - got.points),
            )
            for (lesson, objective), got in marks.objectives.items()
        )
        result = Result(
            bars=bars,
            points=self.number(marks.total.points),
            most=marks.total.most,
            is_passed=marks.is_passed,
            need=self._bank.blueprint.pass_percent,
        )
        said = describe_assessment(result, self._words)
        heading = f"<h4>{escape(self._words['by-objective'])}</h4>"
        return heading + frame_figure(to_svg(draw_assessment(result, self._words), said), said)

    def _again(self, marks: Marks) -> str:
        """List the objectives with points missing, each with a link to its lesson."""
        words = self._words
        missed = [
            place for place, got in marks.objectives.items() if got.most - got.points > _MISSING
        ]
        if not missed:
            return _p(words["nothing-again"])
        rows = "".join(f"<li>{self._link(*place)}</li>" for place in missed)
        advice = "" if marks.is_passed else _p(words["other-form"])
        return f"<h4>{escape(words['look-again'])}</h4><ul>{rows}</ul>{advice}"

    def _link(self, lesson: str, objective: str) -> str:
        address = f"{self._lessons[lesson].number:02}-{lesson}.ipynb"
        link = f'<a href="{escape(address)}">{escape(self.name(lesson))}</a>'
        return f"{link}: {escape(self._aim(lesson, objective))}"

    def _aim(self, lesson: str, objective: str) -> str:
        return self._lessons[lesson].objectives[objective].pick(self._language)

    def _table(self, heading: str, tallies: Mapping[str, Tally]) -> str:
        words = self._words
        rows = "".join(
            f'<tr><th scope="row">{escape(name)}</th><td>{escape(self._points(got))}</td></tr>'
            for name, got in tallies.items()
        )
        head = f"<tr><th>{escape(words['what'])}</th><th>{escape(words['points'])}</th></tr>"
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        return f'<h4>{escape(words[heading])}</h4><div class="kit-table">{table}</div>'

    def _points(self, got: Tally) -> str:
        return self._words["points-of"].format(points=self.number(got.points), most=got.most)

    def _list_attempts(self, attempts: Iterable[Attempt]) -> str:
        rows = "".join(f"<li>{escape(line)}</li>" for line in self._lines(attempts))
        heading = f"<h4>{escape(self._words['attempts'])}</h4>"
        return f"{heading}<ul>{rows}</ul>" if rows else ""

    def _lines(self, attempts: Iterable[Attempt]) -> Iterator[str]:
        for attempt in attempts:
            date, claim = self._date(attempt.begun), attempt.claim
            if attempt.plan is None or (attempt.handed_in and claim is None):
                yield self._words["attempt-damaged"].format(date=date)
            elif claim is None:
                yield self._words["attempt-open"].format(date=date)
            else:
                key = "attempt-passed" if claim.is_passed else "attempt-failed"
                points = self.number(claim.points)
                yield self._words[key].format(date=date, points=points, most=claim.most)

    def _date(self, moment: datetime) -> str:
        local = moment.astimezone()
        return self._words["date"].format(
            day=local.day,
            month=local.month,
            year=local.year,
            hour=local.hour,
            minute=local.minute,
        )


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"
