"""The certificate reader: fictional certificates, sound and faulty, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from kit.content.trust_exercises import Specimen
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Control, Explorer, Option, Setting, State

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kit.figures.certificate_reader import Shown

NAME = "certificate-reader"
WHOLE, JUDGE, NOTHING = "whole", "judge", "nothing"
REGISTER = "register"


class CertificateReader(Explorer):
    """Let a certificate be read part by part, then judged."""

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._language = setting.language
        self._reading = setting.library.certificate_reading
        self._sound = setting.library.case.certificate
        self._citations = Citations(setting)
        self.title = self._words["title"]
        self.controls = tuple(self._list_controls())

    def start(self) -> State:
        """Begin with the first certificate as a whole."""
        return {"specimen": next(iter(self._reading.specimens)), "look": WHOLE}

    def frames(self) -> Iterator[State]:
        """Yield each certificate as a whole, part by part, and the judgement.

        Parts that nothing is wrong with in any certificate are left out. The others are there for
        each: a list that offered only what is doubtful would give it away.
        """
        specimens = self._reading.specimens
        doubtful = {doubt.part for one in specimens.values() for doubt in one.doubts}
        parts = [slug for slug in self._reading.parts if slug in doubtful | {REGISTER}]
        for slug, look in product(specimens, (WHOLE, *parts, JUDGE)):
            yield {"specimen": slug, "look": look}

    def draw(self, state: State) -> Figure:
        """Draw the certificate; the register only where it was looked up."""
        from kit.figures.certificate_reader import draw_specimen

        return draw_specimen(
            self._finding(state),
            {slug: self._show(slug, state) for slug in self._reading.parts},
            self._specimen(state).marks,
            self._words,
        )

    def describe(self, state: State) -> str:
        """Say what stands there, or what is to be said of it."""
        specimen, look = self._specimen(state), str(state["look"])
        if look == WHOLE:
            named = enumerate(self._reading.parts, start=1)
            parts = [f"{n}. {self._read(slug, state)}" for n, slug in named if slug != REGISTER]
            return self._words["say-whole"].format(
                name=specimen.name.pick(self._language), parts="; ".join(parts)
            )
        if look == JUDGE:
            return " ".join(self._judge(specimen))
        part = self._reading.parts[look]
        return self._words["say-part"].format(
            part=self._name(look), shows=self._shows(look, state), ask=part.ask.pick(self._language)
        )

    def tell(self, state: State) -> str:
        """Tell what each part is for, or, once judged, what to say of each and how to verify."""
        if state["look"] == JUDGE:
            return self._tell_judged(state) + self._tell_ways()
        slugs = list(self._reading.parts) if state["look"] == WHOLE else [str(state["look"])]
        rows = [
            (self._number_name(slug), escape(self._ask(slug)), escape(self._meaning(slug)))
            for slug in slugs
        ]
        return table([self._words[key] for key in ("part", "question", "meaning")], rows)

    def ask(self, state: State) -> str:
        """Ask for the doubtful part."""
        return self._words["ask"] if self.guesses(state) else ""

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer each part, and that there is nothing to doubt, before the judgement."""
        if state["look"] != JUDGE:
            return ()
        parts = (Option(id=slug, label=self._number_name(slug)) for slug in self._reading.parts)
        return (Option(id=NOTHING, label=self._words["nothing"]), *parts)

    def compare(self, state: State, guess: str) -> str:
        """Say whether the doubt was in its place."""
        doubts = self._specimen(state).doubts
        if not doubts:
            return self._words["compare-sound" if guess == NOTHING else "compare-false-alarm"]
        if any(guess in {doubt.part, *doubt.also} for doubt in doubts):
            return self._words["compare-found"]
        missed = doubts[0].part
        key = "compare-missed" if guess == NOTHING else "compare-other"
        return self._words[key].format(number=self._number(missed), part=self._name(missed))

    def _list_controls(self) -> Iterator[Control]:
        words, reading = self._words, self._reading
        yield Choice(
            name="specimen",
            label=words["specimen"],
            help=words["specimen-help"],
            options=tuple(
                Option(id=slug, label=one.name.pick(self._language))
                for slug, one in reading.specimens.items()
            ),
        )
        yield Choice(
            name="look",
            label=words["look"],
            help=words["look-help"],
            options=(
                Option(id=WHOLE, label=words["whole"]),
                *(Option(id=slug, label=self._number_name(slug)) for slug in reading.parts),
                Option(id=JUDGE, label=words["judge"]),
            ),
        )

    def _specimen(self, state: State) -> Specimen:
        return self._reading.specimens[str(state["specimen"])]

    def _number(self, slug: str) -> int:
        return list(self._reading.parts).index(slug) + 1

    def _name(self, slug: str) -> str:
        name = self._reading.parts[slug].name or self._sound[slug].name
        return name.pick(self._language)

    def _number_name(self, slug: str) -> str:
        return f"{self._number(slug)}. {self._name(slug)}"

    def _ask(self, slug: str) -> str:
        return self._reading.parts[slug].ask.pick(self._language)

    def _meaning(self, slug: str) -> str:
        meaning = self._reading.parts[slug].meaning or self._sound[slug].meaning
        return meaning.pick(self._language)

    def _shows(self, slug: str, state: State) -> str:
        own = self._specimen(state).shows.get(slug)
        shows = own or self._reading.parts[slug].shows or self._sound[slug].shows
        return shows.pick(self._language)

    def _read(self, slug: str, state: State) -> str:
        return f"{self._name(slug)}: {self._shows(slug, state)}"

    def _show(self, slug: str, state: State) -> Shown:
        from kit.figures.certificate_reader import Shown

        look = state["look"]
        is_hidden = slug == REGISTER and look not in {REGISTER, JUDGE}
        doubtful = {doubt.part for doubt in self._specimen(state).doubts}
        return Shown(
            name=self._name(slug),
            text=self._words["not-looked-up"] if is_hidden else self._shows(slug, state),
            is_pointed_at=slug == look,
            is_doubtful=look == JUDGE and slug in doubtful,
        )

    def _finding(self, state: State) -> str:
        specimen, look = self._specimen(state), str(state["look"])
        name = specimen.name.pick(self._language)
        if look == WHOLE:
            return self._words["figure-whole"].format(name=name)
        if look != JUDGE:
            return self._words["figure-part"].format(name=name, part=self._number_name(look))
        if not specimen.doubts:
            return self._words["figure-sound"].format(name=name)
        number = self._number(specimen.doubts[0].part)
        return self._words["figure-doubt"].format(name=name, number=number)

    def _judge(self, specimen: Specimen) -> Iterator[str]:
        yield specimen.told.pick(self._language)
        for doubt in specimen.doubts:
            yield doubt.what.pick(self._language)
            yield doubt.verify.pick(self._language)

    def _tell_judged(self, state: State) -> str:
        specimen = self._specimen(state)
        rows = [
            (self._number_name(slug), escape(self._shows(slug, state)), self._say(slug, specimen))
            for slug in self._reading.parts
        ]
        head = [self._words[key] for key in ("part", "stands", "judged")]
        sources = [*specimen.sources, *(slug for one in specimen.doubts for slug in one.sources)]
        return table(head, rows) + self._citations.sources(sources)

    def _say(self, slug: str, specimen: Specimen) -> str:
        for doubt in specimen.doubts:
            if slug == doubt.part:
                said = self._words["doubt"].format(what=doubt.what.pick(self._language))
                return f"<b>{escape(said)}</b>"
            if slug in doubt.also:
                return escape(self._words["see"].format(number=self._number(doubt.part)))
        return escape(self._words["fine"])

    def _tell_ways(self) -> str:
        ways, language = self._reading.ways.values(), self._language
        rows = [
            tuple(escape(text.pick(language)) for text in (one.name, one.then, one.now))
            for one in ways
        ]
        head = [self._words[key] for key in ("way", "then", "now")]
        sources = self._citations.sources(slug for one in ways for slug in one.sources)
        return f"<p><b>{escape(self._words['verify-head'])}</b></p>{table(head, rows)}{sources}"
