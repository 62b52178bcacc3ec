"""The chain of trust at a chosen time, from a town's certificate up to those who check checkers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Control, Explorer, Option, Setting, State
from kit.trust.answers import judge
from kit.trust.chain import BELONGS, Step, appointed_by, chain_above
from kit.trust.graph import Sentence, open_graph
from kit.trust.phrasing import capitalise, phrase

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kit.figures.chain_of_trust import Rung

NAME = "chain-of-trust"
EXAMPLE, NATIONAL = "example-municipality", "ea-bas"
TOPS = ("iso", "eu", "iaf", "global-accreditation-cooperation")
UNION = "eu"


class ChainOfTrust(Explorer):
    """Show who checks whom on a day, what is known of it and what the roles allow."""

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._language = setting.language
        self._graph = open_graph(setting.library)
        self._moments = setting.library.moments
        case = setting.library.case
        self._case = case.organisation
        shown = (case.organisation, EXAMPLE, case.certification_body, case.accreditation_body)
        self._shown = tuple(dict.fromkeys((*shown, NATIONAL)))
        self._comparison = setting.library.trust_comparison
        self._citations = Citations(setting)
        self.title = self._words["title"]
        self.controls: tuple[Control, ...] = (
            Choice(
                name="moment",
                label=self._words["moment"],
                options=tuple(
                    Option(id=slug, label=one.name.pick(self._language))
                    for slug, one in self._moments.items()
                ),
            ),
            Choice(
                name="body",
                label=self._words["body"],
                help=self._words["body-help"],
                options=tuple(Option(id=slug, label=self._label(slug)) for slug in self._shown),
            ),
        )

    def start(self) -> State:
        """Begin with the case, on the day of the decision."""
        return {"moment": next(iter(self._moments)), "body": self._case}

    def frames(self) -> Iterator[State]:
        """Yield each body at each time."""
        for body, moment in product(self._shown, self._moments):
            yield {"moment": moment, "body": body}

    def draw(self, state: State) -> Figure:
        """Draw the ladder from the chosen body up."""
        from kit.figures.chain_of_trust import draw_chain

        return draw_chain(self._finding(state), list(self._rungs(state)), self._words["appoints"])

    def describe(self, state: State) -> str:
        """Say the links that are known, those that are not, and who stands at the top."""
        return " ".join(
            [*self._say_links(state), self._words["say-top"].format(top=self._top(state))]
        )

    def tell(self, state: State) -> str:
        """Tell how each link is known; for an accreditation body also compare the two."""
        why = self._moments[str(state["moment"])].why.pick(self._language)
        steps = self._steps(state)
        rows = [(escape(self._say(step)), escape(self._know(step))) for step in steps]
        sources = [slug for step in steps for slug in step.answer.sources]
        head = [self._words["step"], self._words["how-known"]]
        links = f"<p>{escape(why)}</p>{table(head, rows)}{self._citations.sources(sources)}"
        compared = {self._comparison.first, self._comparison.second}
        return links + (self._compare_bodies() if state["body"] in compared else "")

    def ask(self, state: State) -> str:
        """Ask for the top of the chain."""
        return self._words["ask"] if self.guesses(state) else ""

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer bodies that one may think to stand at the top, for the case."""
        if state["body"] != self._case:
            return ()
        return tuple(Option(id=slug, label=capitalise(self._name(slug))) for slug in TOPS)

    def compare(self, state: State, guess: str) -> str:
        """Say who stands at the top, and why not the one who was guessed."""
        is_right = guess == self._steps(state)[-1].above
        key = "compare-right" if is_right else f"compare-{guess}"
        return self._words[key].format(top=self._top(state))

    def _on(self, state: State) -> date:
        return self._moments[str(state["moment"])].on

    def _steps(self, state: State) -> tuple[Step, ...]:
        return chain_above(self._graph, str(state["body"]), self._on(state))

    def _top(self, state: State) -> str:
        return self._name(self._steps(state)[-1].above)

    def _name(self, slug: str) -> str:
        return self._graph.bodies[slug].name.pick(self._language)

    def _label(self, slug: str) -> str:
        name = self._name(slug)
        is_example = self._graph.bodies[slug].is_example
        return self._words["example"].format(name=name) if is_example else name

    def _finding(self, state: State) -> str:
        steps = self._steps(state)
        known = sum(step.is_known for step in steps)
        key = "finding-known" if known == len(steps) else "finding-partly"
        if self._is_invented(steps[0]):
            key = "finding-invented"
        moment = self._moments[str(state["moment"])].name.pick(self._language)
        return self._words[key].format(
            moment=moment, top=self._top(state), known=known, all=len(steps)
        )

    def _rungs(self, state: State) -> Iterator[Rung]:
        from kit.figures.chain_of_trust import Rung

        on, body = self._on(state), str(state["body"])
        yield Rung(name=self._name(body), kind=self._kind(body), beside=self._state_of(body, on))
        for step in self._steps(state):
            yield Rung(
                name=self._name(step.above),
                kind=self._kind(step.above),
                arrow=self._arrow(step),
                is_known=step.is_known,
                points_up=step.sentence.verb == BELONGS,
                beside=self._state_of(step.above, on),
            )

    def _kind(self, slug: str) -> str:
        body = self._graph.bodies[slug]
        kind = self._graph.roles.kinds[body.kind].name.pick(self._language)
        return self._words["example-kind"].format(kind=kind) if body.is_example else kind

    def _arrow(self, step: Step) -> str:
        verb = self._graph.roles.verbs[step.sentence.verb].name.pick(self._language)
        if not step.is_known:
            return self._words["not-stated"].format(verb=verb)
        return self._words["invented"].format(verb=verb) if self._is_invented(step) else verb

    def _is_invented(self, step: Step) -> bool:
        return self._graph.bodies[step.below].is_example

    def _state_of(self, slug: str, on: date) -> str:
        """Return the state that appointed a body, and whether it is in the union, on two lines."""
        for step in appointed_by(self._graph, slug, on):
            answer = judge(self._graph, Sentence(step.above, BELONGS, UNION), on)
            key = "in-the-eu" if answer.verdict == "known" else "outside-the-eu"
            return f"{capitalise(self._name(step.above))}\n{self._words[key]}"
        return ""

    def _say(self, step: Step) -> str:
        return phrase(self._graph, step.sentence, self._language)

    def _say_links(self, state: State) -> Iterator[str]:
        moment = self._moments[str(state["moment"])].name.pick(self._language)
        groups: dict[str, list[str]] = {"say-known": [], "say-possible": [], "say-invented": []}
        for step in self._steps(state):
            key = "say-known" if step.is_known else "say-possible"
            groups["say-invented" if self._is_invented(step) else key].append(self._say(step))
        for key, said in groups.items():
            if said:
                yield self._words[key].format(moment=moment, sentences="; ".join(said))

    def _know(self, step: Step) -> str:
        reason = step.answer.reason.pick(self._language)
        if step.is_known:
            return reason
        told = self._words["possible-reason"].format(reason=reason)
        if step.answer.link is None:
            return told
        known = step.answer.link.known.pick(self._language)
        return f"{told} {self._words['known-of-others'].format(known=known)}"

    def _compare_bodies(self) -> str:
        compared, language = self._comparison, self._language
        rows = [
            tuple(escape(text.pick(language)) for text in (row.name, row.first, row.second))
            for row in compared.rows.values()
        ]
        head = [self._words["compared"], self._name(compared.first), self._name(compared.second)]
        asked = "".join(
            f"<li>{escape(point.says.pick(language))}</li>" for point in compared.law.values()
        )
        sources = [slug for row in compared.rows.values() for slug in row.sources]
        sources += [slug for point in compared.law.values() for slug in point.sources]
        return (
            f"<p><b>{escape(self._words['side-by-side'])}</b></p>{table(head, rows)}"
            f"<p><b>{escape(self._words['law'])}</b></p><ul>{asked}</ul>"
            f"<p>{escape(self._words['law-later'])}</p>"
            f"{self._citations.sources(sources)}"
        )
