"""Who did what: the bodies of a case as boxes, what one does for another as arrows."""

from __future__ import annotations

from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from kit.content.records import Case, CaseHead, Party, Relation
from kit.figures.theme import INK, INK_SOFT, SEA, SEA_WASH, blank_figure, themed

BOX_WIDTH, BOX_HEIGHT = 4.3, 1.7
# Centres in units of the axes: the chain of trust runs down on the right, the standard on the left.
Places = dict[str, tuple[float, float]]


def _places(case: CaseHead) -> Places:
    return {
        case.accreditation_body: (7.6, 1.1),
        case.certification_body: (7.6, 4.3),
        case.organisation: (7.6, 7.5),
        "iso": (2.4, 4.3),
    }


def draw_parties(case: Case, language: str) -> Figure:
    """Draw the parties of a case and their relations.

    Raises
    ------
    LookupError
        If a party has no place in the drawing.
    """
    places = _places(case)
    strange = sorted(set(case.parties) - set(places))
    if strange:
        raise LookupError(f"parties: got {strange}, expected {sorted(places)}.")
    with themed():
        figure = blank_figure(6.2, 5.4, across=10, down=8.6)
        axes = figure.axes[0]
        for relation in case.relations:
            _draw_relation(axes, places, relation, language)
        for slug, party in case.parties.items():
            _draw_party(axes, places[slug], party, language)
    return figure


def describe_parties(case: Case, language: str) -> str:
    """Say in words what the drawing shows."""
    return " ".join(
        f"{_name(case, one.subject, language)} {one.verb.pick(language)} "
        f"{_name(case, one.object, language)}."
        for one in case.relations
    )


def _name(case: Case, slug: str, language: str) -> str:
    return case.parties[slug].name.pick(language)


def _draw_party(axes: Axes, place: tuple[float, float], party: Party, language: str) -> None:
    x, y = place
    corner = (x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2)
    axes.add_patch(
        FancyBboxPatch(
            corner,
            BOX_WIDTH,
            BOX_HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.2",
            facecolor=SEA_WASH,
            edgecolor=SEA,
            linewidth=1.5,
        )
    )
    name, does = fill(party.name.pick(language), 22), fill(party.does.pick(language), 27)
    # A name of two lines needs more room.
    above, below = (0.46, 0.4) if "\n" in name else (0.42, 0.28)
    axes.text(x, y - above, name, ha="center", va="center", weight="bold", linespacing=1)
    axes.text(x, y + below, does, ha="center", va="center", size=9.5, color=INK)


def _draw_relation(axes: Axes, places: Places, relation: Relation, language: str) -> None:
    (x0, y0), (x1, y1) = places[relation.subject], places[relation.object]
    is_down = x0 == x1
    start = (x0, y0 + BOX_HEIGHT / 2)
    end = (x1, y1 - BOX_HEIGHT / 2) if is_down else (x1 - BOX_WIDTH / 2, y1)
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=18,
            color=SEA if is_down else INK_SOFT,
            linewidth=2,
            linestyle="-" if is_down else "--",
            shrinkA=0,
            shrinkB=2,
            connectionstyle="arc3" if is_down else "angle,angleA=90,angleB=0,rad=12",
        )
    )
    at = (x0 + 0.2, (start[1] + end[1]) / 2 if is_down else y1 - 0.95)
    axes.text(*at, fill(relation.verb.pick(language), 13), va="center", size=11, style="italic")
