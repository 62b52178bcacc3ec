"""The records of audit time and of site sampling: tables, limits, and where each rule was read."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kit.content.questions import Amount
from kit.content.records import Certainty, Record, Sources
from kit.text import Text

Share = Annotated[int, Meta(ge=0, le=100)]
Positive = Annotated[int, Meta(ge=1)]


class Rule(Record, frozen=True, kw_only=True):
    """State one rule in our words, the document with its edition, and how sure we are of it."""

    text: Text
    document: Text
    certainty: Certainty
    sources: Sources


class TableRow(Record, frozen=True, kw_only=True):
    """Give the audit days of eight hours for `low` to `high` people, both included."""

    low: Positive
    high: Positive
    days: Amount


class AuditTimeRules(Record, frozen=True, kw_only=True):
    """Name a rule for each step of the calculation, in the order of the steps."""

    effective: Rule
    whole_people: Rule
    row: Rule
    end_of_table: Rule
    adjustment: Rule
    limit: Rule
    rounding: Rule
    limit_after_rounding: Rule
    on_site: Rule
    surveillance: Rule
    surveillance_rounding: Rule
    recertification: Rule
    recertification_rounding: Rule


class AuditTime(Record, frozen=True, kw_only=True):
    """Hold the table of audit time, its limits, and the rules of the calculation.

    `most_cut` and `least_on_site` are in percent; `surveillance` and `recertification` are in
    thirds of the initial time.
    """

    full_week_hours: Positive
    most_cut: Share
    least_on_site: Share
    surveillance: Positive
    recertification: Positive
    rows: Annotated[tuple[TableRow, ...], Meta(min_length=1)]
    rules: AuditTimeRules


class Shares(Record, frozen=True, kw_only=True):
    """Give a share in percent for each kind of audit."""

    initial: Share
    surveillance: Share
    recertification: Share


class SamplingRules(Record, frozen=True, kw_only=True):
    """Name a rule for each step of choosing how many sites are audited, and its earlier edition."""

    central: Rule
    initial: Rule
    surveillance: Rule
    recertification: Rule
    rounding: Rule
    at_random: Rule
    unsuitable: Rule
    earlier: Rule


class SiteSampling(Record, frozen=True, kw_only=True):
    """Hold the shares of site sampling and its rules.

    `of_root` is in percent of the square root of the number of sites, `of_all` in percent of the
    sites where sampling does not suit, `at_random` in percent of the sample.
    """

    of_root: Shares
    of_all: Shares
    at_random: Share
    rules: SamplingRules
