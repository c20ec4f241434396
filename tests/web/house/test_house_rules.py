"""House rules: a value, where it stands, and since when (S57)."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.house_rules import KNOWN
from expliciet.accounts.models import HouseRule
from tests.partners import Partners, browser

pytestmark = pytest.mark.django_db


def page(partners: Partners) -> str:
    return reverse("house:house-rules", args=[partners.house.id])


def setting(partners: Partners, name: str) -> str:
    return reverse("house:house-rule", args=[partners.house.id, name])


def put(client: Client, partners: Partners, name: str, **changed: object) -> int:
    told: dict[str, object] = {
        "value": "30",
        "source": "Huisbesluit 7 (verzonnen)",
        "source_date": "2026-01-05",
        "valid_from": timezone.localdate().isoformat(),
    }
    return client.post(setting(partners, name), told | changed).status_code


def test_every_rule_that_exists_stands_on_the_page(partners: Partners) -> None:
    html = browser(partners.administrator).get(page(partners)).content.decode()
    for known in KNOWN.values():
        assert f'id="{known.name}"' in html
    assert "De standaard: het huis heeft hierover niet besloten." in html


def test_a_rule_without_source_and_date_is_said_to_lack(partners: Partners) -> None:
    HouseRule.objects.filter(name="trail-months").delete()
    html = browser(partners.administrator).get(page(partners)).content.decode()
    assert "Nog geen bron en datum" in html


def test_a_new_value_holds_and_the_old_one_stays_to_be_seen(partners: Partners) -> None:
    client = browser(partners.privacy_officer)
    assert put(client, partners, "dossier-months") == 302
    assert partners.house.rule("dossier-months", timezone.localdate()) == 30
    html = client.get(page(partners)).content.decode()
    assert "Huisbesluit 7 (verzonnen)" in html
    assert "Wat eerder gold" in html
    assert "verzonnen besluit" in html


def test_a_value_may_begin_later(partners: Partners) -> None:
    day = timezone.localdate() + timedelta(days=30)
    client = browser(partners.director)
    put(client, partners, "dossier-months", valid_from=day.isoformat())
    assert partners.house.rule("dossier-months", timezone.localdate()) == 60
    assert partners.house.rule("dossier-months", day) == 30
    assert "Vanaf" in client.get(page(partners)).content.decode()


def test_a_list_is_one_a_line(partners: Partners) -> None:
    client = browser(partners.director)
    assert put(client, partners, "purposes", value="voorbereiden\n\n nalopen \n") == 302
    found = partners.house.rule("purposes", timezone.localdate())
    assert found == ["voorbereiden", "nalopen"]
    html = client.get(setting(partners, "purposes")).content.decode()
    assert "voorbereiden\nnalopen" in html


def test_functions_are_ticked_and_shown_in_words(partners: Partners) -> None:
    client = browser(partners.director)
    form = client.get(setting(partners, "quorum")).content.decode()
    assert re.search(r'type="checkbox"[^>]* value="police"[^>]* checked', form)
    assert put(client, partners, "quorum", value=["police", "onderwijs"]) == 302
    found = partners.house.rule("quorum", timezone.localdate())
    assert found == ["police", "onderwijs"]
    assert put(client, partners, "quorum", value=["gemeente"]) == 422
    html = client.get(page(partners)).content.decode()
    assert "<li>politie</li><li>onderwijs</li>" in html


def test_yes_or_no_is_chosen_and_shown_as_one_word(partners: Partners) -> None:
    client, name = browser(partners.director), "approval-of-intrusive"
    assert "ja of nee" not in client.get(page(partners)).content.decode()
    assert 'type="radio"' in client.get(setting(partners, name)).content.decode()
    assert put(client, partners, name, value="no") == 302
    assert partners.house.rule(name, timezone.localdate()) == "no"


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": "vijf"},
        {"value": "0"},
        {"value": "100000"},
        {"value": ""},
        {"source": ""},
        {"source_date": ""},
        {"valid_from": date(2020, 1, 1).isoformat()},
        {"valid_from": "morgen"},
    ],
    ids=str,
)
def test_without_a_right_value_a_source_and_a_day_nothing_is_set(
    partners: Partners, wrong: dict[str, object]
) -> None:
    before = HouseRule.objects.count()
    client = browser(partners.director)
    assert put(client, partners, "dossier-months", **wrong) == 422
    assert HouseRule.objects.count() == before


def test_the_administrator_reads_the_rules_and_sets_none(partners: Partners) -> None:
    client = browser(partners.administrator)
    assert client.get(page(partners)).status_code == 200
    assert put(client, partners, "dossier-months") == 403


def test_a_rule_that_nobody_knows_is_no_page(partners: Partners) -> None:
    client = browser(partners.director)
    assert client.get(setting(partners, "score-grens")).status_code == 404
