"""The records of who may do what to whom: bodies, what is known between them, rules by kind."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta

from kit.content.records import Certainty, Record, Slug, Sources
from kit.text import Text


class TrustBody(Record, frozen=True, kw_only=True):
    """Describe one body, or a standard as one of them.

    `as_object` is the name where it is not the subject of a sentence, if that differs. `since` and
    `until` bound the time in which it has its role; `before` and `after` say what was so otherwise.
    """

    kind: Slug
    name: Text
    sources: Sources
    as_object: Text | None = None
    full_name: Text | None = None
    form: Text | None = None
    country: Slug | None = None
    since: date | None = None
    until: date | None = None
    before: Text | None = None
    after: Text | None = None
    is_example: bool = False


class TrustLink(Record, frozen=True, kw_only=True):
    """Say what one body is known to do to another from `since` to `until`, both included.

    Outside these days nothing is claimed, unless `before` or `after` says that it was not so.
    """

    who: Slug
    verb: Slug
    whom: Slug
    since: date
    known: Text
    certainty: Certainty
    sources: Sources
    until: date | None = None
    before: Text | None = None
    after: Text | None = None


class TrustKind(Record, frozen=True, kw_only=True):
    """Name a kind of body, as in "UKAS is an accreditation body"."""

    name: Text


class TrustVerb(Record, frozen=True, kw_only=True):
    """Name what one body does to another; `says` is a sentence with {who} and {whom}."""

    name: Text
    says: Text


class TrustRule(Record, frozen=True, kw_only=True):
    """Say whether bodies of some kinds can do something to bodies of others, and why.

    An empty list stands for all. `is_to_itself` limits the rule to a body and itself,
    `is_within_country` to bodies of the same country. What can be said loosely `is_loose`; it is
    never offered as the better sentence.
    """

    verbs: tuple[Slug, ...] = ()
    doers: tuple[Slug, ...] = ()
    receivers: tuple[Slug, ...] = ()
    is_to_itself: bool = False
    is_within_country: bool = False
    is_loose: bool = False
    can: bool
    why: Text
    sources: Sources


class TrustRoles(Record, frozen=True, kw_only=True):
    """Hold the kinds, the verbs, and the rules; the first rule that fits holds."""

    kinds: dict[Slug, TrustKind]
    verbs: dict[Slug, TrustVerb]
    rules: Annotated[tuple[TrustRule, ...], Meta(min_length=1)]


class Moment(Record, frozen=True, kw_only=True):
    """Name a day at which it is worth looking; `why` says what is to be seen."""

    on: date
    name: Text
    why: Text
    sources: Sources


class Comparison(Record, frozen=True, kw_only=True):
    """Set two bodies side by side under one heading."""

    name: Text
    first: Text
    second: Text
    sources: Sources


class LawPoint(Record, frozen=True, kw_only=True):
    """Say one thing that the law asks, in our words."""

    says: Text
    sources: Sources


class TrustComparison(Record, frozen=True, kw_only=True):
    """Compare two bodies, and say what the law asks of both."""

    first: Slug
    second: Slug
    rows: dict[Slug, Comparison]
    law: dict[Slug, LawPoint]
