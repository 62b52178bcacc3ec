"""Agendas of workshops: a length, objectives and a group in; a plan by the minute out."""

from __future__ import annotations

from kit.agenda.plan import Item, Plan, PlanDay, Shortfall
from kit.agenda.planning import plan
from kit.agenda.request import AgendaRequest, RequestError, read_request

__all__ = [
    "AgendaRequest",
    "Item",
    "Plan",
    "PlanDay",
    "RequestError",
    "Shortfall",
    "plan",
    "read_request",
]
