"""The eight principles at an imagined service desk, each seen from five sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from kit.content.principles import Principle, Scene, neighbours_of
from kit.content.records import Edition
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Explorer, Option, Setting, State
from kit.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "eight-in-pomorie"
VIEWS = ("alive", "absent", "evidence", "neighbours", "requirements")


class EightInPomorie(Explorer):
    """Show one principle at a time: alive, absent, its evidence, neighbours and requirements."""

    def __init__(self, setting: Setting) -> None:
        self._language = setting.language
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._all = setting.library.principles
        self._names = {slug: self._pick(one.name) for slug, one in self._all.eight.items()}
        self._citations = Citations(setting)
        self.title = self._words["title"]
        self.controls = (
            self._choice("principle", self._names),
            self._choice("view", {view: self._words[view] for view in VIEWS}),
        )

    def start(self) -> State:
        """Begin with the first principle, alive."""
        return {"principle": next(iter(self._names)), "view": VIEWS[0]}

    def frames(self) -> Iterator[State]:
        """Yield every principle from every side."""
        for principle, view in product(self._names, VIEWS):
            yield {"principle": principle, "view": view}

    def draw(self, state: State) -> Figure:
        """Draw the eight with the chosen one marked."""
        from kit.figures.eight_in_pomorie import draw_ring

        slug, view = _read(state)
        order = list(self._names)
        others = self._neighbours(slug) if view == "neighbours" else []
        finding = self._words[f"finding-{view}"].format(
            n=order.index(slug) + 1, others=self._join([str(order.index(o) + 1) for o in others])
        )
        marked = [order.index(other) for other in others]
        names = list(self._names.values())
        return draw_ring(names, order.index(slug), marked, finding, self._words)

    def describe(self, state: State) -> str:
        """Tell the scene, or name the evidence, the neighbours or the clauses."""
        slug, view = _read(state)
        found = self._all.eight[slug]
        flow = self._all.flow_of(slug)
        after = self._all.seven[flow.after]
        values = {
            "name": self._names[slug],
            "told": self._pick(found.absent if view == "absent" else found.alive),
            "signs": "; ".join(map(self._pick, found.evidence)),
            "others": "; ".join(self._names[other] for other in self._neighbours(slug)),
            "old": ", ".join(found.clauses),
            "new": ", ".join(after.clauses),
            "after": self._pick(after.name),
        }
        return self._words[f"say-{view}"].format(**values)

    def tell(self, state: State) -> str:
        """Explain the principle, and what goes with the side that is shown."""
        slug, view = _read(state)
        found = self._all.eight[slug]
        means = self._words["means"].format(meaning=self._pick(found.meaning))
        more = {"neighbours": self._tell_neighbours, "requirements": self._tell_requirements}
        told = more[view](slug) if view in more else ""
        clauses = self._all.clauses.values() if view == "requirements" else ()
        more_sources = [source for one in clauses for source in one.sources]
        note = self._words["map-note" if view == "requirements" else "fictional"]
        return (
            f"<p>{escape(means)}</p>{told}<p><small>{escape(note)}</small></p>"
            f"{self._citations.sources([*found.sources, *more_sources])}"
        )

    def ask(self, state: State) -> str:
        """Ask about a scene before the neighbours are told apart."""
        scene = self._scene(state)
        return self._words["ask"].format(scene=self._pick(scene.told)) if scene else ""

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer the two principles of the scene, in the order of the eight."""
        scene = self._scene(state)
        pair = {scene.principle, scene.tempting} if scene else set()
        return tuple(Option(id=s, label=name) for s, name in self._names.items() if s in pair)

    def compare(self, state: State, guess: str) -> str:
        """Say which principle is at work in the scene, and why."""
        scene = self._scene(state)
        if scene is None:
            return ""
        why, why_not = self._pick(scene.why), self._pick(scene.why_not)
        if guess == scene.principle:
            return self._words["is-so"].format(why=why)
        name = self._names[scene.principle]
        return self._words["is-other"].format(name=name, why=why, why_not=why_not)

    def _scene(self, state: State) -> Scene | None:
        """Return the scene to ask about: the chosen one at work in half of them, by turns."""
        slug, view = _read(state)
        if view != "neighbours":
            return None
        is_at_work = list(self._names).index(slug) % 2 == 0
        scenes = self._all.scenes.values()
        found = (one for one in scenes if slug == (one.principle if is_at_work else one.tempting))
        return next(found, None)

    def _tell_neighbours(self, slug: str) -> str:
        words = self._words
        pairs = neighbours_of(slug, self._all.neighbours.eight)
        apart = table(
            [words["confused-with"], words["apart"]],
            [
                (
                    escape(self._names[other]),
                    escape(f"{self._pick(one.alike)} {self._pick(one.apart)}"),
                )
                for other, one in pairs
            ],
        )
        scenes = [scene for _, one in pairs for scene in self._all.scenes_between(one.pair)]
        return apart + table([words["scene"], words["at-work"]], map(self._tell_scene, scenes))

    def _tell_scene(self, scene: Scene) -> tuple[str, str]:
        why = f"{self._pick(scene.why)} {self._pick(scene.why_not)}"
        name = self._names[scene.principle]
        return escape(self._pick(scene.told)), f"<b>{escape(name)}</b>. {escape(why)}"

    def _tell_requirements(self, slug: str) -> str:
        words, found = self._words, self._all.eight[slug]
        after = self._all.seven[self._all.flow_of(slug).after]
        rows = [
            ("ISO 9001:2008", self._list_clauses("2008", found)),
            ("ISO 9001:2015", self._list_clauses("2015", after)),
        ]
        note = f"<p><small>{escape(words['names-note'])}</small></p>"
        return table([words["edition"], words["reflected-in"]], rows) + note

    def _list_clauses(self, edition: Edition, principle: Principle) -> str:
        topics = self._all.clauses[edition].topics
        lines = (f"{one} {self._pick(topics[one])}" for one in principle.clauses)
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"

    def _neighbours(self, slug: str) -> list[str]:
        found = {other for other, _ in neighbours_of(slug, self._all.neighbours.eight)}
        return [name for name in self._names if name in found]

    def _join(self, parts: Sequence[str]) -> str:
        if len(parts) < 2:  # noqa: PLR2004 - one needs no "and"
            return "".join(parts)
        return self._words["and"].format(first=", ".join(parts[:-1]), last=parts[-1])

    def _choice(self, name: str, labels: dict[str, str]) -> Choice:
        options = tuple(Option(id=slug, label=label) for slug, label in labels.items())
        return Choice(name=name, label=self._words[name], options=options)

    def _pick(self, text: Text) -> str:
        return text.pick(self._language)


def _read(state: State) -> tuple[str, str]:
    return str(state["principle"]), str(state["view"])
