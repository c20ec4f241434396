"""Two tables beside each other tell nothing that one of them may not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.evaluation.reconstruction import may_show

SMALLEST = 5
selections = st.sets(st.integers(0, 24))
chosen = st.sets(st.integers(0, 24), min_size=SMALLEST)


def test_two_dossiers_more_or_less_is_refused() -> None:
    first = set(range(20))
    assert not may_show(first | {20, 21}, [first], SMALLEST)
    assert not may_show(first - {0, 1}, [first], SMALLEST)
    assert not may_show(first - {0, 1} | set(range(30, 60)), [first], SMALLEST)
    assert may_show(first | set(range(20, 25)), [first], SMALLEST)


def test_the_same_again_and_something_else_altogether_may_be_shown() -> None:
    first = set(range(20))
    assert may_show(first, [first, first], SMALLEST)
    assert may_show(set(range(100, 110)), [first], SMALLEST)


def test_fewer_than_the_smallest_is_no_selection() -> None:
    assert not may_show({1, 2, 3, 4}, [], SMALLEST)
    assert may_show({1, 2, 3, 4, 5}, [], SMALLEST)


def test_two_earlier_ones_together_are_looked_at_too() -> None:
    one, other = set(range(10)), set(range(10, 20))
    assert not may_show(one | other | {99}, [one, other], SMALLEST)
    assert may_show(one | other, [one, other], SMALLEST)


def test_what_two_have_in_common_cannot_be_added_up() -> None:
    """The two together, less each of them, leaves the two dossiers they share."""
    one, other = set(range(11)), set(range(9, 20))
    assert not may_show(one | other, [one, other], SMALLEST)


@given(chosen, st.lists(selections, max_size=3))
@settings(deadline=None, max_examples=300)
def test_subtracting_one_shown_table_from_another_leaves_nothing_small(
    selection: set[int], earlier: list[set[int]]
) -> None:
    """Whatever was let through: the difference with each, either way, and the sum of
    whatever falls away against two of them, holds nobody or enough."""
    if not may_show(selection, earlier, SMALLEST):
        return
    for other in earlier:
        for apart in (selection - other, other - selection):
            assert not apart or len(apart) >= SMALLEST
        for third in earlier:
            weights = {
                each: (each in selection) - (each in other) - (each in third)
                for each in selection | other | third
            }
            left = [each for each, weight in weights.items() if weight]
            assert other == third or not left or len(left) >= SMALLEST
