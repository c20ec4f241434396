"""Notices on one's own page, and putting them away."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post.actions.notices import notify
from expliciet.post.models import Notice
from expliciet.web.work.tidings import SHOWN
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.partners import Partners, browser

pytestmark = pytest.mark.django_db
SEEN = reverse("work:seen")


def told(somebody: Appointment, count: int = 1) -> list[Notice]:
    now = timezone.now()
    return [
        notify(
            Notice.Kind.SECURITY, [somebody.user], now=now - timedelta(minutes=number)
        )[0]
        for number in range(count)
    ]


def test_a_notice_about_a_dossier_leads_to_it() -> None:
    table = Table(now=earlier_today())
    seat = table.seat("police", now=earlier_today(1))
    somebody = Appointment.objects.get(user=seat.user)
    html = browser(somebody).get("/").content.decode()
    assert "U kreeg een plek aan tafel" in html
    assert table.dossier.number in html
    assert reverse("dossiers:detail", args=[table.dossier.pk]) in html


def test_what_was_seen_is_gone() -> None:
    somebody = AppointmentFactory()
    first, second = told(somebody, 2)
    client = browser(somebody)
    response = client.post(SEEN, {"notice": str(first.id)})
    assert response.headers["Location"] == "/"
    assert Notice.objects.unread().get() == second
    html = client.get("/").content.decode()
    assert str(second.id) in html
    assert str(first.id) not in html


def test_all_are_put_away_at_once_with_one_line() -> None:
    somebody = AppointmentFactory()
    told(somebody, SHOWN + 3)
    client = browser(somebody)
    assert "en nog 3 oudere berichten" in client.get("/").content.decode()
    client.post(SEEN, {"all": "1"})
    assert not Notice.objects.unread().exists()
    assert Line.objects.get(action=Action.NOTICES_READ).count == SHOWN + 3


def test_in_place_the_rest_of_the_list_comes_back() -> None:
    somebody = AppointmentFactory()
    first, second = told(somebody, 2)
    response = browser(somebody).post(
        SEEN, {"notice": str(first.id)}, headers={"HX-Request": "true"}
    )
    html = response.content.decode()
    assert 'id="tidings"' in html
    assert str(second.id) in html
    assert "<html" not in html


@pytest.mark.parametrize("said", ["geen nummer", "", "0" * 40])
def test_what_is_no_notice_puts_nothing_away(said: str) -> None:
    somebody = AppointmentFactory()
    told(somebody)
    assert browser(somebody).post(SEEN, {"notice": said}).status_code == 302
    assert Notice.objects.unread().count() == 1


def test_nobody_puts_away_what_was_told_to_another() -> None:
    somebody, other = AppointmentFactory(), AppointmentFactory()
    theirs = told(other)[0]
    browser(somebody).post(SEEN, {"notice": str(theirs.id)})
    assert Notice.objects.unread().get() == theirs


def test_looking_changes_nothing() -> None:
    """No state changes by a link: seeing is not putting away."""
    somebody = AppointmentFactory()
    told(somebody)
    client = browser(somebody)
    client.get("/")
    assert client.get(SEEN).status_code == 405
    assert Notice.objects.unread().count() == 1


def test_a_notice_about_an_agreement_leads_to_it(partners: Partners) -> None:
    police, agreement = partners.of("police"), partners.agreement()
    notify(
        Notice.Kind.AGREEMENT,
        [police.user],
        now=timezone.now(),
        house=partners.house.id,
        about=agreement.id,
    )
    place = reverse("house:how-we-work-in", args=[partners.house.id])
    assert f'"{place}#{agreement.id}"' in browser(police).get("/").content.decode()
