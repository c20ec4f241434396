"""Whoever directs several houses says for which; who directs one is asked nothing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, House
from expliciet.evaluation.models import (
    LearningSession,
    Recommendation,
    Scan,
    Study,
    StudyHouse,
)
from tests.casework.approach import level
from tests.evaluation.learning import recommended
from tests.evaluation.study import Studied, approved
from tests.factories import (
    AppointmentFactory,
    HouseFactory,
    OrganisationFactory,
    Role,
    Table,
    earlier_today,
)
from tests.partners import browser
from tests.web.evaluation.test_studies import typed

pytestmark = pytest.mark.django_db
ASKED = 'name="where"'


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def second_house(table: Table) -> Appointment:
    """Directed by the same person."""
    office = OrganisationFactory(house=HouseFactory(name="Huis Twee (verzonnen)"))
    return AppointmentFactory(
        user=table.director.user, organisation=office, role=Role.PROCESS_DIRECTOR
    )


def recommended_to(studied: Studied, house: House) -> Recommendation:
    """In a study that this house let look as well."""
    StudyHouse.objects.get_or_create(
        study=studied.study,
        house=house,
        defaults={"asked_at": studied.table.now, "released_at": studied.table.now},
    )
    made = recommended(studied, number=studied.study.recommendations.count() + 1)
    made.house = house
    made.save()
    return made


def says(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def calls(client: Client, studied: Studied, **said: object) -> object:
    facts = {
        "name": "Leermiddag (verzonnen)",
        "held_on": timezone.localdate().isoformat(),
        "case": "een jongen van zeventien, en drie organisaties",
        "dots": "3",
    }
    there = reverse("evaluation:session-call", args=[studied.study.pk])
    return client.post(there, facts | said)


def test_a_learning_session_is_called_for_the_house_that_was_chosen(
    table: Table,
) -> None:
    """F68: over what was offered to that house, and to no other."""
    studied, other = approved(table), second_house(table)
    ours = recommended_to(studied, table.house)
    theirs = recommended_to(studied, other.house)
    client = browser(table.director)
    there = reverse("evaluation:session-call", args=[studied.study.pk])
    form = says(client.get(there))
    assert ASKED in form
    assert f"{other.house.name}: {theirs.number}." in form
    asked = calls(client, studied, recommendations=[str(theirs.pk)])
    assert "voor welk huis" in says(asked)
    mixed = {"where": str(other.pk), "recommendations": [str(ours.pk)]}
    assert "aan dit huis" in says(calls(client, studied, **mixed))
    calls(client, studied, where=str(other.pk), recommendations=[str(theirs.pk)])
    session = LearningSession.objects.get()
    assert session.house == other.house
    change = reverse("evaluation:session-change", args=[studied.study.pk, session.pk])
    assert ASKED not in says(client.get(change)), "it is of that house from then on"


def test_a_house_that_let_the_study_look_is_found_behind_one_that_did_not(
    table: Table,
) -> None:
    """F68: who directs a second house of the study calls one for the first."""
    studied, other = approved(table), second_house(table)
    StudyHouse.objects.create(
        study=studied.study, house=other.house, asked_at=table.now
    )
    made = recommended_to(studied, table.house)
    client = browser(table.director)
    calls(client, studied, recommendations=[str(made.pk)])
    assert LearningSession.objects.get().house == table.house


def test_a_scan_is_begun_for_the_house_that_was_chosen(table: Table) -> None:
    """N22"""
    other, today = second_house(table), timezone.localdate()
    client, there = browser(table.director), reverse("evaluation:scan-begin")
    assert ASKED in says(client.get(there))
    said = {"year": today.year, "answer_by": (today + timedelta(days=9)).isoformat()}
    assert client.post(there, said).status_code == 422
    assert not Scan.objects.exists()
    for each in (other, table.director):
        assert client.post(there, said | {"where": str(each.pk)}).status_code == 302
    houses = Scan.objects.values_list("house", flat=True)
    assert set(houses) == {other.house_id, table.house.pk}


def test_a_study_is_proposed_for_the_house_that_was_chosen(table: Table) -> None:
    """F63: with its own levels."""
    other, weighs = second_house(table), level(table)
    client, there = browser(table.director), reverse("evaluation:propose")
    assert ASKED in says(client.get(there))
    said = typed(Table(house=other.house)) | {"where": str(other.pk)}
    wrong = client.post(there, said | {"level": str(weighs.pk)})
    assert "van een ander huis" in says(wrong)
    assert client.post(there, said).status_code == 302
    assert [each.house for each in Study.objects.get().houses.all()] == [other.house]


def test_whoever_directs_one_house_is_not_asked_which(table: Table) -> None:
    studied = approved(table)
    recommended_to(studied, table.house)
    client = browser(table.director)
    for there in (
        reverse("evaluation:session-call", args=[studied.study.pk]),
        reverse("evaluation:scan-begin"),
        reverse("evaluation:propose"),
    ):
        answer = client.get(there)
        assert answer.status_code == 200
        assert ASKED not in says(answer)
