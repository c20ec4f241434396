"""Reading back aloud, and what each at the table says to it: N23."""

import pytest
from django.urls import reverse

from expliciet.casework.actions.minutes import make_minutes
from expliciet.casework.models import AgendaItem, Minutes, Receipt
from expliciet.dossiers.models import Seat
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
from expliciet.web.casework.read_aloud import said_at
from tests.casework.promises import agreed
from tests.factories import Table
from tests.web.casework.minuting import SECRET, asked_of, ended, made, spoken, to
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db


def read(table: Table, item: AgendaItem, small: bool = False) -> dict[str, str]:
    """What the page sends along: which lines were read aloud, by circle."""
    with keyring():
        table.chair.unlock(table.tick())
        found = AgendaItem.objects.get(pk=item.pk)
        said = said_at(found, table.chair, table.tick(), small=small)
        return {f"read_{each.circle.pk}": each.mark for each in said}


def name(table: Table, item: AgendaItem, seat: Seat, what: str = "says") -> str:
    (key,) = read(table, item)
    return f"{what}_{key.removeprefix('read_')}_{seat.pk}"


def test_it_is_read_aloud_in_a_fixed_order_and_within_a_minute_and_a_half(
    table: Table, at: At
) -> None:
    """N23: decisions, agreements, expectations, what is open; at most five of each."""
    police = table.seat("police")
    item = spoken(table, police)
    for number in range(6):
        agreed(table, police, table.chair, deed=f"daad {number} (verzonnen)")
    page = words(at(table.chair).get(to("read-back", table, item.pk)))
    assert page.index("Afspraken") < page.index("Verwachtingen")
    assert "daad 3 (verzonnen)" in page
    assert "daad 5 (verzonnen)" not in page
    assert "seconden voorlezen" in page
    assert police.who in page


def test_everybody_at_the_table_says_that_it_is_so_in_one_tap(
    table: Table, at: At
) -> None:
    """Of each who is there and hears it, as written down by who leads; once."""
    police, school = table.seat("police"), table.seat("onderwijs")
    item = spoken(table, police, school)
    client, page = at(table.chair), to("read-back", table, item.pk)
    done = client.post(page, read(table, item) | {"deed": "all"})
    assert done.status_code == REDIRECTED
    minutes = Minutes.objects.get()
    said = Receipt.objects.filter(minutes=minutes)
    assert {each.seat_id for each in said} == {table.chair.pk, police.pk, school.pk}
    assert all(each.at_table and each.by == table.chair for each in said)
    again = client.post(page, read(table, item) | {"deed": "all"})
    assert again.status_code == REFUSED
    assert Receipt.objects.count() == 3


def test_who_says_otherwise_keeps_saying_so_when_the_others_say_it_is_so(
    table: Table, at: At
) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    item = spoken(table, police, school)
    client, page = at(table.chair), to("read-back", table, item.pk)
    typed = read(table, item) | {
        name(table, item, school): "otherwise",
        name(table, item, school, "words"): "",
        "deed": "all",
    }
    assert client.post(page, typed).status_code == REFUSED
    assert not Minutes.objects.exists()
    typed[name(table, item, school, "words")] = "het was dinsdag (verzonnen)"
    assert client.post(page, typed).status_code == REDIRECTED
    assert Receipt.objects.get(seat=school).says == Receipt.Says.OTHERWISE
    assert Receipt.objects.get(seat=police).says == Receipt.Says.SO


def test_what_was_recorded_since_is_read_back_first(table: Table, at: At) -> None:
    """Nobody confirms what they did not hear; what was filled in stays."""
    police = table.seat("police")
    item = spoken(table, police)
    client, page = at(table.chair), to("read-back", table, item.pk)
    typed = read(table, item) | {
        name(table, item, police): "otherwise",
        name(table, item, police, "words"): "dat was later (verzonnen)",
        "deed": "each",
    }
    agreed(table, police, table.chair, deed="nog iets (verzonnen)")
    late = client.post(page, typed)
    assert late.status_code == REFUSED
    shown = words(late)
    assert "nog iets (verzonnen)" in shown
    assert "dat was later (verzonnen)" in shown
    assert not Receipt.objects.exists()
    assert client.post(page, typed | read(table, item)).status_code == REDIRECTED
    assert Receipt.objects.get().seat == police


def test_what_the_core_said_is_read_back_only_where_that_is_asked(
    table: Table, at: At
) -> None:
    """V3: off by default, for this page may stand on the wall; own records never."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item = spoken(table, police, youth, core=True)
    table.note(table.chair, "alleen van ons (verzonnen)", circle="own")
    client, page = at(table.chair), to("read-back", table, item.pk)
    assert SECRET not in words(client.get(page))
    small = words(client.get(f"{page}?kern"))
    assert SECRET in small
    assert "alleen van ons" not in small
    typed = read(table, item, small=True) | {"deed": "all"}
    client.post(f"{page}?kern", typed)
    assert Receipt.objects.filter(seat=police).count() == 2
    assert Receipt.objects.filter(seat=youth).count() == 1


def test_it_is_for_whoever_leads_the_talk(table: Table, at: At) -> None:
    """Others follow on their own screen; elsewhere there is no such page."""
    police = table.seat("police")
    item = spoken(table, police)
    page = to("read-back", table, item.pk)
    assert at(police).get(page).status_code == 403
    other = Table(table.house, now=table.now)
    there = reverse("casework:read-back", args=[other.dossier.pk, item.pk])
    assert at(other.chair).get(there).status_code == 404


def test_minutes_are_made_before_anybody_answers_for_who_follows(
    table: Table, at: At
) -> None:
    """N23: only who is absent is written to."""
    police, school = table.seat("police"), table.seat("onderwijs")
    item = spoken(table, police)
    at(table.chair).post(to("read-back", table, item.pk), {"deed": "make"})
    assert Minutes.objects.count() == 1
    told = Notice.objects.filter(kind=Notice.Kind.MINUTES)
    assert school.user in {each.user for each in told}
    assert police.user not in {each.user for each in told}


def test_after_the_talk_everybody_answers_from_their_own_place(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    item = spoken(table, police)
    made(table, item)
    ended(table, item)
    client, page = at(table.chair), to("read-back", table, item.pk)
    assert 'value="all"' not in words(client.get(page))
    refused = client.post(page, read(table, item) | {"deed": "all"})
    assert refused.status_code in (403, REFUSED)
    assert not Receipt.objects.exists()


def test_an_item_in_which_nothing_was_said_has_minutes_too(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    item = spoken(table, police)
    for each in make_minutes(item, by=table.chair, now=table.tick()):
        assert each.lines.exists()
    page = words(at(table.chair).get(to("read-back", table, item.pk)))
    assert Minutes.objects.get().reference in page


def test_ten_lines_ask_as_much_as_two(table: Table, at: At) -> None:
    police = table.seat("police")
    item = spoken(table, police)
    client, page = at(table.chair), to("read-back", table, item.pk)
    few = asked_of(client, page)
    for number in range(8):
        agreed(table, police, table.chair, deed=f"daad {number} (verzonnen)")
    assert asked_of(client, page) == few
