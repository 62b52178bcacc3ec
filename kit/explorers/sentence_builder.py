"""The sentence builder: who does what to whom and when, and whether that can be true."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import product
from types import MappingProxyType

from kit.content.records import CaseHead
from kit.explorers.citing import Citations
from kit.explorers.explorer import Choice, Control, Explorer, Option, Setting, State
from kit.trust.answers import Answer, is_possible
from kit.trust.graph import Sentence, open_graph
from kit.trust.phrasing import capitalise, name_as_object, phrase

NAME = "sentence-builder"
_GUESSES = MappingProxyType(
    {"yes": ("known", "possible"), "then": ("not-then",), "no": ("impossible",)}
)


class SentenceBuilder(Explorer):
    """Judge a sentence put together from two bodies, a verb and a time."""

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._language = setting.language
        self._graph = open_graph(setting.library)
        self._moments = setting.library.moments
        self._case = setting.library.case
        self._citations = Citations(setting)
        self.title = self._words["title"]
        self.controls = tuple(self._list_controls())

    def start(self) -> State:
        """Begin with the sentence of the mayor, nearly."""
        return _state(Sentence("iso", "certifies", self._case.organisation), self._then_and_now[0])

    def frames(self) -> Iterator[State]:
        """Yield sentences of those whom the lesson speaks of, then and now."""
        for one in _list_telling(self._case):
            for moment in self._then_and_now:
                yield _state(one, moment)

    def describe(self, state: State) -> str:
        """Say the sentence, whether it can be true, why, and which sentence could be."""
        answer = self._answer(state)
        verdict = self._words[answer.verdict].format(moment=self._moment(state))
        said = [f"{self._phrase(_sentence(state))}.", verdict, answer.reason.pick(self._language)]
        if answer.instead is not None:
            said.append(self._say_instead(answer.instead, state))
        return " ".join(said)

    def tell(self, state: State) -> str:
        """Tell what kind of body each is, what is known of other days, and the sources."""
        answer = self._answer(state)
        lines = [self._say_kind(slug) for slug in dict.fromkeys((state["who"], state["whom"]))]
        if answer.link is not None and answer.verdict != "known":
            known = answer.link.known.pick(self._language)
            lines.append(self._words["known-of-others"].format(known=known))
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        return f"<ul>{items}</ul>{self._citations.sources(answer.sources)}"

    def ask(self, state: State) -> str:
        """Ask whether the sentence can be true."""
        sentence = self._phrase(_sentence(state))
        return self._words["ask"].format(moment=self._moment(state), sentence=sentence)

    def guesses(self, state: State) -> tuple[Option, ...]:  # noqa: ARG002 - the same for all
        """Offer the three sorts of answers."""
        return tuple(Option(id=one, label=self._words[f"guess-{one}"]) for one in _GUESSES)

    def compare(self, state: State, guess: str) -> str:
        """Say whether the guess was right, and if not, where to look."""
        verdict = self._answer(state).verdict
        right = next(one for one, verdicts in _GUESSES.items() if verdict in verdicts)
        return self._words["compare-right" if guess == right else f"compare-{right}"]

    @property
    def _then_and_now(self) -> tuple[str, str]:
        first, *_, last = self._moments
        return first, last

    def _list_controls(self) -> Iterator[Control]:
        words, language = self._words, self._language
        bodies = [slug for slug, body in self._graph.bodies.items() if not body.is_example]
        labels = {
            "who": {slug: capitalise(self._name(slug)) for slug in bodies},
            "verb": {
                slug: verb.name.pick(language) for slug, verb in self._graph.roles.verbs.items()
            },
            "whom": {slug: name_as_object(self._graph, slug, language) for slug in bodies},
            "moment": {slug: one.name.pick(language) for slug, one in self._moments.items()},
        }
        for name, offered in labels.items():
            options = tuple(Option(id=slug, label=label) for slug, label in offered.items())
            yield Choice(name=name, label=words[name], options=options)

    def _answer(self, state: State) -> Answer:
        one, on = _sentence(state), self._moments[str(state["moment"])].on
        return is_possible(self._graph, one.who, one.verb, one.whom, on)

    def _say_instead(self, instead: Sentence, state: State) -> str:
        on = self._moments[str(state["moment"])].on
        found = is_possible(self._graph, instead.who, instead.verb, instead.whom, on)
        return self._words[f"instead-{found.verdict}"].format(sentence=self._phrase(instead))

    def _say_kind(self, slug: str | int) -> str:
        body = self._graph.bodies[str(slug)]
        kind = self._graph.roles.kinds[body.kind].name.pick(self._language)
        name = capitalise(body.name.pick(self._language))
        if body.full_name is not None:
            full = body.full_name.pick(self._language)
            name = self._words["full-name"].format(name=name, full=full)
        return self._words["is-kind"].format(name=name, kind=kind)

    def _name(self, slug: str) -> str:
        return self._graph.bodies[slug].name.pick(self._language)

    def _phrase(self, sentence: Sentence) -> str:
        return phrase(self._graph, sentence, self._language)

    def _moment(self, state: State) -> str:
        return self._moments[str(state["moment"])].name.pick(self._language)


def _sentence(state: State) -> Sentence:
    return Sentence(str(state["who"]), str(state["verb"]), str(state["whom"]))


def _state(sentence: Sentence, moment: str) -> State:
    return {
        "who": sentence.who,
        "verb": sentence.verb,
        "whom": sentence.whom,
        "moment": moment,
    }


def _list_telling(case: CaseHead) -> Iterator[Sentence]:
    """Yield what a page without a kernel can put together: each with each."""
    town, body, accreditor = case.organisation, case.certification_body, case.accreditation_body
    unions = ("iaf", "global-accreditation-cooperation")
    bodies = ("iso", *unions, accreditor, "ea-bas", body, town, "consultant")
    verbs = ("certifies", "accredits", "recognises")
    for who, verb, whom in product(bodies, verbs, (town, body, "ea")):
        yield Sentence(who, verb, whom)
