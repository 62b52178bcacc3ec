"""A question as it is put before the learner: without its key, under names that tell nothing."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kit.content.questions import AnyQuestion
from kit.quiz.grading import AnswerError
from kit.quiz.view import View, view_question

# What a view may hold beside its parts; a field that is not listed stays behind.
_SHOWN = ("id", "kind", "stem", "findings", "unit", "units")
_PARTS = ("options", "steps", "items", "groups")
# What the modules of the kinds expect to find, and may not know yet.
_UNKNOWN: dict[str, Any] = {"value": "", "tolerance": 0, "why": "", "slips": []}


class Paper:
    """Show one question, and read the answers that come back.

    Parts are mixed by the seed and named by their places, for a name such as that of a partner
    that belongs to a pair would tell.

    Parameters
    ----------
    seed
        That of the attempt, so that the paper looks the same when it is resumed.
    """

    def __init__(self, question: AnyQuestion, language: str, seed: str) -> None:
        full = view_question(question, language)
        mixed = {part: _mix(full, part, f"{seed}/{question.id}") for part in _PARTS if part in full}
        self._tokens = {
            part: {one["id"]: str(place) for place, one in enumerate(ones, start=1)}
            for part, ones in mixed.items()
        }
        self.view: View = {key: full[key] for key in _SHOWN if key in full} | _UNKNOWN
        for part, ones in mixed.items():
            self.view[part] = [self._strip(part, one) for one in ones]
        if "pieces" in full:
            self.view["pieces"] = [self._rename(piece) for piece in full["pieces"]]
        # The browser is not to mix the steps once more: it would not know the right order to avoid.
        self.view["is_mixed"] = True

    @property
    def order(self) -> dict[str, list[str]]:
        """The ids of the parts of the question, in the order in which they stand on the paper."""
        return {part: list(names) for part, names in self._tokens.items()}

    def _strip(self, part: str, one: Mapping[str, Any]) -> View:
        shown = {"id": self._tokens[part][one["id"]]}
        if "text" in one:
            shown["text"] = one["text"]
        return shown | {"in": []} if part == "items" else shown

    def _rename(self, piece: Mapping[str, Any]) -> View:
        named = self._tokens.get("options") or self._tokens["items"]
        return {"id": named[piece["id"]]} if "id" in piece else dict(piece)

    def show(self, answer: Any) -> Any:
        """Return a stored answer in the names of this paper; None if it does not fit them."""
        try:
            return _translate(answer, self._tokens)
        except AnswerError:
            return None

    def read(self, answer: Any) -> Any:
        """Return an answer given on this paper in the ids of the question.

        Raises
        ------
        AnswerError
            If it names what is not on the paper.
        """
        back = {part: {b: a for a, b in names.items()} for part, names in self._tokens.items()}
        return _translate(answer, back)


def _translate(answer: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    try:
        if isinstance(answer, list):
            table = names.get("options") or names["steps"]
            return [table[one] for one in answer]
        if isinstance(answer, dict) and "items" in names:
            return {names["items"][k]: names["groups"][v] for k, v in answer.items()}
        if isinstance(answer, dict):
            reason = answer["reason"]
            return answer | {"reason": None if reason is None else names["options"][reason]}
    except (KeyError, TypeError) as error:
        raise AnswerError(f"got {answer!r}, expected an answer on this paper.") from error
    return answer


def _mix(view: View, part: str, seed: str) -> list[View]:
    """Return the parts in an order that the seed gives; steps never in the right one."""
    ones: list[View] = view[part]
    if view["kind"] == "sort" and part == "groups":
        return ones  # Groups such as verdicts have an order of their own, which tells nothing.
    mixed = sorted(ones, key=lambda one: (one.get("last", False), _lot(seed, part, one["id"])))
    return [*mixed[1:], mixed[0]] if part == "steps" and mixed == ones else mixed


def _lot(seed: str, part: str, name: str) -> str:
    return sha256(f"{seed}/{part}/{name}".encode()).hexdigest()
