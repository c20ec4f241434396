"""Proposing how partners work, or another text in the place of an old one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import WorkingAgreement
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.vault.keyring import keyring
from tests.partners import Partners, browser

pytestmark = pytest.mark.django_db


def typed(**changed: object) -> dict[str, object]:
    day = timezone.localdate() + timedelta(days=200)
    told = {"subject": "brings", "text": "Wij bellen terug.", "review_on": day}
    return told | changed


def proposing(partners: Partners) -> str:
    return reverse("house:propose", args=[partners.house.id])


def replacing(agreement: WorkingAgreement) -> str:
    return reverse("house:replace", args=[agreement.id])


def test_a_partner_proposes_for_its_own_organisation(partners: Partners) -> None:
    police = partners.of("police")
    browser(police).post(proposing(partners), typed())
    made = WorkingAgreement.objects.get()
    assert (made.expects, made.made_by) == (police.organisation, police.user)
    with keyring():
        partners.house.unlock()
        assert made.text == "Wij bellen terug."


def test_a_partner_cannot_make_another_the_one_who_expects(partners: Partners) -> None:
    """V5: a field that the form does not have changes nothing."""
    police, school = partners.of("police"), partners.organisation("onderwijs")
    browser(police).post(proposing(partners), typed(expects=str(school.id)))
    assert WorkingAgreement.objects.get().expects == police.organisation


def test_the_process_director_proposes_for_all(partners: Partners) -> None:
    browser(partners.director).post(proposing(partners), typed(expects=""))
    assert WorkingAgreement.objects.get().expects is None


def test_the_day_to_look_again_follows_the_house_rule(partners: Partners) -> None:
    html = browser(partners.director).get(proposing(partners)).content.decode()
    today = timezone.localdate()
    assert f'value="{today.replace(year=today.year + 1).isoformat()}"' in html


def test_what_is_wrong_stands_at_its_field_and_the_text_stays(
    partners: Partners,
) -> None:
    response = browser(partners.director).post(
        proposing(partners), typed(review_on=timezone.localdate())
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert "Kies een dag die nog komt." in html
    assert "Wij bellen terug." in html


def test_whoever_sits_at_no_table_proposes_nothing(partners: Partners) -> None:
    client = browser(partners.administrator)
    assert client.get(proposing(partners)).status_code == 403
    assert client.post(proposing(partners), typed()).status_code == 403
    assert not WorkingAgreement.objects.exists()
    assert Line.objects.filter(action=Action.REFUSED, allowed=False).count() == 2


def test_another_text_takes_the_place_of_the_old_one(partners: Partners) -> None:
    old = partners.agreement("Oud.")
    browser(partners.director).post(replacing(old), typed(text="Nieuw."))
    new = WorkingAgreement.objects.current().get()
    assert new.supersedes == old
    assert new.text == "Nieuw."


def test_a_partner_does_not_replace_what_all_agreed(partners: Partners) -> None:
    old = partners.agreement("Oud.")
    client = browser(partners.of("police"))
    assert client.post(replacing(old), typed()).status_code == 403
    assert WorkingAgreement.objects.current().get() == old


def test_the_second_who_replaces_a_text_reads_the_first(partners: Partners) -> None:
    """Both texts stand on the page, and nothing typed is lost."""
    old = partners.agreement("Oud.")
    partners.agreement("Die van de ander.", supersedes=old)
    response = browser(partners.director).post(
        replacing(old), typed(text="Die van mij.")
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert "Die van de ander." in html
    assert "Die van mij." in html


def test_to_replace_what_was_replaced_already_leads_to_what_holds(
    partners: Partners,
) -> None:
    old = partners.agreement("Oud.")
    new = partners.agreement("Nieuw.", supersedes=old)
    response = browser(partners.director).get(replacing(old))
    assert response.headers["Location"].endswith(f"#{new.id}")
