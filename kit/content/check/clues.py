"""What gives a key away to somebody who does not read the stem: length, and absolute words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import comb

import msgspec

from kit.chance import Interval, wilson_interval
from kit.content.check.drafts import Draft
from kit.content.faults import Fault
from kit.content.records import Phrases
from kit.text import LANGUAGES

_Score = tuple[float, float]


class Clue(msgspec.Struct, frozen=True):
    """Tell how far one clue gets, in one language.

    `questions` counts those that have the clue, `hits` those in which it is right (or the
    share of it that is); `chance` is the share that it would hit if it meant nothing.
    """

    questions: int
    hits: float
    chance: float

    @property
    def share(self) -> float:
        """The share of questions in which the clue is right."""
        return self.hits / self.questions

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share, after Wilson (1927)."""
        return wilson_interval(self.hits, self.questions)

    @property
    def gives_away(self) -> bool:
        """Whether the share lies above chance beyond doubt."""
        return self.chance < self.interval[0]


def clue_faults(clues: Mapping[str, Clue], what: str) -> Iterator[Fault]:
    """Yield a fault for each language in which a clue gives keys away; `what` names the clue."""
    for language, clue in clues.items():
        if clue.gives_away:
            low, high = clue.interval
            found = f"{clue.share:.0%} {what} ({low:.0%} to {high:.0%})"
            expected = f"about {clue.chance:.0%}, as by chance"
            yield Fault("questions", f"text.{language}", found, expected)


def find_long_keys(drafts: Iterable[Draft]) -> dict[str, Clue]:
    """Return, by language, how far ticking the longest option gets."""
    with_options = [draft for draft in drafts if draft.options]
    return _by_language(lambda language: [_longest(draft, language) for draft in with_options])


def _longest(draft: Draft, language: str) -> _Score:
    """Return how often the longest option, and how often a blind tick, is right."""
    options = draft.options.values()
    lengths = [(len(option.text.pick(language)), option.correct) for option in options]
    most = max(length for length, _ in lengths)
    longest = [is_right for length, is_right in lengths if length == most]
    return sum(longest) / len(longest), len(draft.keys) / len(options)


def find_absolute_words(drafts: Iterable[Draft], absolute: Phrases) -> dict[str, Clue]:
    """Return, by language, how often absolute words stand in wrong options only.

    Of all questions with such a word in an option; the words of a language are in `absolute`.
    """
    with_options = [draft for draft in drafts if draft.options]
    patterns = {name: _pattern(getattr(absolute, name)) for name in LANGUAGES}

    def scores(language: str) -> list[_Score]:
        found = (_absolute(draft, language, patterns[language]) for draft in with_options)
        return [score for score in found if score]

    return _by_language(scores)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)" if choices else "(?!)", re.IGNORECASE)


def _absolute(draft: Draft, language: str, pattern: re.Pattern[str]) -> _Score | None:
    """Return whether wrong options only have such words, and how likely that is by chance.

    By chance the words fall on any of the options alike.
    """
    options = draft.options.values()
    has_word = [option for option in options if pattern.search(option.text.pick(language))]
    if not has_word:
        return None
    in_wrong_only = not any(option.correct for option in has_word)
    wrong = len(options) - len(draft.keys)
    return in_wrong_only, comb(wrong, len(has_word)) / comb(len(options), len(has_word))


def _by_language(scores: Callable[[str], list[_Score]]) -> dict[str, Clue]:
    found = {language: scores(language) for language in LANGUAGES}
    return {language: _sum(each) for language, each in found.items() if each}


def _sum(scores: list[_Score]) -> Clue:
    hits = sum(hit for hit, _ in scores)
    return Clue(len(scores), hits, sum(chance for _, chance in scores) / len(scores))
