"""T3: whatever people do, in whatever order, what must hold holds after each step.

V2 (nothing of another house), V3 and V4 (both ends), V5 (nobody gives what they have
not), V8 (what ended gives no sight), V9 (a change leaves its line, and no other), V10
and V11 (the trail), V14 (no silent overwrite), V16 (a hold gives no reading), V17 (past
its end nobody reads).
"""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.factories import at
from tests.proofs.facts import Facts
from tests.proofs.house_machine import Houses
from tests.proofs.world import make_world

pytestmark = pytest.mark.django_db

MUST_HAPPEN = {
    "open",
    "invite",
    "end",
    "change",
    "hand over",
    "say",
    "correct",
    "withdraw",
    "pass on",
    "time",
}
"""Deeds without which a run proves little."""


def run(examples: int, steps: int) -> Facts:
    """So many lives of three houses, each of so many steps; what was done in them."""

    class Lives(Houses):
        world = make_world()
        total = Facts(now=at(2031, 1, 1))

    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=[Phase.generate],
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Lives.total


def test_what_must_hold_holds_after_each_step() -> None:
    """Some deeds are rare, and chance chooses: most of them happened at least."""
    total = run(examples=20, steps=25)
    print(f"\nT3: {total.done.total()} deeds done: {dict(total.done)}")
    happened = total.done.keys() & MUST_HAPPEN
    for _again in range(5):
        if len(happened) > len(MUST_HAPPEN) / 2:
            break
        happened |= run(examples=5, steps=30).done.keys() & MUST_HAPPEN
    assert len(happened) > len(MUST_HAPPEN) / 2


@pytest.mark.engines
def test_it_holds_on_either_engine() -> None:
    run(examples=8, steps=25)


@pytest.mark.long
def test_it_goes_on_holding() -> None:
    total = run(examples=5_000, steps=100)
    print(f"\nT3 long: {sum(total.done.values())} deeds done: {dict(total.done)}")
    assert total.done.keys() >= MUST_HAPPEN
