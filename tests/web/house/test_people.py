"""Letting colleagues in, appointing them, and letting them go."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, Session, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Draft
from expliciet.post.models import Notice
from tests.factories import AppointmentFactory, UserFactory
from tests.partners import Partners, Role, browser

pytestmark = pytest.mark.django_db


def typed(partners: Partners, **changed: str) -> dict[str, str]:
    return {
        "name": "Nieuw Verzonnen",
        "email": "nieuw@voorbeeld.example",
        "language": "nl",
        "organisation": str(partners.organisation("police").id),
        "role": "partner",
        "since": timezone.localdate().isoformat(),
        "until": "",
    } | changed


def adding(partners: Partners) -> str:
    return reverse("house:add-person", args=[partners.house.id])


def of(name: str, somebody: Appointment) -> str:
    return reverse(f"house:{name}", args=[somebody.house_id, somebody.user_id])


def stale(client: Client) -> Client:
    """The password was given a while ago."""
    Session.objects.update(proved_at=timezone.localtime() - timedelta(minutes=20))
    return client


def test_the_first_password_is_shown_once_and_works(partners: Partners) -> None:
    client = browser(partners.administrator)
    response = client.post(adding(partners), typed(partners))
    found = re.search(r'class="secret"[^>]*>([^<]+)<', response.content.decode())
    assert found
    user = User.objects.get(email="nieuw@voorbeeld.example")
    assert user.check_password(found[1])
    assert response.headers["Cache-Control"] == "no-store"
    page = client.get(reverse("house:person", args=[partners.house.id, user.id]))
    assert found[1] not in page.content.decode()
    assert not Draft.objects.exists()


def test_every_role_is_explained_where_it_is_chosen(partners: Partners) -> None:
    html = browser(partners.administrator).get(adding(partners)).content.decode()
    assert html.count('name="role"') == len(Role)
    assert "ziet geen dossier en geen inhoud" in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"email": "geen adres"},
        {"role": "superuser"},
        {"organisation": "00000000-0000-0000-0000-000000000000"},
        {"until": "2001-01-01"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_is_wrong_lets_nobody_in_and_keeps_what_was_typed(
    partners: Partners, wrong: dict[str, str]
) -> None:
    response = browser(partners.administrator).post(
        adding(partners), typed(partners, **wrong)
    )
    assert response.status_code == 422
    assert not User.objects.filter(email="nieuw@voorbeeld.example").exists()
    assert Appointment.objects.count() == 1


def test_an_organisation_of_another_house_cannot_be_chosen(partners: Partners) -> None:
    elsewhere = AppointmentFactory().organisation
    response = browser(partners.administrator).post(
        adding(partners), typed(partners, organisation=str(elsewhere.id))
    )
    assert response.status_code == 422


def test_who_has_an_account_elsewhere_keeps_it(partners: Partners) -> None:
    elsewhere = AppointmentFactory(user=UserFactory(password="hun eigen wachtwoord"))
    email = elsewhere.user.email.upper()
    response = browser(partners.administrator).post(
        adding(partners), typed(partners, email=email, name="Iemand Anders")
    )
    assert response.status_code == 302
    elsewhere.user.refresh_from_db()
    assert elsewhere.user.check_password("hun eigen wachtwoord")
    assert elsewhere.user.name != "Iemand Anders"
    assert elsewhere.user.appointments.filter(house=partners.house).exists()


@pytest.mark.parametrize("role", [Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER], ids=str)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_sees_the_people_and_does_not_manage_them_is_refused(
    partners: Partners, role: str, method: str
) -> None:
    """Yours to see, not to do: 403, and a line that says which rule refused it."""
    somebody = partners.of("police")
    client = browser(partners.of("office", role))
    for address in (
        adding(partners),
        of("appoint", somebody),
        of("close-account", somebody),
        reverse("house:end-appointment", args=[somebody.id]),
    ):
        response = getattr(client, method)(address, typed(partners))
        assert response.status_code == 403
    refused = Line.objects.filter(action=Action.REFUSED)
    assert {line.rule for line in refused} == {
        "user.add",
        "appointment.add",
        "user.disable",
        "appointment.end",
    }


def test_an_address_of_somebody_is_for_the_administrator_alone(
    partners: Partners,
) -> None:
    somebody = partners.of("police")
    page = of("person", somebody)
    assert (
        somebody.user.email
        in browser(partners.administrator).get(page).content.decode()
    )
    assert (
        somebody.user.email not in browser(partners.director).get(page).content.decode()
    )


def test_somebody_who_was_never_here_is_not_there(partners: Partners) -> None:
    stranger = AppointmentFactory()
    page = reverse("house:person", args=[partners.house.id, stranger.user_id])
    assert browser(partners.administrator).get(page).status_code == 404


def test_appointing_and_ending(partners: Partners) -> None:
    somebody, client = partners.of("police"), browser(partners.administrator)
    client.post(of("appoint", somebody), typed(partners, role="evaluator"))
    assert set(somebody.user.appointments.values_list("role", flat=True)) == {
        Role.PARTNER,
        Role.EVALUATOR,
    }
    today = timezone.localdate()
    client.post(
        reverse("house:end-appointment", args=[somebody.id]), {"on": today.isoformat()}
    )
    somebody.refresh_from_db()
    assert somebody.until == today


def test_an_appointment_does_not_end_before_it_began(partners: Partners) -> None:
    somebody = partners.of("police")
    response = browser(partners.administrator).post(
        reverse("house:end-appointment", args=[somebody.id]), {"on": "1999-01-01"}
    )
    assert response.status_code == 422
    assert "voordat zij begon" in response.content.decode()


def test_an_account_is_closed_with_a_reason_and_opened_again(
    partners: Partners,
) -> None:
    somebody, client = partners.of("police"), browser(partners.administrator)
    assert client.post(of("close-account", somebody), {"why": ""}).status_code == 422
    client.post(of("close-account", somebody), {"why": "vertrokken (verzonnen)"})
    somebody.user.refresh_from_db()
    assert not somebody.user.is_active
    assert "account gesloten" in client.get(of("person", somebody)).content.decode()
    client.post(of("reopen-account", somebody))
    somebody.user.refresh_from_db()
    assert somebody.user.is_active


def test_nobody_closes_their_own_account(partners: Partners) -> None:
    mine = partners.administrator
    client = browser(mine)
    assert client.post(of("close-account", mine), {"why": "x"}).status_code == 403
    assert "sluiten" not in client.get(of("person", mine)).content.decode().replace(
        "sluit zichzelf", ""
    )


def test_before_giving_rights_the_password_is_asked_again_and_nothing_gets_lost(
    partners: Partners,
) -> None:
    """C8: a session left open gives nobody a colleague."""
    client = stale(browser(partners.administrator))
    step_up = reverse("accounts:step-up")
    assert client.get(adding(partners)).headers["Location"].startswith(step_up)
    response = client.post(adding(partners), typed(partners))
    assert response.headers["Location"].startswith(step_up)
    assert not User.objects.filter(email="nieuw@voorbeeld.example").exists()
    Session.objects.update(proved_at=timezone.now())
    assert "Nieuw Verzonnen" in client.get(adding(partners)).content.decode()


def test_opening_an_account_asks_the_password_too(partners: Partners) -> None:
    somebody = partners.of("police")
    User.objects.filter(pk=somebody.user_id).update(is_active=False)
    client = stale(browser(partners.administrator))
    client.post(of("reopen-account", somebody))
    somebody.user.refresh_from_db()
    assert not somebody.user.is_active


def test_another_name_and_address_are_kept_and_told(partners: Partners) -> None:
    somebody = partners.of("police")
    said = {"name": "Anders Verzonnen", "email": "Anders@Voorbeeld.example"}
    browser(partners.administrator).post(of("change-person", somebody), said)
    user = User.objects.get(pk=somebody.user_id)
    assert (user.name, user.email) == ("Anders Verzonnen", "anders@voorbeeld.example")
    assert Notice.objects.get(user=user).kind == Notice.Kind.SECURITY
    assert Line.objects.filter(action=Action.USER_CHANGED, object_id=user.id).exists()


def test_an_address_belongs_to_one_person(partners: Partners) -> None:
    somebody, other = partners.of("police"), partners.of("GGZ")
    said = {"name": "X", "email": other.user.email}
    response = browser(partners.administrator).post(of("change-person", somebody), said)
    assert response.status_code == 422
    assert User.objects.get(pk=somebody.user_id).email == somebody.user.email
    assert str(somebody.user.name) in response.content.decode()


def test_nobody_changes_who_works_in_another_house_too(partners: Partners) -> None:
    somebody = partners.of("police")
    AppointmentFactory(user=somebody.user)
    client = browser(partners.administrator)
    said = {"name": "X", "email": "x@voorbeeld.example"}
    assert client.post(of("change-person", somebody), said).status_code == 403
    assert User.objects.get(pk=somebody.user_id).email == somebody.user.email
