"""The records of exercises on trust: certificates to read, claims to write anew."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from kit.content.records import Phrases, Record, Slug, Sources
from kit.text import Text

CertificateMark = Literal["body", "accreditation", "iso"]


class Doubt(Record, frozen=True, kw_only=True):
    """Say what is doubtful in one part of a certificate, and what to do about it.

    `also` names further parts by which a careful reader may come to the same doubt.
    """

    part: Slug
    also: tuple[Slug, ...] = ()
    what: Text
    verify: Text
    sources: Sources


class Specimen(Record, frozen=True, kw_only=True):
    """Describe a fictional certificate by what differs from the sound one of the case.

    `shows` replaces what stands in a part; None of `doubts` means that it is sound, which `told`
    then explains.
    """

    name: Text
    told: Text
    sources: Sources
    shows: dict[Slug, Text] = field(default_factory=dict)
    marks: tuple[CertificateMark, ...] = ("body", "accreditation")
    doubts: tuple[Doubt, ...] = ()


class ReaderPart(Record, frozen=True, kw_only=True):
    """Say what to ask of a part; what else is not here stands with the certificate of the case."""

    ask: Text
    name: Text | None = None
    shows: Text | None = None
    meaning: Text | None = None


class CheckingWay(Record, frozen=True, kw_only=True):
    """Describe a way to verify a certificate, as it was in 2013 and as it is at the end of 2026."""

    name: Text
    then: Text
    now: Text
    sources: Sources


class CertificateReading(Record, frozen=True, kw_only=True):
    """Hold the fictional certificates to read, what to ask of each part, and how to verify."""

    parts: dict[Slug, ReaderPart]
    specimens: dict[Slug, Specimen]
    ways: dict[Slug, CheckingWay]


class Cue(Record, frozen=True, kw_only=True):
    """Tell what a sentence has or lacks by single words, looked for in every language.

    A sign that ends in a hyphen is the beginning of a word. `claims` limits the cue to sentences
    about these claims. `missing` is said where there is no sign; without it, nothing is said then.
    """

    signs: Phrases
    found: Text
    missing: Text | None = None
    claims: tuple[Slug, ...] = ()


class ClaimsClinic(Record, frozen=True, kw_only=True):
    """Hold the claims to rewrite, cues on the learner's own words, and a checklist."""

    claims: tuple[Slug, ...]
    cues: dict[Slug, Cue]
    checklist: dict[Slug, Text]
