"""Mijn werk: what is asked of me, what I wait for, and what comes."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.recoveries import begin_recovery
from expliciet.accounts.models import Appointment, Organisation
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import Dossier, Seat
from expliciet.web.work.agreements import SHOWN
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.partners import Partners, Role, Says, browser

pytestmark = [pytest.mark.django_db, pytest.mark.engines]
ASKED, WAITING = "Van mij gevraagd", "Ik wacht op"


def work(somebody: Appointment) -> str:
    response = browser(somebody).get("/")
    assert response.status_code == 200
    return response.content.decode()


def asked_of(somebody: Appointment) -> str:
    return work(somebody).partition(ASKED)[2].partition(WAITING)[0]


def awaited_by(somebody: Appointment) -> str:
    return work(somebody).partition(WAITING)[2].partition("Komende overleggen")[0]


def earlier_table(house: object = None) -> Table:
    return Table(house=house, now=earlier_today())  # type: ignore[arg-type]


def test_a_visitor_keeps_the_verslagcheck() -> None:
    html = Client().get("/").content.decode()
    assert "Wat blijft in dit verslag onuitgesproken?" in html
    assert ASKED not in html
    assert not Line.objects.exists()


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_whoever_signed_in_comes_upon_their_own_work(
    partners: Partners, role: str
) -> None:
    somebody = partners.of("gemeente", role)
    assert ASKED in work(somebody)
    line = Line.objects.get(action=Action.WORK_READ)
    assert (line.user, line.house) == (somebody.user_id, partners.house.id)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.ADMINISTRATOR], ids=str)
def test_an_empty_list_says_what_will_come(partners: Partners, role: str) -> None:
    html = work(partners.of("gemeente", role))
    for words in (
        "Niemand wacht nu op u.",
        "Hier komt wat anderen u vragen",
        "Hier komt wat anderen u nog schuldig zijn",
        "Hier komen de overleggen waarvoor u bent uitgenodigd",
    ):
        assert words in html


def test_an_agreement_is_read_and_answered_where_it_stands(partners: Partners) -> None:
    police = partners.of("police")
    agreement = partners.agreement("Wie komt, zegt het.")
    html = asked_of(police)
    assert "Wie komt, zegt het." in html
    assert reverse("house:answer", args=[agreement.id]) in html
    partners.answers(agreement, police)
    assert "Wie komt, zegt het." not in work(police)


def test_nobody_is_asked_what_is_for_another(partners: Partners) -> None:
    partners.agreement(
        "Alleen voor de school.", delivers=partners.of("onderwijs").organisation
    )
    assert "Alleen voor de school." in asked_of(partners.of("onderwijs"))
    for other in (partners.of("police"), partners.director, partners.administrator):
        assert "Alleen voor de school." not in work(other)


def test_of_many_the_oldest_come_first_and_the_rest_is_counted(
    partners: Partners,
) -> None:
    now = timezone.now()
    for number in range(SHOWN + 2):
        partners.agreement(f"Tekst {number}.", now=now + timedelta(seconds=number))
    html = asked_of(partners.of("police"))
    assert html.index("Tekst 0.") < html.index("Tekst 1.")
    assert f"Tekst {SHOWN}." not in html
    assert "Nog 2 werkafspraken wachten op uw antwoord" in html


def test_what_i_wait_for_tells_of_whom_and_how_long(partners: Partners) -> None:
    police, school = partners.of("police"), partners.of("onderwijs")
    agreement = partners.agreement(
        by=police,
        expects=police.organisation,
        delivers=school.organisation,
        now=timezone.localtime() - timedelta(days=20),
    )
    html = awaited_by(police)
    assert school.organisation.name in html
    assert "2 weken" in html
    assert school.organisation.name not in awaited_by(school)
    partners.answers(agreement, school, Says.NO, "Dat kan niet.")
    assert school.organisation.name not in awaited_by(police)


def test_the_office_waits_for_what_all_were_asked(partners: Partners) -> None:
    school = partners.of("onderwijs")
    partners.agreement()
    assert school.organisation.name in awaited_by(partners.director)
    assert school.organisation.name not in awaited_by(partners.of("police"))


def test_an_agreement_to_look_at_again_comes_to_who_looks_after_it(
    partners: Partners,
) -> None:
    agreement = partners.agreement(
        now=timezone.localtime() - timedelta(days=60),
        review_on=timezone.localdate() - timedelta(days=3),
    )
    again = reverse("house:replace", args=[agreement.id])
    assert again in asked_of(partners.director)
    assert again not in work(partners.of("police"))


def test_a_dossier_whose_day_has_come_is_asked_of_who_chairs() -> None:
    """References, kinds and dates; no name of a person and no word of the case."""
    table = earlier_table()
    Dossier.objects.update(review_on=timezone.localdate() - timedelta(days=8))
    police = table.seat("police", now=earlier_today(1))
    html = asked_of(table.director)
    assert table.dossier.number in html
    assert "8 dagen" in html
    assert "Besluit van de weegploeg" not in html
    seated = Appointment.objects.get(user=police.user)
    assert table.dossier.number not in asked_of(seated).partition("tidings")[0]


def test_a_closed_dossier_is_not_asked_for() -> None:
    table = earlier_table()
    Dossier.objects.update(review_on=timezone.localdate(), phase=Dossier.Phase.CLOSED)
    assert table.dossier.number not in work(table.director)


def test_a_seat_that_ended_a_second_ago_tells_nothing_any_more() -> None:
    """Bad input: not by a review, not by a draft, not by a notice."""
    table = earlier_table()
    police = table.seat("police", now=earlier_today(1))
    assert police.user
    keep_draft(
        "dossiers:note",
        {"text": "half"},
        by=police.user,
        house=table.house,
        dossier=table.dossier,
        now=timezone.now(),
    )
    seated = Appointment.objects.get(user=police.user)
    assert table.dossier.number in work(seated)
    Seat.objects.filter(pk=police.pk).update(
        left_at=timezone.localtime() - timedelta(seconds=1)
    )
    html = work(seated)
    assert table.dossier.number not in html
    assert str(table.dossier.pk) not in html
    assert "U kreeg een plek aan tafel" in html


def test_a_draft_is_named_by_its_form_and_never_by_its_words(
    partners: Partners,
) -> None:
    police = partners.of("police")
    keep_draft(
        "house:propose",
        {"text": "Een half geheim."},
        by=police.user,
        house=partners.house,
        about=partners.house.id,
        now=timezone.now(),
    )
    html = asked_of(police)
    assert "Een nieuwe werkafspraak" in html
    assert reverse("house:propose", args=[partners.house.id]) in html
    assert "Een half geheim." not in html
    assert "Een nieuwe werkafspraak" not in work(partners.of("GGZ"))


def test_a_second_person_is_asked_to_confirm_who_was_locked_out(
    partners: Partners,
) -> None:
    locked_out = partners.of("police")
    colleague = AppointmentFactory(organisation=locked_out.organisation)
    second = AppointmentFactory(organisation=locked_out.organisation)
    begin_recovery(locked_out.user, by=colleague, now=timezone.now())
    name = str(locked_out.user.name)
    for asked in (second, partners.administrator):
        assert name in asked_of(asked)
    for other in (colleague, partners.director, partners.of("GGZ")):
        assert name not in work(other)


def test_whoever_works_in_two_houses_sees_both(partners: Partners) -> None:
    other = Partners()
    police = partners.of("police")
    AppointmentFactory(user=police.user, organisation=other.organisation("police"))
    partners.agreement("In het ene huis.")
    other.agreement("In het andere huis.")
    html = work(police)
    assert "In het ene huis." in html
    assert "In het andere huis." in html


def test_much_work_takes_no_more_queries_than_little() -> None:
    table = earlier_table()
    partners = Partners(table.house)
    director = table.director

    def add(number: int) -> None:
        partners.agreement(f"Tekst {number}.", by=director)
        partners.agreement(by=partners.of("GGZ"), expects=partners.organisation("GGZ"))
        keep_draft(
            f"house:house-rule/{number}",
            {"value": "1"},
            by=director.user,
            house=table.house,
            now=timezone.now(),
        )
        Dossier.objects.update(review_on=timezone.localdate() - timedelta(days=1))

    def asked() -> int:
        client = browser(director)
        client.get("/")
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        return len(queries)

    add(0)
    before = asked()
    for number in range(1, 6):
        another = Table(house=table.house, now=earlier_today(1))
        Seat.objects.filter(pk=another.chair.pk).update(user=director.user)
        add(number)
    assert asked() == before > 5
    assert asked_of(director).count("Dossier opnieuw bekijken") == 6


def test_ages_are_said_as_people_say_them() -> None:
    from datetime import date

    from expliciet.web.work.ages import age

    today = date(2026, 12, 3)
    said = {
        days: age(today - timedelta(days=days), today) for days in (0, 1, 9, 20, 90)
    }
    assert said == {
        0: "sinds vandaag",
        1: "1 dag",
        9: "9 dagen",
        20: "2 weken",
        90: "3 maanden",
    }


def test_the_office_is_not_asked_to_answer_its_own_text(partners: Partners) -> None:
    partners.agreement("Voor allen.")
    secretary = partners.of(Organisation.OFFICE, Role.SECRETARY)
    assert "Voor allen." not in work(secretary)
