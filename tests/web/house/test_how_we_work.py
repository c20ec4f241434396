"""Zo werken wij: what the partners agreed for every case (N27)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import WorkingAgreement
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import AppointmentFactory
from tests.partners import Partners, Role, Says, browser

pytestmark = pytest.mark.django_db
PAGE = reverse("house:how-we-work")


def read(somebody: object, address: str = PAGE) -> str:
    response = browser(somebody).get(address)  # type: ignore[arg-type]
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_everybody_appointed_in_a_house_reads_how_it_works(
    partners: Partners, role: str
) -> None:
    partners.agreement("Wie belt, zegt wie hij is.")
    assert "Wie belt, zegt wie hij is." in read(partners.of("gemeente", role))


def test_a_house_where_one_is_not_appointed_does_not_exist(partners: Partners) -> None:
    client = browser(AppointmentFactory())
    address = reverse("house:how-we-work-in", args=[partners.house.id])
    assert client.get(address).status_code == 404


def test_every_subject_stands_on_the_page_in_the_order_of_a_newcomer(
    partners: Partners,
) -> None:
    html = read(partners.director)
    places = [html.index(f'id="{subject}"') for subject in WorkingAgreement.Subject]
    assert places == sorted(places)
    assert html.count("Hierover is nog niets afgesproken.") == len(places)


def test_each_organisation_answers_in_words(partners: Partners) -> None:
    agreement = partners.agreement()
    partners.answers(agreement, partners.of("police"))
    partners.answers(
        agreement, partners.of("onderwijs"), Says.OTHERWISE, "Wij doen het op maandag."
    )
    partners.answers(agreement, partners.of("GGZ"), Says.NO, "Dat mogen wij niet.")
    partners.organisation("jeugdwerk")
    html = read(partners.director)
    for words in (
        "Akkoord:",
        "Anders:",
        "Wij doen het op maandag.",
        "Niet akkoord:",
        "Dat mogen wij niet.",
        "Nog geen antwoord:",
    ):
        assert words in html


def test_an_earlier_text_stands_under_the_one_that_took_its_place(
    partners: Partners,
) -> None:
    old = partners.agreement("De eerste tekst.")
    partners.answers(old, partners.of("police"), Says.NO, "Te vroeg op de dag.")
    partners.agreement("De tweede tekst.", supersedes=old)
    html = read(partners.director)
    assert html.index("De tweede tekst.") < html.index("1 eerdere tekst")
    assert html.index("1 eerdere tekst") < html.index("De eerste tekst.")
    assert "Te vroeg op de dag." in html


def test_what_is_to_be_looked_at_again_says_so(partners: Partners) -> None:
    past = timezone.localtime() - timedelta(days=40)
    partners.agreement(now=past, review_on=timezone.localdate() - timedelta(days=5))
    assert "Toe aan een nieuwe blik" in read(partners.director)


def test_only_whoever_was_asked_is_offered_an_answer(partners: Partners) -> None:
    school = partners.of("onderwijs")
    partners.agreement(
        by=school,
        expects=school.organisation,
        delivers=partners.of("police").organisation,
    )
    offer = 'name="says" value="yes"'
    assert offer in read(partners.of("police"))
    assert offer not in read(school)
    assert offer not in read(partners.of("GGZ"))
    assert offer not in read(partners.administrator)


def test_reading_leaves_one_line_in_the_house(partners: Partners) -> None:
    somebody = partners.of("police")
    read(somebody)
    line = Line.objects.get(action=Action.WORKING_AGREEMENTS_READ)
    assert (line.user, line.house) == (somebody.user_id, partners.house.id)


def test_whoever_is_in_two_houses_chooses(partners: Partners) -> None:
    other = Partners()
    other.agreement("Zo doen zij het daar.")
    somebody = partners.of("police")
    AppointmentFactory(user=somebody.user, organisation=other.organisation("police"))
    there = reverse("house:how-we-work-in", args=[other.house.id])
    html = read(somebody)
    assert other.house.name in html
    assert there in html
    assert "Zo doen zij het daar." in read(somebody, there)


def test_many_agreements_take_no_more_queries_than_one(partners: Partners) -> None:
    def asked() -> int:
        client = browser(partners.of("police"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(PAGE)
        return len(queries)

    partners.answers(partners.agreement(), partners.of("GGZ"))
    before = asked()
    for number in range(6):
        old = partners.agreement(f"Tekst {number}.")
        new = partners.agreement(f"Nieuwe tekst {number}.", supersedes=old)
        for function in ("GGZ", "onderwijs", "wijkteam"):
            partners.answers(new, partners.of(function))
    assert asked() == before > 5
