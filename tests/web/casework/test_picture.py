"""The picture: what is known by life domain, and for each reader what they hear."""

import pytest
from django.urls import reverse

from expliciet.casework.actions.contributions import allow_other_use
from expliciet.casework.actions.decisions import record_decision
from expliciet.casework.actions.factors import read_factor
from expliciet.casework.models import (
    Decision,
    Factor,
    FactorReading,
    OtherUse,
    Statement,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Seat
from expliciet.web.dossiers.moments import spelled
from tests.factories import Table
from tests.web.casework.bringing import bring_in, fact, yesterday
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import last_line, words
from tests.web.dossiers.looking import of, page_of, questions, read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

SECRET = "Hij kocht een tweede telefoon."


def hearsay(text: str = "Hij zou boos zijn.", who: str = "zijn zus") -> Statement:
    return Statement(kind="hearsay", domain="family", text=text, heard_from=who)


def estimate(text: str = "Dat houdt hij niet vol.") -> Statement:
    return Statement(kind="estimate", domain="family", text=text)


def between(page: str, start: str, end: str) -> str:
    return page.split(start, 1)[1].split(end, 1)[0]


def decide(table: Table, *rests: Statement) -> Decision:
    """The table decided something on the ground of these."""
    now = table.tick()
    return record_decision(
        Decision(
            question="Wie belt?",
            outcome="De wijkagent.",
            way="consensus",
            is_procedural=True,
            decided_on=yesterday(),
        ),
        deciders=[table.chair],
        statements=rests,
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
    )


def reads_it(table: Table, by: Seat, *rests: Statement) -> FactorReading:
    """A reading that this seat keeps to its own organisation."""
    now = table.tick()
    factor = Factor.objects.filter(list__is_ours=True).first()
    return read_factor(
        FactorReading(factor=factor, read="observed", argument="x"),
        rests,
        by=by,
        circle=circle_for(by, Circle.Kind.OWN, now),
        now=now,
    )


def test_facts_stand_apart_from_hearsay_and_from_estimates(
    table: Table, at: At
) -> None:
    """F3, F14, I-09, I-10: by life domain, each with its source, day and use."""
    police = table.seat("police")
    told = bring_in(
        table, police, fact("Hij woont bij zijn zus.", "family"), hearsay(), estimate()
    )
    page = " ".join(read(at(police), table).split())
    family = between(page, 'id="leefgebied-family"', "</section> </section>")
    kinds = [family.index(f'kind--{kind}"') for kind in ("fact", "hearsay", "estimate")]
    assert kinds == sorted(kinds)
    assert "gehoord van: <bdi>zijn zus</bdi>" in family
    for said in ("wijkagent (verzonnen)", "zelf gezien", "alleen voor deze tafel"):
        assert said in family
    for number in (1, 2, 3):
        assert f'id="{told.reference}.{number}"' in family
    assert page.count(f'id="{told.reference}"') == 1


def test_a_domain_about_which_nothing_was_said_is_named(table: Table, at: At) -> None:
    """F14: what a picture leaves out is seen; for each reader from what they hear."""
    police, town = table.seat("police"), table.seat("municipality")
    bring_in(table, police, fact("Hij heeft schulden.", "money"), circle="own")
    bring_in(table, police, fact("Hij werkt.", "work"))
    mine = between(read(at(police), table), 'class="domains-empty"', "</p>")
    theirs = between(read(at(town), table), 'class="domains-empty"', "</p>")
    assert "inkomen en schulden" not in mine
    assert "inkomen en schulden" in theirs
    assert "werk, school" not in theirs


def test_who_does_not_hear_it_cannot_tell_that_it_is_there(
    table: Table, at: At
) -> None:
    """V4: neither the words, nor the reference, nor the domain."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police, fact(SECRET, "network"), circle=Circle.Kind.OWN)
    page = read(at(town), table)
    for trace in (SECRET, told.reference, 'id="leefgebied-network"'):
        assert trace not in page
        assert trace in read(at(police), table)
    assert at(town).get(of(told)).status_code == 404


def test_lines_open_with_what_was_passed_on_and_not_otherwise(
    table: Table, at: At
) -> None:
    """N26: who came later hears that one contribution, with its lines."""
    police = table.seat("police")
    one, other = bring_in(table, police, fact(SECRET)), bring_in(table, police)
    late = table.seat("GGZ")
    client = at(late)
    assert SECRET not in read(client, table)
    pass_on(one, late.organisation, by=police, now=table.tick())
    page = read(client, table)
    assert SECRET in page
    assert f'id="{one.reference}"' in page
    assert other.reference not in page
    assert "alleen voor deze tafel" in page


def test_what_was_withdrawn_is_closed_everywhere(table: Table, at: At) -> None:
    """S52: its words, its lines and their domains; on the page, alone, and searched."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police, fact(SECRET, "network"))
    client = at(town)
    assert SECRET in read(client, table)
    withdraw(told, "verwisseld met een ander", by=police, now=table.tick())
    search = reverse("dossiers:search", args=[table.dossier.pk])
    pages = [
        read(client, table),
        words(client.get(of(told))),
        words(client.post(search, {"woorden": "telefoon"})),
    ]
    for page in pages:
        assert SECRET not in page
        assert 'id="leefgebied-network"' not in page
    assert "verwisseld met een ander" in pages[0]
    assert told.reference in pages[0]


def test_a_statement_tells_what_rests_on_it_to_who_may_know(
    table: Table, at: At
) -> None:
    """F23: decisions and readings, as far as the reader hears those too."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police)
    line = told.statements.get()
    shared = decide(table, line)
    kept = reads_it(table, police, line)
    mine, theirs = read(at(police), table), read(at(town), table)
    foot = between(theirs, f'id="{told.reference}.1"', "</li>")
    assert shared.reference in foot
    assert kept.reference not in theirs
    assert kept.reference in between(mine, f'id="{told.reference}.1"', "</li>")


def test_what_it_may_be_used_for_goes_along(table: Table, at: At) -> None:
    """N6, F71, S48, I-31: on screen, on paper, and with what is copied."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police, use="care")
    free = bring_in(table, police, use="any")
    page = " ".join(read(at(town), table).split())
    mark = between(page, 'data-mark="', '"')
    assert f"{told.reference} · {police.organisation.name}" in mark
    assert "Mag niet worden gebruikt voor: maatregelen van openbare orde" in mark
    assert page.count('class="closed-to"') == 1
    assert page.count("data-mark=") == 1
    assert free.reference in page


def test_another_use_stands_beside_until_it_is_taken_back(table: Table, at: At) -> None:
    """S48: who asked, since when; a correction does not take it along."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police)
    allowed = allow_other_use(
        OtherUse(of_contribution=told, use="order", asked_by="burgemeester", why="x"),
        by=police,
        now=table.tick(),
    )
    client = at(town)
    assert "gevraagd door <bdi>burgemeester</bdi>" in read(client, table)
    withdraw(allowed, "niet meer nodig", by=police, now=table.tick())
    assert "burgemeester" not in read(client, table)


def test_the_picture_as_it_was_known(table: Table, at: At) -> None:
    """F18: of an earlier moment what stood there then."""
    police = table.seat("police")
    bring_in(table, police, fact("Eerst dit.", "work"))
    then = table.tick()
    bring_in(table, police, fact("Later dat.", "money"))
    page = read(at(police), table, op=spelled(then))
    assert "Eerst dit." in page
    assert "Later dat." not in page
    assert "inkomen en schulden" in between(page, 'class="domains-empty"', "</p>")


def test_a_domain_opens_by_itself_and_shows_all(table: Table, at: At) -> None:
    police = table.seat("police")
    for number in range(3):
        bring_in(
            table, police, *(fact(f"Bewering {number}.{one}", "work") for one in "abcd")
        )
    client = at(police)
    page = read(client, table)
    assert "Bewering 0.a" not in page
    assert "leefgebied=work" in page
    alone = read(client, table, leefgebied="work")
    assert alone.count("Bewering ") == 12
    assert client.get(page_of(table, leefgebied="verzonnen")).status_code == 404


def test_what_somebody_does_not_hear_is_looked_out_to_pass_on(
    table: Table, at: At
) -> None:
    """N26: contributions too, with the way to pass each of them on."""
    police = table.seat("police")
    told = bring_in(table, police, fact(SECRET))
    late = table.seat("GGZ")
    page = read(at(police), table, **{"hoort-niet": str(late.organisation_id)})
    assert SECRET in page
    assert reverse("dossiers:pass-on", args=[table.dossier.pk, told.pk]) in page


def test_words_of_a_line_are_found(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    bring_in(table, police, fact(SECRET), circle=Circle.Kind.OWN)
    search = reverse("dossiers:search", args=[table.dossier.pk])
    assert SECRET in words(at(police).post(search, {"woorden": "telefoon"}))
    assert SECRET not in words(at(town).post(search, {"woorden": "telefoon"}))


def test_reading_leaves_a_line_with_how_much_was_read(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    read(client, table)
    before = last_line().count
    bring_in(table, police, fact("Een."), fact("Twee."))
    read(client, table)
    assert last_line().count == before + 2


def test_many_contributions_ask_no_more_than_one(table: Table, at: At) -> None:
    """The figure of the page: as many questions for many as for one."""
    police, town = table.seat("police"), table.seat("municipality")
    client = at(town)
    read(client, table)
    empty = questions(client, page_of(table))
    told = bring_in(table, police, fact(), hearsay(), estimate())
    decide(table, told.statements.all()[0])
    few = questions(client, page_of(table))
    for _ in range(6):
        told = bring_in(table, police, fact(), hearsay(), estimate())
        decide(table, *told.statements.all())
    assert questions(client, page_of(table)) == few
    assert few - empty <= 8
