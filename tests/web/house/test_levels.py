"""Levels of the approach in the administration: set, renewed, with their history."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, House
from expliciet.casework.models import Level
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db
Role = Appointment.Role


@pytest.fixture
def house() -> House:
    return HouseFactory()


def as_(house: House, role: str) -> Client:
    appointment = AppointmentFactory(
        organisation=OrganisationFactory(house=house, function="veiligheidshuis"),
        role=role,
    )
    client = Client()
    client.force_login(appointment.user)
    return client


def typed(**other: str) -> dict[str, str]:
    today = timezone.localdate()
    return {
        "name": "ICO",
        "meaning": "partners zitten samen aan tafel",
        "order": "2",
        "criteria": "er is een dreiging\n\n  één partner kan het niet alleen ",
        "decider": "de tafel",
        "review_days": "90",
        "source": "verzonnen besluit",
        "source_date": (today - timedelta(days=9)).isoformat(),
        "valid_from": today.isoformat(),
    } | other


def page(name: str, house: House, *args: str) -> str:
    return reverse(f"house:{name}", args=[house.pk, *args])


def test_a_level_is_set_with_criteria_source_and_day(house: House) -> None:
    """S40, F36, S57: one criterion on each line; nothing set in the past."""
    director = as_(house, Role.PROCESS_DIRECTOR)
    assert "nog geen niveaus" in words(director.get(page("levels", house)))
    for lacking in ("criteria", "source", "decider", "valid_from"):
        refused = director.post(page("add-level", house), typed(**{lacking: ""}))
        assert refused.status_code == REFUSED
    past = typed(valid_from=date(2020, 1, 1).isoformat())
    assert director.post(page("add-level", house), past).status_code == REFUSED
    added = director.post(page("add-level", house), typed())
    assert added.status_code == REDIRECTED
    level = Level.objects.get()
    assert level.criteria == ["er is een dreiging", "één partner kan het niet alleen"]
    assert level.code == "ico"
    director.post(page("add-level", house), typed())
    assert set(Level.objects.values_list("code", flat=True)) == {"ico", "ico-2"}


def test_a_change_of_a_level_keeps_what_held_before(house: House) -> None:
    """S57: who set it stands there too."""
    director = as_(house, Role.PROCESS_DIRECTOR)
    director.post(page("add-level", house), typed())
    form = words(director.get(page("level", house, "ico")))
    assert "er is een dreiging" in form
    changed = typed(criteria="iets anders", source="later besluit")
    assert director.post(page("level", house, "ico"), changed).status_code == REDIRECTED
    seen = words(director.get(page("levels", house)))
    for told in (
        "iets anders",
        "later besluit",
        "er is een dreiging",
        "ingesteld door",
    ):
        assert told in seen
    ahead = (timezone.localdate() + timedelta(days=30)).isoformat()
    director.post(page("level", house, "ico"), typed(valid_from=ahead, name="Later"))
    holding = Level.objects.holding(house, timezone.localdate()).get()
    assert holding.criteria == ["iets anders"]
    assert "Later" in words(director.get(page("levels", house)))


def test_only_the_process_director_sets_levels(house: House) -> None:
    administrator = as_(house, Role.ADMINISTRATOR)
    assert administrator.get(page("levels", house)).status_code == 200
    assert administrator.get(page("add-level", house)).status_code == 403
    assert administrator.post(page("add-level", house), typed()).status_code == 403
    assert as_(house, Role.PARTNER).get(page("levels", house)).status_code == 404
    stranger = as_(HouseFactory(), Role.PROCESS_DIRECTOR)
    assert stranger.get(page("levels", house)).status_code == 404
    gone = as_(house, Role.PROCESS_DIRECTOR).get(page("level", house, "geen"))
    assert gone.status_code == 404
    assert not Level.objects.exists()
