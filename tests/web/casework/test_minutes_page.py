"""Minutes on the screen: F44, F45, N16, and what they ask on one's own page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.models import Line
from expliciet.casework.actions.minutes import establish
from expliciet.casework.models import Established, Minutes, Receipt
from expliciet.dossiers.models import Circle, Seat
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
from expliciet.web.casework.minutes_waits import at_this_table
from expliciet.web.work.tidings import address_of
from tests.casework.promises import agreed
from tests.factories import Table
from tests.web.casework.minuting import (
    SECRET,
    asked_of,
    caught_up,
    ended,
    made,
    says,
    spoken,
    to,
)
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db


def asks(seat: Seat) -> list[str]:
    with keyring():
        seat.unlock(timezone.now())
        found = at_this_table(seat, timezone.now())
        return [f"{one.words} [{one.deed}]" for one in found]


def test_the_page_holds_the_records_and_who_was_there(table: Table, at: At) -> None:
    """F44: agreements and expectations at once; the rest for who asks it; who can read
    it later; and a line in the trail."""
    police = table.seat("police")
    item = spoken(table, police)
    note = table.note(table.chair, "ook over vervoer gesproken (verzonnen)")
    minutes = made(table, item)
    client = at(police)
    page = words(client.get(to("minutes", table, minutes.pk)))
    for told in ("belt de school", "meldt verzuim", police.who, minutes.reference):
        assert told in page
    assert "Wie kan dit later lezen?" in page
    assert "ook over vervoer" not in page
    whole = words(client.get(f"{to('minutes', table, minutes.pk)}?volledig"))
    assert note.reference in whole
    assert "ook over vervoer" in whole
    line = Line.objects.order_by("at", "id").last()
    assert line is not None
    assert (line.action, line.object_id) == ("record-read", minutes.pk)


def test_it_is_so_takes_one_tap_and_otherwise_takes_words(table: Table, at: At) -> None:
    """N16: answered where it stands, once; who is silent shows as silent."""
    police, school = table.seat("police"), table.seat("onderwijs")
    minutes = made(table, spoken(table, police, school))
    page = to("minutes", table, minutes.pk)
    assert at(police).post(page, {"says": "so"}).status_code == REDIRECTED
    client = at(school)
    lacking = client.post(page, {"says": "otherwise", "words": ""})
    assert lacking.status_code == REFUSED
    client.post(page, {"says": "otherwise", "words": "het was dinsdag (verzonnen)"})
    shown = words(client.get(page))
    assert "het was dinsdag" in shown
    assert 'value="so"' not in shown
    assert Receipt.objects.count() == 2
    twice = client.post(page, {"says": "otherwise", "words": "nog iets anders"})
    assert twice.status_code == REFUSED
    assert "nog iets anders" in words(twice)
    assert Receipt.objects.count() == 2
    silent = words(at(table.substitute).get(page))
    assert silent.count("zwijgt") == 2  # the chair and the substitute


def test_whoever_leads_decides_on_a_change_and_it_stands_beside_it(
    table: Table, at: At
) -> None:
    """F45: taken over, or not and why; nobody else may."""
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    asked = says(table, minutes, police, "het was dinsdag (verzonnen)")
    page = to("amend", table, minutes.pk, asked.pk)
    assert at(police).get(page).status_code == 403
    chair = at(table.chair)
    form = words(chair.get(page))
    assert "het was dinsdag" in form
    assert 'name="is_taken"' in form
    assert chair.post(page, {"is_taken": "no", "why": ""}).status_code == REFUSED
    done = chair.post(page, {"is_taken": "no", "why": "zo is het gezegd"})
    assert done.status_code == REDIRECTED
    told = words(at(police).get(to("minutes", table, minutes.pk)))
    assert "zo is het gezegd" in told
    assert 'name="is_taken"' not in words(chair.get(page))
    again = chair.post(page, {"is_taken": "yes"})
    assert again.status_code == REFUSED


def test_they_are_established_and_stand_from_then_on(table: Table, at: At) -> None:
    """N16: not over silence before its day; after it they change only in the open."""
    police = table.seat("police")
    item = spoken(table, police)
    minutes = made(table, item)
    chair, page = at(table.chair), to("minutes", table, minutes.pk)
    ended(table, item)
    early = chair.post(to("establish", table, minutes.pk), follow=True)
    assert "utrecht-alert--error" in words(early)
    assert not Established.objects.exists()
    for seat in (police, table.chair, table.substitute):
        says(table, minutes, seat)
    assert at(police).post(to("establish", table, minutes.pk)).status_code == 403
    done = chair.post(to("establish", table, minutes.pk), follow=True)
    assert "Vastgesteld" in words(done)
    late = at(table.substitute).post(page, {"says": "otherwise", "words": "te laat"})
    assert late.status_code == REFUSED
    text = {"text": "Er is ook over vervoer gesproken.", "why": ""}
    assert chair.post(to("minutes-text", table, minutes.pk), text).status_code == 422
    text["why"] = "dit ontbrak (verzonnen)"
    anew = chair.post(to("minutes-text", table, minutes.pk), text)
    newer = Minutes.objects.get(supersedes=minutes)
    assert anew.headers["Location"] == to("minutes", table, newer.pk)
    shown = words(chair.get(page))
    assert "dit ontbrak (verzonnen)" in shown
    assert minutes.reference in shown


def test_what_changed_between_two_versions_is_told(table: Table, at: At) -> None:
    """F45: which records came in, why, and what was asked of the ones before."""
    police = table.seat("police")
    item = spoken(table, police)
    minutes = made(table, item)
    says(table, minutes, police, "er ontbreekt iets (verzonnen)")
    more = agreed(table, police, table.chair)
    newer = made(table, item)
    assert newer.supersedes_id == minutes.pk
    page = words(at(police).get(to("minutes", table, newer.pk)))
    assert f'Erbij: <span class="reference">{more.reference}' in page
    assert "er ontbreekt iets" in page


def test_whoever_answers_words_that_were_replaced_reads_the_new_ones(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    item = spoken(table, police)
    minutes = made(table, item)
    agreed(table, police, table.chair)
    made(table, item)
    client, page = at(police), to("minutes", table, minutes.pk)
    late = client.post(page, {"says": "so"})
    assert late.status_code == REFUSED
    assert 'name="words"' in words(late)
    assert "Nieuwere verslag" in words(late) or "nieuwer verslag" in words(late).lower()
    assert not Receipt.objects.exists()


def test_minutes_of_the_core_are_no_page_for_others(table: Table, at: At) -> None:
    """V3, S24: nor is there a sign of them on the page of the table."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item = spoken(table, police, youth, core=True)
    minutes, core = made(table, item), made(table, item, Circle.Kind.CORE)
    client = at(youth)
    assert client.get(to("minutes", table, core.pk)).status_code == 404
    page = words(client.get(to("minutes", table, minutes.pk)))
    assert core.reference not in page
    assert SECRET not in page
    theirs = words(at(police).get(to("minutes", table, minutes.pk)))
    assert core.reference in theirs


def test_what_waits_is_asked_on_the_dossier_and_on_ones_own_page(
    table: Table, at: At
) -> None:
    """N16: to answer with one tap; for who leads, changes, silence, and the end."""
    police = table.seat("police")
    item = spoken(table, police)
    minutes = made(table, item)
    assert any("verslag wacht op uw antwoord" in one for one in asks(police))
    client = at(police)
    home = words(client.get(reverse("opening")))
    assert minutes.reference in home
    tap = {"says": "so", "terug": "werk"}
    done = client.post(to("minutes", table, minutes.pk), tap)
    assert done.headers["Location"] == reverse("opening")
    assert not asks(police)
    chair = at(table.chair)
    assert "hun antwoord op een verslag" in words(chair.get(reverse("opening")))
    says(table, minutes, table.chair)
    asked = says(table, minutes, table.substitute, "anders (verzonnen)")
    assert any("wijziging gevraagd" in one for one in asks(table.chair))
    chair.post(to("amend", table, minutes.pk, asked.pk), {"is_taken": "yes"})
    ended(table, item)
    assert any("kan worden vastgesteld" in one for one in asks(table.chair))
    with keyring():
        establish(minutes, by=table.chair, now=caught_up(table).tick())
    assert not asks(table.chair)


def test_beside_other_records_they_lead_to_their_own_page(table: Table, at: At) -> None:
    """S27: nobody corrects or withdraws them as if they were a note."""
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    about = [table.dossier.pk, minutes.pk]
    page = words(at(table.chair).get(reverse("dossiers:record", args=about)))
    assert to("minutes", table, minutes.pk) in page
    assert "concept" in page
    for deed in ("correct", "withdraw", "pass-on"):
        assert reverse(f"dossiers:{deed}", args=about) not in page


def test_the_notice_leads_to_the_minutes(table: Table) -> None:
    """N16: and where somebody sits no longer, to nothing."""
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    notice = Notice.objects.filter(kind=Notice.Kind.MINUTES).first()
    assert notice is not None
    seen = {table.dossier.pk: table.dossier.number}
    assert address_of(notice, seen, set(), set()) == to("minutes", table, minutes.pk)
    assert address_of(notice, {}, set(), set()) == ""


def test_ten_people_and_ten_records_ask_as_much_as_two(table: Table, at: At) -> None:
    police = table.seat("police")
    item = spoken(table, police)
    minutes = made(table, item)
    client = at(police)
    few = asked_of(client, to("minutes", table, minutes.pk))
    for function in ("onderwijs", "jeugdwerk", "ggz", "reclassering"):
        seat = table.seat(function)
        agreed(table, seat, table.chair)
    minutes = made(table, item)
    for each in table.dossier.seats.filter(left_at=None).exclude(pk=police.pk):
        if minutes.circle.holds(each.organisation_id):
            says(table, minutes, each, "anders (verzonnen)")
    many = asked_of(client, to("minutes", table, minutes.pk))
    assert many <= few + 4  # the version before, and what was said to it


def test_the_timeline_shows_the_meeting(table: Table, at: At) -> None:
    """F44: when it was, and of which kind; without a word of it."""
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    page = words(at(police).get(f"{detail}?deel=tijdlijn"))
    assert minutes.reference in page
    assert "Overleggen" in page


def test_the_day_of_an_answer_is_that_of_the_house(table: Table, at: At) -> None:
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    day = timezone.localdate(minutes.recorded_at) + timedelta(days=7)
    page = words(at(police).get(to("minutes", table, minutes.pk)))
    assert f"wacht op antwoorden tot {day:%d-%m-%Y}" in page or str(day.day) in page
