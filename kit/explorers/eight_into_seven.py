"""What became of the eight principles in the seven: all at once, or one followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, get_args

from kit.content.principles import Change, Flow, neighbours_of
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Explorer, Option, Setting, State
from kit.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "eight-into-seven"
ALL = "all"
KINDS: tuple[str, ...] = get_args(Change)


class EightIntoSeven(Explorer):
    """Follow one of the eight, or all of them, into the seven."""

    def __init__(self, setting: Setting) -> None:
        self._language = setting.language
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._all = setting.library.principles
        self._before = {slug: self._pick(one.name) for slug, one in self._all.eight.items()}
        self._after = {slug: self._pick(one.name) for slug, one in self._all.seven.items()}
        self._citations = Citations(setting)
        self.title = self._words["title"]
        labels = {ALL: self._words[ALL], **self._before}
        options = tuple(Option(id=slug, label=label) for slug, label in labels.items())
        self.controls = (Choice(name="follow", label=self._words["follow"], options=options),)

    def start(self) -> State:
        """Begin with all of them."""
        return {"follow": ALL}

    def frames(self) -> Iterator[State]:
        """Yield all at once, then each."""
        for slug in (ALL, *self._before):
            yield {"follow": slug}

    def draw(self, state: State) -> Figure:
        """Draw the flow, with the followed one brought out."""
        from kit.figures.eight_into_seven import Stream, draw_flow

        before, after = list(self._before), list(self._after)
        streams = {
            flow.before: Stream(
                before=before.index(flow.before), after=after.index(flow.after), kind=flow.kind
            )
            for flow in self._all.flows.values()
        }
        names = (list(self._before.values()), list(self._after.values()))
        followed = streams.get(str(state["follow"]))
        return draw_flow(names, list(streams.values()), followed, self._find(state), self._words)

    def describe(self, state: State) -> str:
        """Count the kinds of change, or tell what became of the followed one."""
        flow = self._followed(state)
        if flow is None:
            names = {
                f"names-{kind}": "; ".join(
                    self._before[one.before] for one in self._all.flows.values() if one.kind == kind
                )
                for kind in KINDS
            }
            return self._words["say-all"].format(**self._counts(), **names)
        return f"{self._say(flow)}. {self._pick(flow.told)}"

    def tell(self, state: State) -> str:
        """List every change, or set the principle before and after beside each other."""
        flow = self._followed(state)
        told = self._tell_one(flow) if flow else self._tell_all()
        notes = [self._words["names-note"], *([self._words["note"]] if flow else [])]
        small = "".join(f"<p><small>{escape(note)}</small></p>" for note in notes)
        return told + small + self._citations.sources(self._sources(flow))

    def ask(self, state: State) -> str:
        """Ask what became of the followed one."""
        flow = self._followed(state)
        return self._words["ask"].format(before=self._before[flow.before]) if flow else ""

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer the kinds of change."""
        kinds = KINDS if self._followed(state) else ()
        return tuple(Option(id=kind, label=self._words[f"{kind}-means"]) for kind in kinds)

    def compare(self, state: State, guess: str) -> str:
        """Say whether it is so; the finding beside it says why."""
        flow = self._followed(state)
        if flow is None:
            return ""
        key = "is-so" if guess == flow.kind else "is-other"
        return self._words[key].format(means=self._words[f"{flow.kind}-means"])

    def _followed(self, state: State) -> Flow | None:
        slug = str(state["follow"])
        return None if slug == ALL else self._all.flow_of(slug)

    def _counts(self) -> dict[str, int]:
        return Counter(flow.kind for flow in self._all.flows.values())

    def _find(self, state: State) -> str:
        flow = self._followed(state)
        if flow is None:
            return self._words["finding"].format(**self._counts())
        before, kind = self._before[flow.before], self._words[flow.kind]
        return self._words["finding-one"].format(before=before, kind=kind)

    def _say(self, flow: Flow) -> str:
        before, after = self._before[flow.before], self._after[flow.after]
        has_taken_in = flow.kind == "merged" and flow.before == flow.after
        key = "taken-in" if has_taken_in else flow.kind
        return self._words[f"say-{key}"].format(before=before, after=after)

    def _tell_all(self) -> str:
        words = self._words
        head = [words["before"], words["change"], words["after"]]
        rows = [
            tuple(map(escape, (self._before[one.before], words[one.kind], self._after[one.after])))
            for one in self._all.flows.values()
        ]
        return table(head, rows)

    def _tell_one(self, flow: Flow) -> str:
        words = self._words
        before, after = self._all.eight[flow.before], self._all.seven[flow.after]
        clauses = words["clauses-of"]
        rows = [
            (words["name"], self._pick(before.name), self._pick(after.name)),
            (words["meaning"], self._pick(before.meaning), self._pick(after.meaning)),
            (
                words["clauses"],
                clauses.format(edition="2008", clauses=", ".join(before.clauses)),
                clauses.format(edition="2015", clauses=", ".join(after.clauses)),
            ),
        ]
        head = [words["what"], words["before"], words["after"]]
        return table(head, [tuple(map(escape, row)) for row in rows]) + self._tell_desk(flow.after)

    def _tell_desk(self, slug: str) -> str:
        words, found = self._words, self._all.seven[slug]
        others = neighbours_of(slug, self._all.neighbours.seven)
        apart = [
            f"{self._after[other]}. {self._pick(one.alike)} {self._pick(one.apart)}"
            for other, one in others
        ]
        rows = [
            (words["alive"], escape(self._pick(found.alive))),
            (words["absent"], escape(self._pick(found.absent))),
            (words["evidence"], _list(map(self._pick, found.evidence))),
            (words["apart"], _list(apart)),
        ]
        return table([words["what"], words["at-the-desk"]], rows)

    def _sources(self, flow: Flow | None) -> list[str]:
        flows = [flow] if flow else self._all.flows.values()
        found = [source for one in flows for source in one.sources]
        return [*found, *(self._all.clauses["2015"].sources if flow else ())]

    def _pick(self, text: Text) -> str:
        return text.pick(self._language)


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
