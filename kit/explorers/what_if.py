"""What if: scenes from the life of a fictional certificate, predicted first and then shown."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

import msgspec

from kit.content.cycle_rules import CycleScene, RuleEdition
from kit.cycle.certificate import Certificate
from kit.cycle.order import Problem, sift
from kit.cycle.status import State as Standing
from kit.cycle.status import status_on
from kit.cycle.steps import to_events
from kit.explorers.cycle_telling import CycleTelling
from kit.explorers.explorer import Choice, Explorer, Option, Setting, State

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "what-if"


class WhatIf(Explorer):
    """Show what a scene leads to under the rules of an edition."""

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._telling = CycleTelling(setting)
        self._scenes = setting.library.cycle_scenes
        self._rules = setting.library.cycle_rules
        self._language = setting.language
        self.title = self._words["title"]
        self.controls = (
            Choice(
                name="scene",
                label=self._words["scene"],
                options=tuple(
                    Option(id=slug, label=scene.title.pick(setting.language))
                    for slug, scene in self._scenes.items()
                ),
            ),
            Choice(
                name="edition",
                label=self._telling["edition"],
                help=self._telling["edition-help"],
                options=tuple(
                    Option(id=edition, label=rules.standard.pick(setting.language))
                    for edition, rules in self._rules.items()
                ),
            ),
        )

    def start(self) -> State:
        """Begin with the first scene under the newer of the two rule sets."""
        return {"scene": next(iter(self._scenes)), "edition": max(self._rules)}

    def frames(self) -> Iterator[State]:
        """Yield each scene under each edition, the start first."""
        for scene in self._scenes:
            for edition in sorted(self._rules, reverse=True):
                yield {"scene": scene, "edition": edition}

    def draw(self, state: State) -> Figure | None:
        """Draw the timeline of the scene."""
        from kit.explorers.cycle_drawing import draw_timeline

        scene, certificate, _ = self._play(state)
        note = self._words["note"].format(standard=self._telling.standard(certificate))
        return draw_timeline(certificate, scene.asked_on, self._telling, note)

    def describe(self, state: State) -> str:
        """Say how the certificate stands, what is due, and what to take along."""
        scene, certificate, _ = self._play(state)
        teaches = scene.teaches[self._edition(state)].pick(self._language)
        return f"{self._telling.say_all(certificate, scene.asked_on)} {teaches}"

    def tell(self, state: State) -> str:
        """Tell the scene, and list what the rules refuse and what is due by which rule."""
        scene, certificate, problems = self._play(state)
        story = scene.story.pick(self._language)
        refused = self._telling.tell_problems(problems)
        dues = self._telling.tell_dues(certificate, scene.asked_on)
        return f"<p>{escape(story)}</p>{refused}{dues}<p>{escape(self._words['fictional'])}</p>"

    def ask(self, state: State) -> str:
        """Tell the scene and ask how the certificate stands."""
        scene = self._scenes[str(state["scene"])]
        return f"{scene.story.pick(self._language)} {scene.asks.pick(self._language)}"

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer the states that one may expect."""
        scene = self._scenes[str(state["scene"])]
        if self._edition(state) in scene.not_asked:
            return ()
        names = {slug: self._telling.name_state(Standing(slug)) for slug in scene.guesses}
        return tuple(Option(id=slug, label=name) for slug, name in names.items())

    def compare(self, state: State, guess: str) -> str:
        """Say whether the certificate stands as expected."""
        scene, certificate, _ = self._play(state)
        found = status_on(certificate, scene.asked_on).state
        key = "as-expected" if guess == found else "not-as-expected"
        return self._words[key].format(found=self._telling.name_state(found))

    def _edition(self, state: State) -> RuleEdition:
        edition: RuleEdition = msgspec.convert(state["edition"], RuleEdition)
        return edition

    def _play(self, state: State) -> tuple[CycleScene, Certificate, tuple[Problem, ...]]:
        scene = self._scenes[str(state["scene"])]
        certificate, problems = sift(to_events(scene.steps), self._rules[self._edition(state)])
        return scene, certificate, problems
