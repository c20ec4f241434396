"""Two coders side by side: what each gave, and the figures that follow."""

from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from .counts import Counts
from .interval import FEWEST, RESAMPLES, Interval, interval
from .undefined import Undefined

C = TypeVar("C", bound=Hashable)
Unit = tuple[Set[C] | None, Set[C] | None]
"""The codes that one and the other gave; None where one has not coded the unit."""

ENOUGH = 2
"""Units, for anything beyond how often both decided the same."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agreed; a figure that cannot be given is None, and why."""

    units: int
    """Coded by both; others say nothing about agreement."""
    counts: Counts
    observed: float | None
    """The share of decisions in which both decided the same."""
    kappa: float | None
    """Cohen's: what is left of that after chance, given how freely each coder codes."""
    alpha: float | None
    """Krippendorff's, nominal: likewise, given how freely both together do."""
    interval: Interval | None
    """The 95% interval of alpha."""
    why: Undefined | None
    """Why there is no kappa, and no alpha."""
    why_no_interval: Undefined | None


@dataclass(frozen=True, slots=True)
class Comparison(Generic[C]):
    """Agreement for each code, and over all decisions together."""

    codes: dict[C, Agreement]
    overall: Agreement


def compare(
    units: Sequence[Unit[C]],
    codes: Iterable[C],
    *,
    seed: int,
    resamples: int = RESAMPLES,
) -> Comparison[C]:
    """Every figure for these units; what is not among the codes does not count."""
    listed = list(dict.fromkeys(codes))
    coded = [
        (first, second)
        for first, second in units
        if first is not None and second is not None
    ]
    decided = [
        [(code in first, code in second) for code in listed] for first, second in coded
    ]
    return Comparison(
        {
            code: agreement([[unit[at]] for unit in decided], seed, resamples)
            for at, code in enumerate(listed)
        },
        agreement(decided if listed else [], seed, resamples),
    )


def agreement(
    decided: list[list[tuple[bool, bool]]], seed: int, resamples: int
) -> Agreement:
    """Of units with as many decisions in each."""
    counts = Counts.of(decision for unit in decided for decision in unit)
    why = why_undefined(len(decided), counts)
    observed, kappa, alpha = by_the_library(counts)
    bounds, why_not = None, why
    if why is None:
        bounds, why_not = bounds_of(decided, seed, resamples)
    return Agreement(
        units=len(decided),
        counts=counts,
        observed=observed,
        kappa=None if why else kappa,
        alpha=None if why else alpha,
        interval=bounds,
        why=why,
        why_no_interval=why_not,
    )


def why_undefined(units: int, counts: Counts) -> Undefined | None:
    if units < ENOUGH:
        return Undefined.TOO_FEW
    return None if counts.varies else Undefined.NO_VARIATION


def by_the_library(
    counts: Counts,
) -> tuple[float | None, float | None, float | None]:
    """Observed agreement, kappa and alpha, as nltk has them.

    They depend on the counts alone, so decisions are told by kind and not by unit.
    Where nothing varies nltk calls agreement perfect; whoever asks must know better.
    """
    from nltk.metrics.agreement import AnnotationTask

    if not counts.decisions:
        return None, None, None
    kinds = [(1, 1)] * counts.both + [(1, 0)] * counts.first
    kinds += [(0, 1)] * counts.second + [(0, 0)] * counts.neither
    told = [
        (coder, item, label)
        for item, labels in enumerate(kinds)
        for coder, label in zip("ab", labels, strict=True)
    ]
    task = AnnotationTask(data=told)
    return float(task.Ao("a", "b")), float(task.kappa()), float(task.alpha())


def bounds_of(
    decided: list[list[tuple[bool, bool]]], seed: int, resamples: int
) -> tuple[Interval | None, Undefined | None]:
    """The interval of alpha, or why there is none."""
    if len(decided) < FEWEST:
        return None, Undefined.TOO_FEW
    sums = [
        (
            sum(first != second for first, second in unit),
            sum(first + second for first, second in unit),
        )
        for unit in decided
    ]
    bounds = interval(sums, len(decided[0]), seed, resamples)
    return bounds, None if bounds else Undefined.TOO_RARE
