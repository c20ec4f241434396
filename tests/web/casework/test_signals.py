"""Stall signals on the screen: at one table, and over all tables somebody leads."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.signals import tell_of_stalls
from expliciet.casework.models import Agreement, LeftSo
from expliciet.casework.signals import Signal
from expliciet.dossiers.models import Circle, Seat
from tests.casework import stalling
from tests.casework.stalling import after
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import page_of

pytestmark = pytest.mark.django_db

WEEKS_AGO = timedelta(days=40)


@pytest.fixture
def table() -> Table:
    """A table of forty days ago, of which every core partner sits there still."""
    made = Table(now=timezone.now() - WEEKS_AGO)
    made.core = stalling.core(made)  # type: ignore[attr-defined]
    return made


def core(table: Table) -> list[Seat]:
    found: list[Seat] = table.core  # type: ignore[attr-defined]
    return found


def twice_moved(table: Table, owner: Seat) -> Agreement:
    once = stalling.moved(table, stalling.agreed(table, owner), 14)
    return stalling.moved(table, once, 60)


def tab(table: Table, **asked: str) -> str:
    return page_of(table, deel="samenwerking", **asked)


def signal_of(code: str, seat: Seat) -> Signal:
    found = stalling.seen(seat, timezone.now())
    return next(one for one in found if one.rule.code == code)


def leave(table: Table, signal: Signal) -> str:
    return reverse("casework:leave-so", args=[table.dossier.pk, signal.mark])


def spoken(day: object) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_a_signal_shows_its_days_and_what_would_end_it(table: Table, at: At) -> None:
    """N9: which dates made it speak."""
    town, police, _om = core(table)
    asked = stalling.expected(table, town, police)
    page = words(at(police).get(tab(table)))
    for told in (
        "Verwachting blijft liggen",
        asked.reference,
        f'gevraagd op <time datetime="{after(table, 0)}">{spoken(after(table, 0))}',
        spoken(after(table, 7)),
        "Een antwoord: ja, nee of anders.",
        "nooit over de persoon",
    ):
        assert told in page
    assert "belt school" not in section(page)


def section(page: str) -> str:
    start = page.index('id="signalen"')
    return page[start : page.index("</section>", start)]


def test_an_empty_place_says_what_will_come(table: Table, at: At) -> None:
    page = section(words(at(core(table)[0]).get(tab(table))))
    assert "Er staat niets stil" in page


def test_an_earlier_moment_has_no_signals(table: Table, at: At) -> None:
    twice_moved(table, core(table)[1])
    then = (table.now + timedelta(minutes=5)).isoformat()
    page = section(words(at(core(table)[0]).get(tab(table, op=then))))
    assert "gaan alleen over vandaag" in page
    assert "Steeds een nieuwe dag" not in page


def test_a_dossier_asks_about_three_at_most_and_not_twice(table: Table, at: At) -> None:
    """Sparing: what is asked in other words is not asked again."""
    town, police, _om = core(table)
    stalling.expected(table, town, police)
    for _number in range(4):
        twice_moved(table, police)
    page = words(at(table.chair).get(page_of(table)))
    aside = page[page.index('id="vraagt"') :]
    assert aside.count("steeds een nieuwe dag") == 3
    assert "Hier staat nog één ding stil." in aside
    assert "verwachting blijft liggen" not in aside


def test_leaving_it_so_stands_with_the_signal_and_silences_it(
    table: Table, at: At
) -> None:
    """N9: because, until; with a line, and nothing typed is lost."""
    made = twice_moved(table, core(table)[1])
    client, signal = at(table.chair), signal_of("EX302", table.chair)
    address = leave(table, signal)
    assert address in words(client.get(tab(table)))
    assert made.reference in words(client.get(address))
    lacking = client.post(address, {"why": "wij wachten op de rechter"})
    assert lacking.status_code == REFUSED
    assert "wij wachten op de rechter" in words(lacking)
    said = {"why": "wij wachten op de rechter", "until": in_days(20)}
    assert client.post(address, said).status_code == REDIRECTED
    left = LeftSo.objects.get()
    assert Line.objects.filter(action=Action.SIGNAL_LEFT, object_id=left.pk).exists()
    page = section(words(at(core(table)[0]).get(tab(table))))
    assert "Bewust zo gelaten: 1 signaal" in page
    assert "wij wachten op de rechter" in page
    assert "Er staat niets stil" in page
    record = reverse("dossiers:record", args=[table.dossier.pk, left.pk])
    assert "Steeds een nieuwe dag" in words(client.get(record))


def test_who_does_not_hear_it_finds_no_such_page(table: Table, at: At) -> None:
    """V1: 404 for what one does not hear; 403 for what one may not do."""
    town, police, om = core(table)
    stalling.expected(table, town, police, circle=Circle.Kind.NAMED)
    signal = signal_of("EX301", town)
    for seat, answer in ((om, 404), (table.chair, 404), (town, 403)):
        for asked in (at(seat).get, at(seat).post):
            assert asked(leave(table, signal)).status_code == answer


def test_a_partner_without_a_mandate_gets_no_link(table: Table, at: At) -> None:
    town, police, _om = core(table)
    twice_moved(table, police)
    signal = signal_of("EX302", town)
    assert leave(table, signal) not in words(at(town).get(tab(table)))


def test_over_all_tables_the_longest_first_and_nothing_else(
    table: Table, at: At
) -> None:
    """For who leads: dates and places, no partner added up, no words of a case."""
    town, police, _om = core(table)
    stalling.expected(table, town, police)
    twice_moved(table, police)
    page = words(at(table.chair).get(reverse("signals:everywhere")))
    assert page.index("Verwachting blijft liggen") < page.index("Steeds een nieuwe dag")
    assert table.dossier.number in page
    assert "belt school" not in page
    for name in (town.organisation.name, police.organisation.name):
        assert name not in page
    line = Line.objects.filter(action=Action.SIGNALS_LISTED).get()
    assert (line.house, line.count) == (table.house.pk, 2)


def test_who_leads_no_table_reads_what_would_come(table: Table, at: At) -> None:
    town, police, _om = core(table)
    stalling.expected(table, town, police)
    page = words(at(town).get(reverse("signals:everywhere")))
    assert "Er staat niets stil aan de tafels die u leidt" in page
    assert table.dossier.number not in page


def test_a_notice_leads_to_the_page(table: Table, at: At) -> None:
    town, police, _om = core(table)
    stalling.expected(table, town, police)
    tell_of_stalls(timezone.now())
    page = words(at(table.chair).get(reverse("opening")))
    assert "Er staat iets stil in een dossier van u" in page
