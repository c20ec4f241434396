"""How far two coders agreed: the library's figures beside ones from the definitions."""

import subprocess
import sys
from collections import Counter
from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from expliciet.evaluation.agreement import Agreement, Undefined, Unit, compare
from expliciet.evaluation.agreement.interval import interval

CODES = ["moed", "regie", "tijd"]
Decision = tuple[bool, bool]


# --- worked out from the definitions, with fractions, in another way ---------


def decisions_of(units: list[Unit[str]], codes: list[str]) -> list[Decision]:
    return [
        (code in first, code in second)
        for first, second in units
        if first is not None and second is not None
        for code in codes
    ]


def plain_observed(decisions: list[Decision]) -> Fraction:
    return Fraction(sum(one == other for one, other in decisions), len(decisions))


def plain_kappa(decisions: list[Decision]) -> Fraction | None:
    """Cohen (1960): (po - pe) / (1 - pe), with chance by each coder's own shares."""
    n = len(decisions)
    by_chance = sum(
        Fraction(sum(one == label for one, _ in decisions), n)
        * Fraction(sum(other == label for _, other in decisions), n)
        for label in (True, False)
    )
    if by_chance == 1:
        return None
    return (plain_observed(decisions) - by_chance) / (1 - by_chance)


def plain_alpha(decisions: list[Decision]) -> Fraction | None:
    """Krippendorff (2011): by the matrix of coincidences, cell for cell."""
    matrix: Counter[tuple[bool, bool]] = Counter()
    for unit in decisions:
        for pair in permutations(unit):
            matrix[pair[0], pair[1]] += 1
    margin = {
        label: sum(matrix[label, other] for other in (True, False))
        for label in (True, False)
    }
    n = sum(margin.values())
    seen = Fraction(matrix[True, False] + matrix[False, True], n)
    by_chance = Fraction(2 * margin[True] * margin[False], n * (n - 1))
    return None if not by_chance else 1 - seen / by_chance


def is_as_defined(found: Agreement, decisions: list[Decision], units: int) -> None:
    assert found.units == units
    assert found.counts.decisions == len(decisions)
    if not decisions:
        assert (found.observed, found.kappa, found.alpha) == (None, None, None)
        return
    assert found.observed == pytest.approx(float(plain_observed(decisions)))
    kappa, alpha = plain_kappa(decisions), plain_alpha(decisions)
    if units < 2 or kappa is None or alpha is None:
        assert (found.kappa, found.alpha, found.interval) == (None, None, None)
        assert found.why in (Undefined.TOO_FEW, Undefined.NO_VARIATION)
    else:
        assert found.why is None
        assert found.kappa == pytest.approx(float(kappa))
        assert found.alpha == pytest.approx(float(alpha))


def all_as_defined(units: list[Unit[str]], codes: list[str]) -> None:
    found = compare(units, codes, seed=1, resamples=20)
    coded = sum(one is not None and other is not None for one, other in units)
    assert list(found.codes) == codes
    for code in codes:
        is_as_defined(found.codes[code], decisions_of(units, [code]), coded)
    is_as_defined(found.overall, decisions_of(units, codes), coded if codes else 0)


def drawn(chance: Random) -> tuple[list[Unit[str]], list[str]]:
    """Units as coders make them: mostly alike, some differing, some not yet coded."""
    codes = [f"c{at}" for at in range(chance.randint(1, 8))]
    often, slip = chance.random(), chance.random() / 2
    units: list[Unit[str]] = []
    for _ in range(chance.randint(0, 60)):
        first = {code for code in codes if chance.random() < often}
        second = {code for code in codes if (code in first) != (chance.random() < slip)}
        units.append(
            (
                None if chance.random() < 0.05 else first,
                None if chance.random() < 0.05 else second,
            )
        )
    return units, codes


@pytest.mark.parametrize("seed", range(200))
def test_the_figures_are_those_of_the_definitions(seed: int) -> None:
    """F64"""
    all_as_defined(*drawn(Random(seed)))


coded = some.one_of(some.none(), some.frozensets(some.sampled_from(CODES)))


@given(some.lists(some.tuples(coded, coded), max_size=14))
@settings(max_examples=150, deadline=None)
def test_also_at_the_edges(units: list[Unit[str]]) -> None:
    all_as_defined(units, CODES)


# --- known from books ---------------------------------------------------------


def of_one_code(first: str, second: str) -> Agreement:
    """Decisions written as in a table: a row of 0 and 1 for each coder."""
    units: list[Unit[str]] = [
        ({"x"} if one == "1" else set(), {"x"} if other == "1" else set())
        for one, other in zip(first, second, strict=True)
    ]
    return compare(units, ["x"], seed=3).codes["x"]


def test_cohens_kappa_of_fifty_proposals() -> None:
    """Twenty given by both, five and ten by one of them, fifteen by neither: 0.4."""
    found = of_one_code("1" * 25 + "0" * 25, "1" * 20 + "0" * 5 + "1" * 10 + "0" * 15)
    assert found.observed == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)


def test_krippendorffs_own_example_of_two_observers() -> None:
    """Ten units, yes or no, coded by Meg and Owen: alpha 0.095."""
    found = of_one_code("0100000010", "1110010000")
    assert found.observed == pytest.approx(0.6)
    assert found.alpha == pytest.approx(0.095, abs=0.0005)


def test_whoever_always_says_the_opposite_agrees_less_than_by_chance() -> None:
    found = of_one_code("0101010101", "1010101010")
    assert found.kappa == pytest.approx(-1)
    assert found.alpha == pytest.approx(-0.9)


# --- where there is no figure -------------------------------------------------


@pytest.mark.parametrize("always", ["0" * 30, "1" * 30])
def test_without_variation_there_is_no_figure_but_the_reason(always: str) -> None:
    found = of_one_code(always, always)
    assert found.observed == 1
    assert (found.kappa, found.alpha, found.interval) == (None, None, None)
    assert found.why is found.why_no_interval is Undefined.NO_VARIATION
    assert str(Undefined.NO_VARIATION.label)


def test_one_unit_is_too_few() -> None:
    found = of_one_code("1", "0")
    assert found.observed == 0
    assert (found.kappa, found.alpha) == (None, None)
    assert found.why is Undefined.TOO_FEW


def test_nine_units_have_figures_but_no_interval() -> None:
    found = of_one_code("110011001", "110011000")
    assert found.alpha is not None
    assert found.interval is None
    assert found.why_no_interval is Undefined.TOO_FEW


def test_a_code_given_once_has_no_interval() -> None:
    found = of_one_code("1" + "0" * 99, "1" + "0" * 99)
    assert found.alpha == 1
    assert found.interval is None
    assert found.why_no_interval is Undefined.TOO_RARE


def test_nothing_at_all_is_no_figure_either() -> None:
    found = compare([], CODES, seed=1)
    assert found.overall.why is Undefined.TOO_FEW
    assert compare([({"moed"}, {"moed"})], [], seed=1).overall.units == 0


def test_what_one_has_not_coded_and_codes_not_listed_count_for_nothing() -> None:
    units: list[Unit[str]] = [({"moed"}, {"moed"}), (set(), set())] * 6
    more: list[Unit[str]] = [({"moed"}, None), (None, set()), (None, None)]
    with_strangers: list[Unit[str]] = [
        (None if one is None else {*one, "oud"}, other) for one, other in units + more
    ]
    assert compare(with_strangers, ["moed"], seed=1) == compare(units, ["moed"], seed=1)


# --- the interval -------------------------------------------------------------


def test_the_same_seed_gives_the_same_interval_and_another_another() -> None:
    units, codes = drawn(Random(11))
    assert compare(units, codes, seed=5) == compare(units, codes, seed=5)
    assert compare(units, codes, seed=5) != compare(units, codes, seed=6)


def test_the_interval_is_that_of_alphas_of_units_drawn_again() -> None:
    """Unpacked: the units themselves drawn again, and alpha by its definition."""
    units, codes = drawn(Random(4))
    whole = [unit for unit in units if unit[0] is not None and unit[1] is not None]
    chance = Random(9)
    alphas = sorted(
        float(alpha)
        for _ in range(41)
        if (
            alpha := plain_alpha(
                decisions_of(chance.choices(whole, k=len(whole)), codes)
            )
        )
        is not None
    )
    found = compare(units, codes, seed=9, resamples=41).overall
    assert len(alphas) == 41
    assert found.interval == pytest.approx((alphas[1], alphas[39]))


def test_more_texts_make_the_interval_narrower_around_alpha() -> None:
    first, second = "1101001011" * 3, "1101001001" * 3
    few, many = of_one_code(first, second), of_one_code(first * 10, second * 10)
    for found in (few, many):
        assert found.interval
        assert found.alpha is not None
        assert found.interval[0] <= found.alpha <= found.interval[1]
    assert few.interval
    assert many.interval
    assert many.interval[1] - many.interval[0] < few.interval[1] - few.interval[0]


def test_draws_without_variation_are_left_out_up_to_one_in_twenty() -> None:
    """Ten units of which one differs: a third of the draws has none of it."""
    assert interval([(1, 1)] + [(0, 0)] * 9, 1, seed=1) is None
    assert interval([(1, 1)] * 5 + [(0, 0)] * 5, 1, seed=1) is not None


def test_the_library_is_not_imported_before_somebody_asks() -> None:
    look = (
        "import sys, expliciet.evaluation.agreement\n"
        "assert not {'nltk', 'pygal', 'webvtt'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", look], check=True)
