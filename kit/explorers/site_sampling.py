"""Site sampling after IAF MD 1: how many of many sites an audit visits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape
from math import isqrt
from typing import TYPE_CHECKING, cast

from kit.cycle.sites import AUDIT_KINDS, AuditKind, SiteSample, sample_sites
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Count, Explorer, Option, Setting, State, Switch
from kit.explorers.numerals import Numerals

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "site-sampling"
MOST_SITES = 100
_FRAMES = (1, 2, 4, 5, 9, 10, 16, 17, 25, 36, 64, 100)


class SiteSampling(Explorer):
    """Show how many of an organisation's sites each kind of audit visits."""

    def __init__(self, setting: Setting) -> None:
        words = setting.library.explorer_words(NAME, setting.language)
        self._words = words
        self._table = setting.library.site_sampling
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self.title = words["title"]
        kinds = tuple(Option(id=kind, label=words[kind]) for kind in AUDIT_KINDS)
        self.controls = (
            Count(
                name="sites", label=words["sites"], help=words["sites-help"], low=1, high=MOST_SITES
            ),
            Choice(name="kind", label=words["kind"], options=kinds),
            Switch(name="is-suitable", label=words["is-suitable"]),
        )

    def start(self) -> State:
        """Begin with sixteen alike sites and a year's surveillance."""
        return {"sites": 16, "kind": "surveillance", "is-suitable": True}

    def frames(self) -> Iterator[State]:
        """Yield numbers on both sides of perfect squares, for each audit, alike sites or not."""
        yield self.start()
        for is_suitable in (True, False):
            for kind in AUDIT_KINDS:
                for sites in _FRAMES:
                    yield {"sites": sites, "kind": kind, "is-suitable": is_suitable}

    def draw(self, state: State) -> Figure:
        """Draw a mark for each site."""
        from kit.figures.site_sampling import Field, draw_sites

        words, found = self._words, self._sample(state)
        chosen, left = found.sampled - found.at_random, found.sites - found.sampled
        field = Field(
            chosen=chosen,
            at_random=found.at_random,
            left_out=left,
            said_chosen=words["for-reasons" if found.at_random else "audited"].format(n=chosen),
            said_at_random=words["at-random"].format(n=found.at_random),
            said_left_out=words["left-out"].format(n=left),
            said_central=words["central"],
        )
        kind = words[f"at-{state['kind']}"]
        one = "finding-one" if found.sites == 1 else "finding"
        finding = words[one].format(kind=kind, sampled=found.sampled, sites=found.sites)
        return draw_sites(finding, field)

    def describe(self, state: State) -> str:
        """Say how many sites are visited, and by which sum."""
        words, found = self._words, self._sample(state)
        told = words[f"say-{self._case(state, found)}"].format(
            kind=words[f"at-{state['kind']}"],
            sites=found.sites,
            sampled=found.sampled,
            random=found.at_random,
            formula=self._say_formula(state, found),
            share=getattr(self._table.of_all, _kind(state)),
        )
        usually = [words["say-usually"]] if _is_hedged(state) else []
        return " ".join([told, *usually, words["say-central"]])

    def tell(self, state: State) -> str:
        """List what each audit would visit, and the rules."""
        words, found = self._words, self._sample(state)
        rows = [
            (escape(words[kind]), str(self._sample({**state, "kind": kind}).sampled))
            for kind in AUDIT_KINDS
        ]
        rules = "".join(f"<li>{self._citations.rule(rule)}</li>" for rule in found.rules)
        return (
            table([words["all-audits"], words["visited"]], rows)
            + f"<ul>{rules}</ul><p>{escape(words['note'])}</p>"
            + self._citations.sources(self._rule_sources(found))
        )

    def ask(self, state: State) -> str:
        """Ask for the number of sites."""
        return self._words["ask"].format(sites=state["sites"])

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer the root, a third and all, as far as they differ; nothing under a hedged rule."""
        sites, found = int(state["sites"]), self._sample(state)
        if sites == 1 or _is_hedged(state):
            return ()
        numbers = sorted({found.sampled, isqrt(sites), -(-sites // 3), sites})
        return tuple(Option(id=str(n), label=self._words["guess"].format(n=n)) for n in numbers)

    def compare(self, state: State, guess: str) -> str:
        """Compare the number expected with the number that the rule gives."""
        sampled = self._sample(state).sampled
        key = "compare-right" if guess == str(sampled) else "compare-other"
        return self._words[key].format(guess=guess, sampled=sampled)

    def _sample(self, state: State) -> SiteSample:
        is_suitable = bool(state["is-suitable"])
        return sample_sites(self._table, int(state["sites"]), _kind(state), is_suitable=is_suitable)

    def _case(self, state: State, found: SiteSample) -> str:
        is_all = found.sampled == found.sites
        if state["is-suitable"]:
            return "all-of-sample" if is_all else "sample"
        share = getattr(self._table.of_all, _kind(state))
        return "unsuitable-all" if share == 100 else "unsuitable-share"  # noqa: PLR2004

    def _say_formula(self, state: State, found: SiteSample) -> str:
        """Write the sum: 0.6 × √10 = 1.9, rounded up 2."""
        percent = getattr(self._table.of_root, _kind(state))
        value = self._numerals.decimal(Fraction(isqrt(percent**2 * found.sites * 100), 1000), 2)
        factor = self._numerals.decimal(Fraction(percent, 100), 2)
        root = f"√{found.sites}" if factor == "1" else f"{factor} × √{found.sites}"
        said = value
        if value != str(found.sampled):
            said = self._words["say-rounded"].format(value=value, sampled=found.sampled)
        return f"{root} = {said}"

    def _rule_sources(self, found: SiteSample) -> list[str]:
        return [slug for rule in found.rules for slug in rule.sources]


def _kind(state: State) -> AuditKind:
    return cast("AuditKind", state["kind"])


def _is_hedged(state: State) -> bool:
    """Tell whether the number rests on the plain root, which was not confirmed."""
    return state["kind"] == "initial" and bool(state["is-suitable"])
