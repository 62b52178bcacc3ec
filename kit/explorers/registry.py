"""Every explorer by name; a module is imported when its explorer is built."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from kit.explorers.explorer import Explorer, Setting

# One line for each: its name in lessons, then its module and class.
EXPLORERS: Mapping[str, str] = MappingProxyType(
    {
        "pomorie-2015": "kit.explorers.pomorie_2015:Pomorie2015",
        "iso-members": "kit.explorers.iso_members:IsoMembers",
        "edition-timeline": "kit.explorers.edition_timeline:EditionTimeline",
        "certificate-counts": "kit.explorers.certificate_counts:CertificateCounts",
        "eight-in-pomorie": "kit.explorers.eight_in_pomorie:EightInPomorie",
        "eight-into-seven": "kit.explorers.eight_into_seven:EightIntoSeven",
        "self-assessment": "kit.explorers.self_assessment:SelfAssessment",
        "site-sampling": "kit.explorers.site_sampling:SiteSampling",
        "audit-time": "kit.explorers.audit_time:AuditTime",
        "cycle-planner": "kit.explorers.cycle_planner:CyclePlanner",
        "what-if": "kit.explorers.what_if:WhatIf",
        "chain-of-trust": "kit.explorers.chain_of_trust:ChainOfTrust",
        "sentence-builder": "kit.explorers.sentence_builder:SentenceBuilder",
        "certificate-reader": "kit.explorers.certificate_reader:CertificateReader",
        "agenda": "kit.explorers.agenda:Agenda",
        "claims-clinic": "kit.explorers.claims_clinic:ClaimsClinicExplorer",
    }
)


def build(name: str, setting: Setting) -> Explorer:
    """Return the explorer of this name, made for one setting.

    Raises
    ------
    LookupError
        If there is none; the message lists those there are.
    """
    if name not in EXPLORERS:
        known = ", ".join(sorted(EXPLORERS)) or "none"
        raise LookupError(f'explorer: got "{name}", expected one of: {known}.')
    module, _, kind = EXPLORERS[name].partition(":")
    explorer: Explorer = getattr(import_module(module), kind)(setting)
    return explorer
