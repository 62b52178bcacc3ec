"""The typed, frozen records that the files under `data` are read into."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from kit.text import Text

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Level = Literal["remember", "understand", "apply", "judge"]
Edition = Literal["1987", "1994", "2000", "2008", "2015", "2026"]
Form = Literal["A", "B"]
Verdict = Literal["accurate", "imprecise", "wrong", "exaggerated", "outdated"]
Certainty = Literal["seen", "secondary", "inference", "computed"]
Sources = Annotated[tuple[Slug, ...], Meta(min_length=1)]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Be the root of every record: frozen, keyword-only, and strict about keys."""


class Source(Record, frozen=True, kw_only=True):
    """Name where a fact was read and how sure that makes us."""

    title: Text
    where: Text
    certainty: Certainty
    is_free: bool = True
    note: Text | None = None


class Phrases(Record, frozen=True, kw_only=True):
    """List phrases in each language; a language more is a field more."""

    en: tuple[str, ...]
    bg: tuple[str, ...]


class Term(Record, frozen=True, kw_only=True):
    """Explain one term; `variant` is what others say for it.

    `in_text` lists the expressions by which a lesson's text is found to speak of the term, where
    the term as it stands does not do: it has brackets, say, or texts call it by several names.
    `is_common` marks a word that is also used in another sense; only a lesson that has the term
    among its words is then taken to speak of it.
    """

    term: Text
    meaning: Text
    sources: Sources
    variant: Text | None = None
    in_text: Phrases | None = None
    is_common: bool = False


class Misconception(Record, frozen=True, kw_only=True):
    """State a common mistake, why it tempts, and what is so."""

    belief: Text
    temptation: Text
    correction: Text
    sources: Sources


class Claim(Record, frozen=True, kw_only=True):
    """Hold one claim of the announcement, in our words, and what to make of it."""

    said: Text
    verdict: Verdict
    why: Text
    correct: Text
    sources: Sources
    defensible: tuple[Verdict, ...] = ()


class Fact(Record, frozen=True, kw_only=True):
    """State one fact of the case with its sources."""

    text: Text
    sources: Sources


class Party(Record, frozen=True, kw_only=True):
    """Describe one body of the case: what it did and what it does not do."""

    name: Text
    does: Text
    does_not: Text
    sources: Sources


class Relation(Record, frozen=True, kw_only=True):
    """Link two parties by what one does for the other."""

    subject: Slug
    verb: Text
    object: Slug


class CertificatePart(Record, frozen=True, kw_only=True):
    """Explain one part of the fictional certificate; `shows` is what stands on it."""

    name: Text
    shows: Text
    meaning: Text
    sources: Sources


class CaseHead(Record, frozen=True, kw_only=True):
    """Name the organisation of a case, and tell by what a text is known to speak of it.

    `words` are what texts call `{case.KEY}`. `organisation`, `certification_body` and
    `accreditation_body` are their ids among the parties and in the chain of trust. `signs` are
    words that stand only in texts on this case, `allusions` those that a question uses for it
    without naming it; a hyphen at the end marks the beginning of a word. `sources` speak of this
    case alone.
    """

    name: Text
    words: dict[Slug, Text] = {}
    organisation: Slug = "organisation"
    certification_body: Slug = "certification-body"
    accreditation_body: Slug = "accreditation-body"
    signs: Phrases = Phrases(en=(), bg=())
    allusions: Phrases = Phrases(en=(), bg=())
    sources: tuple[Slug, ...] = ()


class OwnCase(Record, frozen=True, kw_only=True):
    """Decide on what still speaks of the kit's case: each entry is a place, as the check names it.

    In either list `*` stands for anything.
    """

    keep: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()


class Case(CaseHead, frozen=True, kw_only=True):
    """Hold the case of one organisation: facts, parties, claims, a certificate to read."""

    facts: dict[Slug, Fact]
    parties: dict[Slug, Party]
    relations: tuple[Relation, ...]
    claims: dict[Slug, Claim]
    certificate: dict[Slug, CertificatePart]


class QuizPlan(Record, frozen=True, kw_only=True):
    """List the questions of one quiz of a lesson.

    `is_prediction` marks a guess before the explanation: answered once, not scored.
    `asks_confidence` has the learner say before each check how sure they are.
    """

    questions: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    title: Text
    is_prediction: bool = False
    keep_order: bool = False
    asks_confidence: bool = False


class Reading(Record, frozen=True, kw_only=True):
    """Point to something to read on, free sources first."""

    source: Slug
    why: Text


class Lesson(Record, frozen=True, kw_only=True):
    """Describe one lesson: its aims, its quizzes, its words, what to read on.

    `places` names the cell of the notebooks that explains each objective. `is_reviewed` tells
    whether its questions come back in review.
    """

    number: Annotated[int, Meta(ge=0, le=99)]
    minutes: Annotated[int, Meta(ge=1, le=240)]
    title: Text
    lead: Text
    needs: Text
    objectives: dict[Slug, Text] = {}
    places: dict[Slug, Slug] = {}
    quizzes: dict[Slug, QuizPlan] = {}
    words: tuple[Slug, ...] = ()
    mistakes: tuple[Slug, ...] = ()
    reading: tuple[Reading, ...] = ()
    is_reviewed: bool = True


class Wording(Record, frozen=True, kw_only=True):
    """Tell the content check about words: names that keep their alphabet, phrases to avoid.

    `sweeping` lists, by language, phrases that make an option speak of the other options;
    `absolute` lists words that hold without exception, which mostly mark wrong options.
    """

    names: tuple[str, ...]
    sweeping: Phrases
    absolute: Phrases
