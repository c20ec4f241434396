"""Begrippen: entered, explained beside each other, and reached from a text (N12)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.loaded_words import add_loaded_word
from expliciet.accounts.models import Appointment, LoadedWord, Meaning
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.web.house.vocabulary import Vocabulary, pattern_of
from expliciet.web.templatetags.loaded_words import explain
from tests.factories import Table
from tests.partners import Partners, Role
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

PAGE = reverse("house:loaded-words")
A_DAY = (timezone.localdate() + timedelta(days=200)).isoformat()


@pytest.fixture
def partners() -> Partners:
    return Partners()


def signed_in(by: Appointment) -> Client:
    client = Client()
    client.force_login(by.user)
    return client


def worrying(by: Appointment, word: str = "zorgelijk", forms: str = "") -> LoadedWord:
    by.house.unlock()
    return add_loaded_word(
        LoadedWord(house=by.house, word=word, forms=forms),
        Meaning(
            organisation=by.organisation,
            text=f"zo bedoelt {by.organisation.name} het",
            review_on=timezone.localdate() + timedelta(days=200),
        ),
        by=by,
        now=timezone.now(),
    )


def said(text: str, **more: str) -> dict[str, str]:
    return {"text": text, "review_on": A_DAY, **more}


def test_an_empty_list_says_what_will_come_and_how_to_begin(
    partners: Partners,
) -> None:
    page = words(signed_in(partners.of("police")).get(PAGE))
    assert "Hier komen woorden" in page
    assert "Een woord toevoegen" in page


def test_a_word_is_entered_and_another_partner_puts_theirs_beside_it(
    partners: Partners,
) -> None:
    police, ggz = partners.of("police"), partners.of("GGZ")
    add = reverse("house:add-word", args=[partners.house.pk])
    sent = said(
        "wij zagen iets strafbaars", written="zorgelijk", spellings="zorgelijke"
    )
    assert signed_in(police).post(add, sent).status_code == REDIRECTED
    word, client = LoadedWord.objects.get(), signed_in(ggz)
    assert "nog niet wat zij bedoelt met" in words(client.get(PAGE))
    mean = reverse("house:mean", args=[word.pk])
    assert client.post(mean, said("iemand lijdt")).status_code == REDIRECTED
    page = words(client.get(PAGE))
    for there in ("wij zagen iets strafbaars", "iemand lijdt", "zorgelijke"):
        assert there in page
    assert "nog niet wat zij bedoelt met" not in page
    assert Line.objects.filter(action=Action.LOADED_WORDS_READ).exists()


def test_another_meaning_asks_why_and_the_old_one_stays_to_be_seen(
    partners: Partners,
) -> None:
    police = partners.of("police")
    word, client = worrying(police), signed_in(police)
    mean = reverse("house:mean", args=[word.pk])
    lacking = client.post(mean, said("anders"))
    assert lacking.status_code == REFUSED
    assert "anders</textarea>" in words(lacking)
    client.post(mean, said("anders", why_changed="te ruim"))
    page = words(client.get(PAGE))
    assert "anders" in page
    assert "te ruim" in page
    assert f"zo bedoelt {police.organisation.name} het" in page


def test_only_the_process_director_speaks_for_the_house(partners: Partners) -> None:
    word = worrying(partners.of("police"))
    there = reverse("house:mean-for-house", args=[word.pk])
    assert signed_in(partners.of("police")).get(there).status_code == 403
    client = signed_in(partners.director)
    assert client.post(there, said("voor iedereen")).status_code == REDIRECTED
    assert Meaning.objects.get(organisation=None).word == word


def test_another_house_has_no_such_word(partners: Partners) -> None:
    word = worrying(partners.of("police"))
    there = Partners().of("police")
    mean = reverse("house:mean", args=[word.pk])
    assert signed_in(there).get(mean).status_code == 404


def test_who_sits_at_no_table_reads_and_says_nothing(partners: Partners) -> None:
    word = worrying(partners.of("police"))
    client = signed_in(partners.of("office", Role.EVALUATOR))
    assert "Opnieuw zeggen" not in words(client.get(PAGE))
    assert client.get(reverse("house:mean", args=[word.pk])).status_code == 403


# --- in the texts of a dossier ------------------------------------------------------


def linked(word: LoadedWord, written: str) -> str:
    place = reverse("house:loaded-words-in", args=[word.house_id])
    return f'<a class="loaded" href="{place}#{word.pk}">{written}</a>'


def test_a_word_in_a_record_leads_to_what_it_means(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    word = worrying(table.director, forms="zorgelijke")
    note = table.note(police, "Zorgelijke <b>berichten</b>, zei hij. Zorgelijk dus.")
    client = at(police)
    for address in (
        reverse("dossiers:detail", args=[table.dossier.pk]),
        reverse("dossiers:record", args=[table.dossier.pk, note.pk]),
    ):
        page = words(client.get(address))
        assert linked(word, "Zorgelijke") in page
        assert "&lt;b&gt;berichten" in page
        assert linked(word, "Zorgelijk") not in page, "once in a text"


def test_words_cost_a_page_the_same_for_one_record_as_for_many(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    worrying(table.director)
    table.note(police, "Dit is zorgelijk.")
    client, address = at(police), reverse("dossiers:detail", args=[table.dossier.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _time in range(5):
        table.note(police, "Ook dit is zorgelijk.")
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(few) == len(many)
    asked = [q["sql"] for q in many if "loadedword" in q["sql"].lower()]
    assert len(asked) == 1


VOCABULARY = Vocabulary(
    pattern_of({"zorgelijk": "", "in beeld": "", "amp": "", "x<y": ""}),
    {"zorgelijk": "#1", "in beeld": "#2", "amp": "#3", "x<y": "#4"},
)


@pytest.mark.parametrize(
    "page",
    [
        "<p>zorgelijk</p>",
        '<h2>zorgelijk</h2><p dir="auto">rustig</p>',
        '<p dir="auto"><a href="/">zorgelijk</a></p>',
        '<textarea dir="auto">zorgelijk</textarea>',
        '<p dir="auto" title="zorgelijk">rustig</p>',
        '<p dir="auto">onzorgelijk zorgelijks zorgelijk-ish</p>',
        '<p dir="auto">Jansen &amp; Zn</p>',
        '<p dir="auto"><bdi>zorgelijk</bdi></p>',
        '<div><p dir="auto">rustig<br>ook</p>zorgelijk</div>',
    ],
)
def test_what_nobody_said_about_somebody_is_left_as_it_was(page: str) -> None:
    assert explain(page, VOCABULARY) == page


def test_a_word_over_the_end_of_a_line_is_found_and_escaping_stays() -> None:
    page = '<p dir="auto">Hij is in\nbeeld &lt;script&gt;</p>'
    found = explain(page, VOCABULARY)
    assert found == (
        '<p dir="auto">Hij is <a class="loaded" href="#2">in\nbeeld</a>'
        " &lt;script&gt;</p>"
    )
