"""At the door: a clock that can be set, and somebody who wants to come in."""

from typing import Any

import pytest
from django.utils import timezone

from expliciet.accounts.models import Organisation
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import (
    PASSWORD,
    AppointmentFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.web.accounts.visitor import Clock, Rules, Visitor
from tests.web.accounts.vouching import of


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    monkeypatch.setattr("axes.handlers.proxy.now", lambda: clock.now)
    monkeypatch.setattr("time.time", lambda: clock.now.timestamp())
    return clock


@pytest.fixture
def visitor(db: None, clock: Clock) -> Visitor:
    """Somebody with a password and an appointment, and no second factor yet."""
    appointment = AppointmentFactory(user=UserFactory(password=PASSWORD))
    return Visitor(appointment.user, clock)


@pytest.fixture
def insider(visitor: Visitor) -> Visitor:
    """The same, with an app, and signed in."""
    visitor.set_up_before()
    visitor.comes_in()
    return visitor


@pytest.fixture
def rules() -> Rules:
    """`rules()`: of the lines since the last look, what was done and by which rule."""
    seen: set[Any] = set()

    def since() -> list[tuple[str, str]]:
        fresh = [line for line in Line.objects.order_by("at") if line.pk not in seen]
        seen.update(line.pk for line in fresh)
        return [(Action(line.action), line.rule) for line in fresh]

    return since


@pytest.fixture
def police() -> Organisation:
    return OrganisationFactory(function=Organisation.POLICE)


@pytest.fixture
def anna(police: Organisation, clock: Clock, db: None) -> Visitor:
    return of(police, clock)


@pytest.fixture
def bram(police: Organisation, clock: Clock, db: None) -> Visitor:
    return of(police, clock)


@pytest.fixture
def lost(police: Organisation, clock: Clock, db: None) -> Visitor:
    """Somebody whose telephone lies in a canal; a thief is still signed in."""
    person = of(police, clock)
    person.set_up_before()
    return person
