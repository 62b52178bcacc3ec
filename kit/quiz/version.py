"""The version of a question: it changes when what is asked or what is right changes."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from kit.content.questions import Question

_NOT_ASKED = {
    *("hint", "why", "sources", "misconception", "objective", "level", "editions", "form"),
    *("slips", "supersedes"),
}


def content_version(question: Question) -> str:
    """Return a short hash of what is asked and what is right, in every language.

    Hints, feedback, tags and sources may be improved without a new version.
    """
    asked = _asked(msgspec.to_builtins(question))
    return sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest()[:12]


def _asked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _asked(part) for key, part in value.items() if key not in _NOT_ASKED}
    if isinstance(value, list | tuple):
        return [_asked(part) for part in value]
    return value
