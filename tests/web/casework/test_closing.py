"""Ending an approach on the screen; and that the card is all that is left of it."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from expliciet.audit.models import Line
from expliciet.casework.models import Closure
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.models import Person, Record, Seat
from expliciet.web.casework.urls import urlpatterns as of_casework
from expliciet.web.dossiers.urls import urlpatterns as of_dossiers
from tests.casework.approach import CARD, close, exit_criterion, in_days, step
from tests.casework.approach import level as set_level
from tests.conftest import Some
from tests.factories import Table
from tests.web.casework.bringing import bring_in, fact
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

SECRETS = (
    *("GEHEIM-NOTITIE", "GEHEIM-FEIT", "GEHEIM-PERSOON", "GEHEIM-NIVEAU"),
    *("GEHEIM-WAAROM", "GEHEIM-CRITERIA", "GEHEIM-ZORG"),
    *("GEHEIM-GESPREK", "GEHEIM-MELDER"),
)


def typed(keeper: Seat, **other: object) -> dict[str, object]:
    return {
        "outcome": "gone",
        "why": "hij werkt",
        "criteria": "alle gehaald",
        "remaining": "geen",
        "aftercare_by": str(keeper.pk),
        "aftercare": "het wijkteam belt",
        "look_on": in_days(180).isoformat(),
        "signs": CARD,
        "call": "het wijkteam (verzonnen)",
        "person_told": "in een gesprek",
        "reporter_told": "gebeld",
        "agreed": "on",
    } | other


def full(table: Table) -> tuple[Seat, Seat]:
    """A dossier with something of everything; the municipality and the police."""
    town, police = table.seat("municipality"), table.seat("police")
    table.note(town, "GEHEIM-NOTITIE")
    bring_in(table, police, fact("GEHEIM-FEIT"))
    person = Person(role=Person.Kind.SUBJECT, name="GEHEIM-PERSOON")
    from expliciet.dossiers.actions.circles import circle_for

    now = table.tick()
    record_person(person, by=town, circle=circle_for(town, "table", now), now=now)
    step(table, set_level(table), reason="GEHEIM-NIVEAU")
    exit_criterion(table)
    return town, police


def test_the_chair_ends_it_knowing_what_happens(table: Table, at: At) -> None:
    """S44, N20, F39: everything is asked, and the end is agreed to."""
    town, police = table.seat("municipality"), table.seat("police")
    exit_criterion(table, "Hij werkt zes maanden.")
    client = at(table.chair)
    address = reverse("casework:close", args=[table.dossier.pk])
    asked = words(client.get(address))
    for told in ("Alle plaatsen", "niet terug te draaien", "Hij werkt zes maanden."):
        assert told in asked
    assert at(police).get(address).status_code == 403
    for lacking in ("agreed", "signs", "look_on", "aftercare_by", "call", "remaining"):
        answer = client.post(address, typed(town) | {lacking: ""})
        assert answer.status_code == REFUSED, lacking
    assert not Closure.objects.exists()
    ended = client.post(address, typed(town, named=[str(police.pk)]))
    assert ended.status_code == REDIRECTED
    chair = Seat.objects.get(user=table.chair.user, role=Seat.Role.AFTERCARE)
    card = words(at(chair).get(ended["Location"]))
    for told in (CARD, "het wijkteam belt", town.who, police.who, "Nazorgkaart"):
        assert told in card


def test_the_page_of_the_dossier_leads_to_the_card_alone(table: Table, at: At) -> None:
    """S44: the card, and no note, fact, person, level or reason besides."""
    town, police = full(table)
    reference = Record.objects.filter(kind="note").get().reference
    close(table, town)
    page = reverse("dossiers:detail", args=[table.dossier.pk])
    card = Seat.objects.get(user=town.user, role=Seat.Role.AFTERCARE)
    client = at(card)
    seen = client.get(page, follow=True)
    assert seen.status_code == 200
    assert CARD in words(seen)
    for secret in (*SECRETS, reference, police.who, table.substitute.who):
        assert secret not in words(seen), secret
    assert Line.objects.order_by("at", "id").last().action == "record-read"
    for gone in (police, table.substitute):
        client = Client()
        client.force_login(gone.user)
        assert client.get(page).status_code == 404
        card_page = reverse("casework:card", args=[table.dossier.pk])
        assert client.get(card_page).status_code == 404


def test_every_other_address_of_the_dossier_is_gone_for_the_named(
    table: Table, at: At, some: Some
) -> None:
    """S44, V8: each route of a dossier, for whoever is named and for the chair."""
    town, _police = full(table)
    closure = close(table, town)
    records = list(Record.objects.filter(dossier=table.dossier))
    seats = list(table.dossier.seats.all())
    looked = 0
    for user in (town.user, table.chair.user):
        client = at(Seat.objects.get(user=user, role=Seat.Role.AFTERCARE))
        for address in some(addresses(table, closure, records, seats), 0.3):
            for answer in (client.get(address), client.post(address, {"x": "x"})):
                assert answer.status_code in (404, 405), address
                for secret in (*SECRETS, CARD):
                    assert secret not in answer.content.decode(), address
                looked += 1
    assert looked > 60


SHOWN_OTHERWISE = {
    "detail": "leads to the card",
    "purpose": "asks for a purpose before the card",
    "card": "the card",
    "hand-card": "handing the card over",
    "list": "the list of dossiers",
    "open": "a new dossier",
    "take-over": "a new dossier",
    "holds": "asks no seat: for who guards terms",
    "hold": "asks no seat: for who guards terms",
    "lift-hold": "asks no seat: for who guards terms",
}


def addresses(
    table: Table, closure: Closure, records: list[Record], seats: list[Seat]
) -> Iterator[str]:
    """Every address of this dossier, spelled with everything it might be about."""
    things = [records[0].pk, records[-1].pk, closure.pk, seats[0].pk, seats[-1].pk]
    named = [("dossiers", each) for each in of_dossiers]
    named += [("casework", each) for each in of_casework]
    for space, each in named:
        assert isinstance(each, URLPattern)
        if each.name in SHOWN_OTHERWISE:
            continue
        asks = [name for name in each.pattern.converters if name != "pk"]
        for thing in things if asks else [None]:
            args = dict.fromkeys(asks, thing) | {"pk": table.dossier.pk}
            yield reverse(f"{space}:{each.name}", kwargs=args)


def test_lists_and_own_work_tell_nothing_more_of_an_ended_dossier(
    table: Table, at: At
) -> None:
    town, _police = full(table)
    close(table, town)
    client = at(Seat.objects.get(user=town.user, role=Seat.Role.AFTERCARE))
    for address in (reverse("dossiers:list"), reverse("opening")):
        page = words(client.get(address))
        for secret in (*SECRETS, CARD):
            assert secret not in page
    asked = client.get(reverse("dossiers:detail", args=[table.dossier.pk]) + "?op=2026")
    assert asked.status_code == REDIRECTED


def test_who_sits_at_a_running_table_finds_no_card(table: Table, at: At) -> None:
    card = reverse("casework:card", args=[table.dossier.pk])
    assert at(table.chair).get(card).status_code == 404
