"""The agenda builder: length, group and objectives in, a plan by the minute out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from types import MappingProxyType

from kit.agenda import AgendaRequest, Plan, plan, read_request
from kit.agenda.request import EQUIPMENT, FEWEST, MOST, list_objectives
from kit.agenda_files import Told, make_files, tell_plan
from kit.explorers.citing import table
from kit.explorers.explorer import (
    Choice,
    Control,
    Count,
    Explorer,
    Offer,
    Option,
    Setting,
    State,
    Switch,
)

NAME = "agenda"
_STARTS = ("08:00", "08:30", "09:00", "09:30", "10:00", "13:00", "13:30", "14:00")
_GROUPS = (6, 15, 30)
_LABELS = MappingProxyType({"ipynb": "notebook", "html": "page", "pdf": "pdf"})


class Agenda(Explorer):
    """Plan a workshop, and say what to leave out where not everything fits."""

    def __init__(self, setting: Setting) -> None:
        self._library, self._language = setting.library, setting.language
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._frame = setting.library.agenda_frame
        self._objectives = list_objectives(setting.library)
        self.title = self._words["title"]
        self.controls = tuple(self._list_controls())

    def start(self) -> State:
        """Begin with half a day for fifteen people and everything that there is."""
        return {
            "length": "half-day",
            "people": 15,
            "equipment": EQUIPMENT[0],
            "start": self._frame.start,
            **dict.fromkeys(self._objectives, True),
        }

    def frames(self) -> Iterator[State]:
        """Yield each length with groups of three sizes, and on paper with the middle one."""
        start = self.start()
        yield start
        for length in self._frame.lengths:
            for people in _GROUPS:
                yield {**start, "length": length, "people": people}
            yield {**start, "length": length, "equipment": "paper"}

    def describe(self, state: State) -> str:
        """Say whether everything fits, and if not, what would help."""
        made = self._plan(state)
        if made is None:
            return self._words["none"]
        told = self._tell(made)
        hours, people = told.facts[0][1], told.facts[1][1]
        length = self._frame.lengths[made.request.length].title.pick(self._language)
        finding = self._words["finding"].format(length=length, people=people, hours=hours)
        return " ".join([finding, *told.result])

    def tell(self, state: State) -> str:
        """Return what to leave out, and the plan as a table for each day."""
        made = self._plan(state)
        if made is None:
            return ""
        told = self._tell(made)
        return _list_left(told, self._words["left-out"]) + "".join(_list_days(told))

    def offers(self, state: State) -> tuple[Offer, ...]:
        """Return the notebook, the page and the PDF."""
        made = self._plan(state)
        files = make_files(self._tell(made)) if made else ()
        return tuple(
            Offer(
                name=file.name,
                label=self._words[_LABELS[file.kind]],
                media_type=file.media_type,
                content=file.content,
            )
            for file in files
        )

    def _plan(self, state: State) -> Plan | None:
        request = self._request(state)
        return plan(request, self._library) if request else None

    def _tell(self, made: Plan) -> Told:
        return tell_plan(made, self._library, self._language)

    def _request(self, state: State) -> AgendaRequest | None:
        chosen = [slug for slug in self._objectives if state[slug]]
        if not chosen:
            return None
        return read_request(
            self._library,
            length=str(state["length"]),
            people=int(state["people"]),
            equipment=str(state["equipment"]),
            start=str(state["start"]),
            objectives=chosen,
        )

    def _list_controls(self) -> Iterator[Control]:
        words, language, frame = self._words, self._language, self._frame
        lengths = {slug: one.title.pick(language) for slug, one in frame.lengths.items()}
        equipment = {str(kind): one.title.pick(language) for kind, one in frame.equipment.items()}
        starts = {time: words["start-option"].format(time=time) for time in _STARTS}
        yield self._choice("length", lengths)
        help_text = words["people-help"]
        yield Count(name="people", label=words["people"], help=help_text, low=FEWEST, high=MOST)
        yield self._choice("equipment", equipment)
        yield self._choice("start", starts)
        for slug in self._library.agendas:
            lesson = self._library.lessons[slug]
            group = words["group"].format(lesson=lesson.title.pick(language))
            for objective, text in lesson.objectives.items():
                yield Switch(name=objective, label=text.pick(language), group=group)

    def _choice(self, name: str, labels: dict[str, str]) -> Choice:
        options = tuple(Option(id=slug, label=label) for slug, label in labels.items())
        return Choice(name=name, label=self._words[name], options=options)


def _list_left(told: Told, title: str) -> str:
    if not told.left_out:
        return ""
    left = "".join(f"<li>{escape(one)}</li>" for one in told.left_out)
    return f"<p><b>{escape(title)}</b></p><ul>{left}</ul>"


def _list_days(told: Told) -> Iterator[str]:
    heads = [told.words[key] for key in ("time", "minutes", "what", "group-does")]
    for day in told.days:
        rows = [
            (
                escape(item.time),
                str(item.minutes),
                f"<b>{escape(item.title)}</b><br><small>{escape(item.source)}</small>",
                escape(item.people),
            )
            for item in day.items
        ]
        yield f"<p><b>{escape(day.title)}</b></p>{table(heads, rows)}"
