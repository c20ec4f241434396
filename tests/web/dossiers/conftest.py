"""Somebody at a table, in front of a screen."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Seat
from tests.factories import Table, earlier_today

PURPOSE = "overleg voorbereiden"

At = Callable[..., Client]


@pytest.fixture
def table() -> Table:
    """A table that began this morning, so that all of it lies behind the clock."""
    return Table(now=earlier_today())


@pytest.fixture
def at() -> At:
    """`at(seat)`: signed in as whoever sits there, with a purpose stated today."""

    def sign_in(seat: Seat, purpose: str = PURPOSE) -> Client:
        assert seat.user is not None
        client = Client()
        client.force_login(seat.user)
        if purpose:
            state_purpose(Opening(purpose=purpose), by=seat, now=timezone.now())
        return client

    return sign_in
