"""Proofs: what must hold wherever one looks, tried from every side.

- `test_matrix`: everybody asks everything, against rules written apart from the code.
- `test_second_ways`: what is not yours shows in no list, count, search or mail.
- `test_two_worlds`: a secret changes nothing of what others get, to the byte.
- `test_blind`: until its reveal a reading is nothing to others, but that it is in.
- `test_states`: whatever people do, in whatever order; with a replay of who heard what.
- `test_races`: two at once; one wins, and the other is told.
- `test_without_a_line`: no line, no deed; no key, no words; and nothing half done.
- `test_clean`: what people write stands nowhere but under its seal.
- `test_migrating`: the trail stays guarded, whatever was migrated.

Everybody and everything in them is invented.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import fields
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Each test begins in Dutch, whatever language the last page was asked in."""
    with override("nl"):
        yield


@pytest.fixture
def quietly() -> Iterator[None]:
    """Thousands of refusals are asked for here; none of them is news."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@contextmanager
def never_happened() -> Iterator[None]:
    """What is done in this block is undone after it, lines of the trail too."""
    block = transaction.atomic()
    block._from_testcase = True  # so that a line may be committed inside it
    with block:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def stage_of_this_file(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Any, Any]]:
    """The stage, set once for all tests of a file, with what was unlocked for it."""
    from expliciet.vault.keyring import keyring
    from tests.proofs.scenes import make_stage

    with django_db_blocker.unblock(), never_happened(), override("nl"):
        with keyring() as ring, override_settings(RATES_ARE_KEPT=False):
            stage = make_stage()
        yield stage, ring


@pytest.fixture
def stage(stage_of_this_file: tuple[Any, Any], db: None, a_keyring: None) -> Any:
    """Who and what stands on it; each test begins with it as it was set."""
    from expliciet.vault.keyring import held

    made, ring = stage_of_this_file
    held().whole |= ring.whole
    for place, rows in ring.single.items():
        held().unlock(place, rows)
    mine = copy(made)
    for each in fields(made):
        value = getattr(made, each.name)
        mine_too = deepcopy(value) if each.name == "facts" else copy(value)
        setattr(mine, each.name, mine_too)
    mine.facts.now = timezone.now()
    return mine
