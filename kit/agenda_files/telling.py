"""A plan in words: what its notebook, its page and its PDF say alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from kit.agenda import AgendaRequest, Item, Plan, PlanDay
from kit.agenda.activities import Activity
from kit.agenda.request import show_clock
from kit.content.agendas import Material
from kit.content.library import Library
from kit.text import Text

Words = Mapping[str, str]
# A day of one day needs no number.
_SINGLE = 1
# Without laptops nobody opens a page; with them nobody takes a test on paper and marks it.
_ON_SCREEN, _ON_PAPER = ("page",), ("test", "key")


class ToldItem(Struct, frozen=True, kw_only=True):
    """Hold one line of a plan in words; `lesson` is the name of its notebook, or ""."""

    kind: str
    id: str
    time: str
    minutes: int
    title: str
    source: str = ""
    lesson: str = ""
    trainer: str
    people: str
    notes: tuple[str, ...] = ()


class ToldDay(Struct, frozen=True):
    """Hold one day of a plan in words."""

    title: str
    items: tuple[ToldItem, ...]


class Told(Struct, frozen=True, kw_only=True):
    """Hold a whole plan in the words of one language."""

    language: str
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    result: tuple[str, ...]
    note: str
    days: tuple[ToldDay, ...]
    promise: tuple[str, ...]
    left_out: tuple[str, ...]
    words: Words


def tell_plan(plan: Plan, library: Library, language: str) -> Told:
    """Return a plan in the words of one language."""
    return _Teller(plan, library, language).tell()


class _Teller:
    def __init__(self, plan: Plan, library: Library, language: str) -> None:
        self._plan, self._library, self._language = plan, library, language
        self._frame = library.agenda_frame
        self._words = {key: self._pick(text) for key, text in library.interface["agenda"].items()}

    def tell(self) -> Told:
        request, words = self._plan.request, self._words
        length = self._length(request.length)
        shortfall = self._plan.shortfall
        return Told(
            language=self._language,
            name=_name_file(request, self._language),
            title=words["heading"].format(title=words["title"], length=length),
            facts=tuple(self._facts()),
            result=tuple(self._say_result()),
            note=self._pick(self._frame.equipment[request.equipment].note),
            days=tuple(self._tell_day(number, day) for number, day in enumerate(self._plan.days)),
            promise=tuple(self._objectives[slug] for slug in self._plan.covered),
            left_out=tuple(self._objectives[slug] for slug in shortfall.objectives)
            if shortfall
            else (),
            words=words,
        )

    def _say_result(self) -> Iterator[str]:
        words, plan, shortfall = self._words, self._plan, self._plan.shortfall
        if shortfall is None:
            yield words["say-fits"].format(n=len(plan.covered))
        else:
            yield words["say-short" if shortfall.short else "say-cut"].format(
                short=shortfall.short,
                n=len(shortfall.objectives),
                total=len(plan.request.objectives),
                gained=shortfall.gained,
            )
            longer = shortfall.longer
            key = "say-longer" if longer else "say-no-longer"
            yield words[key].format(length=self._length(longer) if longer else "")
        items = [item for day in plan.days for item in day.items if item.activity]
        tight = sum(item.minutes < one.usual for item in items if (one := item.activity))
        if tight:
            yield words["say-tight"].format(n=tight, total=len(items))
        if plan.shorter:
            yield words["say-shorter"].format(length=self._length(plan.shorter))

    @cached_property
    def _objectives(self) -> dict[str, str]:
        lessons = self._library.lessons.values()
        return {slug: self._pick(text) for one in lessons for slug, text in one.objectives.items()}

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, plan, request = self._words, self._plan, self._plan.request
        first, chosen = plan.days[0], len(request.objectives)
        hours = words["from-to"].format(start=show_clock(first.start), end=show_clock(first.end))
        if len(plan.days) > _SINGLE:
            hours = words["each-day"].format(hours=hours, n=len(plan.days))
        yield words["hours"], hours
        yield words["group"], words["people"].format(n=request.people)
        yield words["equipment"], self._pick(self._frame.equipment[request.equipment].title)
        objectives = words["of-chosen"].format(n=len(plan.covered), total=chosen)
        yield words["objectives"], objectives
        used = {one for activity in plan.activities for one in activity.block.material}
        if names := self._list_material(used):
            yield words["material"], names

    def _tell_day(self, number: int, day: PlanDay) -> ToldDay:
        key = "day" if len(self._plan.days) > _SINGLE else "plan"
        items = tuple(self._tell_item(item) for item in day.items)
        return ToldDay(self._words[key].format(n=number + 1), items)

    def _tell_item(self, item: Item) -> ToldItem:
        time = f"{show_clock(item.start)}–{show_clock(item.end)}"
        if item.activity:
            return self._tell_activity(item, item.activity, time)
        part = getattr(self._frame.parts, item.kind)
        return ToldItem(
            kind=item.kind,
            id=item.kind,
            time=time,
            minutes=item.minutes,
            title=self._pick(part.title),
            trainer=self._pick(part.trainer),
            people=self._pick(part.people),
        )

    def _tell_activity(self, item: Item, activity: Activity, time: str) -> ToldItem:
        block, lesson = activity.block, self._library.lessons[activity.lesson]
        title = self._pick(lesson.title)
        return ToldItem(
            kind=item.kind,
            id=activity.id,
            time=time,
            minutes=item.minutes,
            title=self._pick(block.title),
            source=self._words["lesson"].format(number=lesson.number, title=title),
            lesson=f"{lesson.number:02}-{activity.lesson}.ipynb",
            trainer=self._pick(block.trainer),
            people=self._pick(block.paper if self._is_paper else block.people),
            notes=tuple(self._notes(activity)),
        )

    def _notes(self, activity: Activity) -> Iterator[str]:
        words, block = self._words, activity.block
        if block.uses:
            names = [words["quoted"].format(name=self._name(activity, use)) for use in block.uses]
            yield words["uses"].format(names=", ".join(names))
        if material := self._list_material(block.material):
            yield words["needed"].format(names=material)
        if block.talk:
            yield words["talk"].format(n=block.talk)

    def _list_material(self, used: Collection[Material]) -> str:
        """Name what is needed, in the order of the frame."""
        useless = _ON_SCREEN if self._is_paper else _ON_PAPER
        shown = self._frame.material.items()
        return ", ".join(
            self._pick(text) for slug, text in shown if slug in used and slug not in useless
        )

    def _name(self, activity: Activity, use: str) -> str:
        """Return the title of a quiz, an explorer or a figure."""
        kind, _, slug = use.partition("/")
        if kind == "quiz":
            return self._pick(self._library.lessons[activity.lesson].quizzes[slug].title)
        if kind == "explorer":
            return self._library.explorer_words(slug, self._language)["title"]
        return self._pick(self._frame.figures[slug])

    @property
    def _is_paper(self) -> bool:
        return self._plan.request.equipment == "paper"

    def _length(self, slug: str) -> str:
        return self._pick(self._frame.lengths[slug].title)

    def _pick(self, text: Text) -> str:
        return text.pick(self._language)


def _name_file(request: AgendaRequest, language: str) -> str:
    return f"agenda-{request.length}-{request.people}-{request.equipment}-{language}"
