"""One's own organisation against the seven principles: levels in behaviour, and one first step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from kit.explorers.citing import Citations, table
from kit.explorers.explorer import (
    Choice,
    Control,
    Day,
    Explorer,
    Offer,
    Option,
    Setting,
    State,
    Words,
)
from kit.explorers.levels import day_of, find_extremes, find_last, read_levels
from kit.explorers.numerals import Numerals
from kit.explorers.printing import print_page
from kit.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "self-assessment"
NONE = "none"
MOST_LETTERS = 500
# The same on every day, so that what was kept earlier always fits.
_FIRST_DAY, _LAST_DAY = "2020-01-01", "2099-12-31"


class SelfAssessment(Explorer):
    """Let learners rate their own organisation, compare with the last time, and choose a step."""

    is_kept = True

    def __init__(self, setting: Setting) -> None:
        self._language, self._today = setting.language, setting.today
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._all = setting.library.principles
        self._names = {slug: self._pick(one.name) for slug, one in self._all.seven.items()}
        self._behaviours = {
            slug: [self._pick(level) for level in scale.levels]
            for slug, scale in self._all.levels.items()
        }
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self._last = find_last(setting.past, setting.today)
        self.title = self._words["title"]
        self.controls = (*self._list_controls(), *self._plan_controls())

    def start(self) -> State:
        """Begin with nothing rated."""
        levels = {f"level-{slug}": NONE for slug in self._names}
        evidence = {f"evidence-{slug}": "" for slug in self._names}
        return {**levels, **evidence, "improve": NONE, "step": "", "by": ""}

    def frames(self) -> Iterator[State]:
        """Yield the start alone: what is one's own cannot be drawn beforehand."""
        yield self.start()

    def rules(self) -> Mapping[str, Any]:
        """Return the words, and the principles with their levels; the words know all the rest."""
        return {
            "words": self._words,
            "days": self._numerals.forms(),
            "principles": [
                {"slug": slug, "name": name, "behaviours": self._behaviours[slug]}
                for slug, name in self._names.items()
            ],
            "file": f"{NAME}-{{day}}.html",
            "page": print_page(self.title, ("{date}", "{told}"), "{body}", self._language),
        }

    def draw(self, state: State) -> Figure | None:
        """Draw the levels of today beside those of the last time, once something is rated."""
        from kit.figures.self_assessment import Row, draw_levels

        levels = read_levels(state)
        if not levels:
            return None
        last = self._last_levels()
        rows = [
            Row(
                name=name,
                now=levels.get(slug, 0),
                last=last.get(slug, 0),
                is_start=state["improve"] == slug,
            )
            for slug, name in self._names.items()
        ]
        key_last = self._words["key-last"].format(date=self._last_day())
        return draw_levels(rows, self._find(levels), {**self._words, "key-last": key_last})

    def describe(self, state: State) -> str:
        """Name what is strongest and weakest, and what has changed since the last time."""
        levels = read_levels(state)
        if not levels:
            return self._words["nothing-yet"]
        return f"{self._say_levels(levels)} {self._say_changes(levels)}"

    def tell(self, state: State) -> str:
        """List levels, evidence and the plan, ready to print."""
        note = f"<p><small>{escape(self._words['note'])}</small></p>"
        return self._tell_levels(state) + self._tell_plan(state) + note

    def offers(self, state: State) -> tuple[Offer, ...]:
        """Offer a page to print, once something is rated."""
        if not read_levels(state):
            return ()
        page = print_page(
            self.title,
            [
                self._words["date"].format(date=self._numerals.day(self._today)),
                self.describe(state),
            ],
            self.tell(state),
            self._language,
        )
        name, content = f"{NAME}-{self._today.isoformat()}.html", page.encode()
        label = self._words["offer"]
        return (Offer(name=name, label=label, media_type="text/html", content=content),)

    def _list_controls(self) -> Iterator[Control]:
        words = self._words
        for slug, principle in self._all.seven.items():
            name, meaning = self._names[slug], self._pick(principle.meaning)
            options = [Option(id=NONE, label=words["level-none"])]
            for n, behaviour in enumerate(self._behaviours[slug], start=1):
                label = words["level-option"].format(n=n, behaviour=behaviour)
                options.append(Option(id=str(n), label=label))
            yield Choice(
                name=f"level-{slug}",
                label=words["level"],
                help=meaning,
                group=name,
                options=tuple(options),
            )
            signs = "; ".join(map(self._pick, principle.evidence))
            yield Words(
                name=f"evidence-{slug}",
                label=words["evidence"],
                help=words["evidence-help"].format(signs=signs),
                group=name,
                most=MOST_LETTERS,
                lines=2,
            )

    def _plan_controls(self) -> Iterator[Control]:
        words = self._words
        labels = {NONE: words["improve-none"], **self._names}
        options = tuple(Option(id=slug, label=label) for slug, label in labels.items())
        yield Choice(name="improve", label=words["improve"], group=words["plan"], options=options)
        yield Words(
            name="step",
            label=words["step"],
            help=words["step-help"],
            group=words["plan"],
            most=MOST_LETTERS,
            lines=2,
        )
        yield Day(
            name="by",
            label=words["by"],
            group=words["plan"],
            first=_FIRST_DAY,
            last=_LAST_DAY,
            is_optional=True,
        )

    def _find(self, levels: Mapping[str, int]) -> str:
        found = find_extremes(levels, self._names)
        if len(levels) == 1:
            return self._words["finding-one"].format(name=found.strong[0], level=found.most)
        if found.most == found.least:
            return self._words["finding-alike"].format(level=found.most)
        strong, weak = self._shorten(found.strong), self._shorten(found.weak)
        return self._words["finding"].format(strong=strong, weak=weak)

    def _shorten(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return names[0]
        return self._words["more"].format(name=names[0], n=len(names) - 1)

    def _say_levels(self, levels: Mapping[str, int]) -> str:
        words, found = self._words, find_extremes(levels, self._names)
        if len(levels) == 1:
            return words["only-one"].format(name=found.strong[0], level=found.most)
        if found.most == found.least:
            return words["all-alike"].format(n=len(levels), level=found.most)
        strong, weak = "; ".join(found.strong), "; ".join(found.weak)
        return words["extremes"].format(
            strong=strong, most=found.most, weak=weak, least=found.least
        )

    def _say_changes(self, levels: Mapping[str, int]) -> str:
        words, last = self._words, self._last_levels()
        if not last:
            return words["first-time"]
        changes = "; ".join(
            words["change"].format(name=self._names[slug], old=last[slug], new=levels[slug])
            for slug in self._names
            if slug in last and slug in levels and last[slug] != levels[slug]
        )
        key = "changed" if changes else "unchanged"
        return words[key].format(date=self._last_day(), changes=changes)

    def _tell_levels(self, state: State) -> str:
        words, levels, last = self._words, read_levels(state), self._last_levels()
        head = [words["principle"], words["today"], words["last-time"], words["your-evidence"]]
        rows = [
            (
                escape(name),
                escape(self._tell_level(slug, levels)),
                escape(words["short-level"].format(n=last[slug]) if slug in last else words[NONE]),
                _lines(str(state[f"evidence-{slug}"])) or escape(words[NONE]),
            )
            for slug, name in self._names.items()
        ]
        return table(head, rows)

    def _tell_level(self, slug: str, levels: Mapping[str, int]) -> str:
        if slug not in levels:
            return self._words["level-none"]
        behaviour = self._behaviours[slug][levels[slug] - 1]
        return self._words["told-level"].format(n=levels[slug], behaviour=behaviour)

    def _tell_plan(self, state: State) -> str:
        words, by = self._words, str(state["by"])
        name = self._names.get(str(state["improve"]), words["improve-none"])
        day = self._numerals.day(date.fromisoformat(by)) if by else words[NONE]
        step = _lines(str(state["step"])) or escape(words[NONE])
        head = [words["start-with"], words["step"], words["by"]]
        return table(head, [(escape(name), step, escape(day))])

    def _last_levels(self) -> dict[str, int]:
        return read_levels(self._last.state) if self._last else {}

    def _last_day(self) -> str:
        return self._numerals.day(day_of(self._last)) if self._last else ""

    def _pick(self, text: Text) -> str:
        return text.pick(self._language)


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip().splitlines())
