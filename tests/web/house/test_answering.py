"""Answering a working agreement: one tap, or a few words."""

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, WorkingAgreement, WorkingAnswer
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import Draft
from tests.factories import AppointmentFactory
from tests.partners import Partners, Role, Says, browser

pytestmark = pytest.mark.django_db


def address(agreement: WorkingAgreement) -> str:
    return reverse("house:answer", args=[agreement.id])


@pytest.fixture
def agreement(partners: Partners) -> WorkingAgreement:
    return partners.agreement("Wie komt, zegt het.")


def test_yes_is_one_tap(partners: Partners, agreement: WorkingAgreement) -> None:
    police = partners.of("police")
    response = browser(police).post(address(agreement), {"says": "yes", "next": "/"})
    assert response.headers["Location"] == "/"
    answer = WorkingAnswer.objects.get()
    assert (answer.organisation, answer.says, answer.words) == (
        police.organisation,
        Says.YES,
        None,
    )


def test_otherwise_is_said_in_words(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    response = browser(partners.of("police")).post(
        address(agreement), {"says": "otherwise", "words": "Alleen op dinsdag."}
    )
    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"#{agreement.id}")
    assert WorkingAnswer.objects.get().words == "Alleen op dinsdag."


def test_the_button_for_no_outweighs_what_the_form_said_before(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    browser(partners.of("police")).post(
        address(agreement), {"says": ["otherwise", "no"], "words": "Mag niet."}
    )
    assert WorkingAnswer.objects.get().says == Says.NO


@pytest.mark.parametrize("says", ["no", "otherwise", ""])
def test_without_words_the_form_comes_back_and_asks_for_them(
    partners: Partners, agreement: WorkingAgreement, says: str
) -> None:
    response = browser(partners.of("police")).post(address(agreement), {"says": says})
    assert response.status_code == 422
    assert "Zeg waarom niet, of wat dan wel" in response.content.decode()
    assert not WorkingAnswer.objects.exists()


def test_what_was_typed_stays_when_the_text_was_replaced_meanwhile(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    partners.agreement("Een nieuwe tekst.", supersedes=agreement)
    response = browser(partners.of("police")).post(
        address(agreement), {"says": "no", "words": "Dit kan niet zo."}
    )
    assert response.status_code == 422
    html = response.content.decode()
    assert "Dit kan niet zo." in html
    assert "andere tekst" in html


def test_in_place_the_answer_takes_the_place_of_the_question(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    response = browser(partners.of("police")).post(
        address(agreement), {"says": "yes"}, headers={"HX-Request": "true"}
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert f'id="answer-{agreement.id}"' in html
    assert "akkoord" in html
    assert "<html" not in html


def test_a_draft_is_found_again_and_gone_once_it_was_said(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    police = partners.of("police")
    keep_draft(
        "house:answer",
        {"says": "otherwise", "words": "Half getypt"},
        by=police.user,
        house=partners.house,
        about=agreement.id,
        now=timezone.now(),
    )
    client = browser(police)
    assert "Half getypt" in client.get(address(agreement)).content.decode()
    client.post(address(agreement), {"says": "otherwise", "words": "Heel getypt"})
    assert not Draft.objects.exists()


def test_whoever_acts_for_two_organisations_answers_for_the_one_they_name(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    police = partners.of("police")
    other = AppointmentFactory(
        user=police.user, organisation=partners.organisation("GGZ")
    )
    said = {"says": "yes", "organisation": str(other.organisation_id)}
    browser(police).post(address(agreement), said)
    assert WorkingAnswer.objects.get().organisation == other.organisation


def test_the_agreement_of_another_house_does_not_exist(
    agreement: WorkingAgreement,
) -> None:
    client = browser(AppointmentFactory())
    assert client.get(address(agreement)).status_code == 404
    assert client.post(address(agreement), {"says": "yes"}).status_code == 404


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in Appointment.AT_TABLES], ids=str
)
def test_whoever_sits_at_no_table_reads_and_does_not_answer(
    partners: Partners, agreement: WorkingAgreement, role: str
) -> None:
    """Yours to see, but not to do: 403, and nothing was said."""
    client = browser(partners.of("police", role))
    response = client.post(address(agreement), {"says": "yes"})
    assert response.status_code == 403
    assert not WorkingAnswer.objects.exists()


def test_an_answer_goes_back_to_no_other_site(
    partners: Partners, agreement: WorkingAgreement
) -> None:
    response = browser(partners.of("police")).post(
        address(agreement), {"says": "yes", "next": "https://elders.example/"}
    )
    assert response.headers["Location"] == "/"
