"""A certificate to read: clearly fictional, its parts numbered for the explanation beside it."""

from __future__ import annotations

from textwrap import fill
from types import MappingProxyType

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kit.content.records import Case, CertificatePart
from kit.figures.theme import INK, INK_SOFT, LINE, PAPER, SEA, WRONG, blank_figure, themed

# Where each part stands (x, y of its text) and its size in points.
PLACES = MappingProxyType(
    {
        "certification-body": (5.0, 1.1, 15),
        "holder": (5.0, 3.3, 17),
        "standard": (5.0, 4.75, 17),
        "scope": (5.0, 6.3, 12),
        "number": (2.9, 8.1, 10.5),
        "decision": (2.9, 9.2, 10.5),
        "expiry": (7.3, 9.2, 10.5),
        "accreditation": (7.3, 8.1, 10.5),
    }
)


def draw_certificate(case: Case, words: dict[str, str], language: str) -> Figure:
    """Draw the fictional certificate of a case.

    Parameters
    ----------
    words
        The interface words of section `certificate`.
    """
    with themed():
        figure = blank_figure(6.2, 6.6, across=10, down=10.6)
        axes = figure.axes[0]
        axes.add_patch(
            Rectangle((0.25, 0.25), 9.5, 10.1, facecolor=PAPER, edgecolor=SEA, lw=2.5, zorder=0)
        )
        axes.add_patch(Rectangle((0.42, 0.42), 9.16, 9.76, fill=False, edgecolor=LINE, lw=1))
        axes.text(
            5,
            4.6,
            words["fictional"],
            size=54,
            rotation=32,
            color=LINE,
            alpha=0.45,
            weight="bold",
            ha="center",
            va="center",
            zorder=0.5,
        )
        axes.text(5, 2.2, words["certifies"], size=10.5, color=INK_SOFT, ha="center", va="center")
        axes.text(5, 4.05, words["meets"], size=10.5, color=INK_SOFT, ha="center", va="center")
        axes.text(5, 5.45, words["for-scope"], size=10.5, color=INK_SOFT, ha="center", va="center")
        for number, (slug, part) in enumerate(case.certificate.items(), start=1):
            _draw_part(axes, PLACES[slug], part, number, language)
        axes.text(5, 9.95, words["note"], size=9, color=WRONG, ha="center", va="center")
    return figure


def describe_certificate(case: Case, language: str) -> str:
    """Say in words what stands on the certificate, part by part."""
    parts = enumerate(case.certificate.values(), start=1)
    return "; ".join(f"{n}. {p.name.pick(language)}: {p.shows.pick(language)}" for n, p in parts)


def _draw_part(
    axes: Axes, place: tuple[float, float, float], part: CertificatePart, number: int, language: str
) -> None:
    x, y, size = place
    is_small = size < 11  # noqa: PLR2004
    width = 26 if is_small else 36
    shown = fill(part.shows.pick(language), width)
    if is_small:
        axes.text(
            x,
            y - 0.42,
            part.name.pick(language),
            size=8.5,
            color=INK_SOFT,
            ha="center",
            va="center",
        )
    axes.text(x, y, shown, size=size, color=INK, weight="bold", ha="center", va="center")
    dot = (x - 2.0 if is_small else 0.95, y - 0.15 if is_small else y)
    axes.add_patch(Circle(dot, 0.27, facecolor=SEA, edgecolor="none"))
    axes.text(
        *dot, str(number), size=10, color=PAPER, weight="bold", ha="center", va="center_baseline"
    )
