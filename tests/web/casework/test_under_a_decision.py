"""What a decision rests on, what is said about it later, and who may read of that."""

import pytest
from django.urls import reverse

from expliciet.casework.actions.decisions import record_act
from expliciet.casework.actions.interpretations import record_dissent
from expliciet.casework.models import Act, Advice, Decision, Dissent
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.web.dossiers.moments import spelled
from tests.factories import Table, unlock_all
from tests.web.casework.bringing import bring_in, fact
from tests.web.casework.deciding import core, decide, in_days, the_plan, to, typed
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import page_of, questions

pytestmark = pytest.mark.django_db

FALLEN = "Een feit onder dit besluit is ingetrokken."


def test_a_withdrawn_fact_is_said_on_the_decision(table: Table, at: At) -> None:
    """N5: the decision stands, and shows that something under it fell away."""
    seats = core(table)
    known = bring_in(table, seats[1], fact("Hij plakte drie stickers."))
    decision = decide(table, seats, known.statements.get())
    client = at(table.chair)
    assert FALLEN not in the_plan(client, table)
    withdraw(known, "vergist (verzonnen)", by=seats[1], now=table.tick())
    page = the_plan(client, table)
    assert FALLEN in page
    assert f"{known.reference}.1" in page
    assert "Hij plakte drie stickers." not in page, "its words are closed"
    anew = to("decide-anew", table.dossier.pk, decision.pk)
    assert FALLEN in words(client.get(anew))
    told = typed(
        table,
        seats,
        why_changed="nog steeds",
        rests_on=[str(known.statements.get().pk)],
    )
    assert client.post(anew, told).status_code == REFUSED, "it stands no longer"


def test_who_does_not_hear_a_fact_is_not_pointed_at_it(table: Table, at: At) -> None:
    """V4: nor at its withdrawal; the rest of the decision is theirs to read."""
    seats = core(table)
    secret = bring_in(table, table.chair, fact("Hij kocht iets."), circle="core")
    decide(table, seats, secret.statements.get())
    school = table.seat("onderwijs")
    unheard = decide(table, [*seats, school], secret.statements.get())
    page = the_plan(at(school), table)
    assert unheard.reference in page
    assert secret.reference not in page
    withdraw(secret, "vergist (verzonnen)", by=table.chair, now=table.tick())
    page = the_plan(at(school), table)
    assert FALLEN not in page
    assert secret.reference not in page
    assert FALLEN in the_plan(at(seats[1]), table)


def test_a_smaller_circle_is_absent_from_the_page(table: Table, at: At) -> None:
    """Two worlds: with a decision of the core, and without."""
    seats, school = core(table), table.seat("onderwijs")
    client = at(school)
    before = the_plan(client, table)
    decide(table, seats, circle="core")
    after = the_plan(client, table)
    assert "Wie praat met hem?" not in after
    assert "Hier is nog niets besloten dat u hoort" in before
    assert "Hier is nog niets besloten dat u hoort" in after
    assert "Wie praat met hem?" in the_plan(at(seats[0]), table)


def test_an_advice_waits_for_the_body_that_decides(table: Table, at: At) -> None:
    """S26, I-01: an advice until it answered; and then in its words."""
    seats = core(table)
    plain = decide(table, seats)
    decision = decide(table, seats, advice_to="de driehoek (verzonnen)")
    client = at(table.chair)
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    assert "een advies wacht op het antwoord" in words(client.get(detail))
    assert "Er is nog geen antwoord." in the_plan(client, table)
    address = to("answer-advice", table.dossier.pk, decision.pk)
    assert at(table.seat("GGZ")).get(address).status_code == 404
    told = {
        "body": "de driehoek (verzonnen)",
        "answer": "partly",
        "answered_on": in_days(3).isoformat(),
        "words": "Wel het gesprek.",
    }
    assert client.post(address, told).status_code == REFUSED, "a day still to come"
    told["answered_on"] = in_days(0).isoformat()
    assert client.post(address, told).status_code == REDIRECTED
    page = the_plan(client, table)
    assert "Wel het gesprek." in page
    assert "Er is nog geen antwoord." not in page
    assert "een advies wacht op het antwoord" not in words(client.get(detail))
    told["answered_on"] = in_days(0).isoformat()
    refused = client.post(to("answer-advice", table.dossier.pk, plain.pk), told)
    assert refused.status_code == REFUSED
    assert Advice.objects.count() == 1


def test_a_dissent_stands_on_the_decision(table: Table, at: At) -> None:
    """S25: in the name of the organisation, with what the table does with it."""
    seats = core(table)
    decision = decide(table, seats)
    record_dissent(
        Dissent(
            beside=decision.record_ptr, sees="Wij vinden dit te vroeg.", handled="later"
        ),
        by=seats[2],
        now=table.tick(),
    )
    page = the_plan(at(seats[0]), table)
    assert "Wij vinden dit te vroeg." in page
    assert seats[2].organisation.name in page.split('class="dissent"')[1]
    assert to("dissent", table.dossier.pk, decision.pk) in page


def test_what_was_already_done_gives_its_reasons_or_a_day(table: Table, at: At) -> None:
    """S24, N29: within the term of the house; overdue in words, for who owes it."""
    police = table.seat("police")
    client = at(police)
    told = {
        "deed": "Wij haalden hem van straat. (verzonnen)",
        "done_on": in_days(0).isoformat(),
        "power": "artikel 3 Politiewet",
        "hears": table.hears(police),
    }
    address = to("act", table.dossier.pk)
    assert "waarom het niet kon wachten" in words(client.post(address, told)).lower()
    for day in (in_days(-1), in_days(90)):
        answer = client.post(address, told | {"why_by": day.isoformat()})
        assert answer.status_code == REFUSED
        assert "binnen 14 dagen" in words(answer)
    answer = client.post(address, told | {"why_by": in_days(5).isoformat()})
    assert answer.status_code == REDIRECTED
    act = Act.objects.get()
    page = the_plan(client, table)
    assert "De redenen volgen uiterlijk" in page
    detail = page_of(table)
    assert "de redenen van wat al is gedaan volgen nog" in words(client.get(detail))
    anew = reverse("dossiers:correct", args=[table.dossier.pk, act.pk])
    told = {
        "deed": "Idem.",
        "power": "idem",
        "why": "Hij had een mes.",
        "why_changed": "de redenen",
    }
    assert client.post(anew, told).status_code == REDIRECTED
    assert "Hij had een mes." in the_plan(client, table)
    assert "volgen nog" not in words(client.get(detail))


def test_a_late_reason_is_said_in_words(table: Table, at: At) -> None:
    police = table.seat("police")
    now = table.tick()
    act = record_act(
        Act(deed="Iets.", done_on=in_days(0), power="iets", why_by=in_days(3)),
        by=police,
        circle=circle_for(police, "table", now),
        now=now,
    )
    Act.objects.filter(pk=act.pk).update(why_by=in_days(-1))
    page = the_plan(at(police), table)
    assert "zij zijn er nog niet" in page
    assert "zijn te laat" in page


def test_an_idea_is_parked_where_it_is_found_again(table: Table, at: At) -> None:
    town = table.seat("municipality")
    told = {"text": "Een mentor van de boksschool.", "hears": table.hears(town)}
    client = at(town)
    assert client.post(to("idea", table.dossier.pk), told).status_code == REDIRECTED
    assert "Een mentor van de boksschool." in the_plan(client, table)


def test_a_decision_stands_as_it_was_known_then(table: Table, at: At) -> None:
    """S27: what was said in its place later is not there at an earlier moment."""
    seats = core(table)
    first = decide(table, seats)
    then = table.tick()
    client = at(table.chair)
    told = typed(table, seats, outcome="Toch het jeugdwerk.", why_changed="vergist")
    anew = to("decide-anew", table.dossier.pk, first.pk)
    assert client.post(anew, told).status_code == REDIRECTED
    page = the_plan(client, table, op=spelled(then))
    assert "De wijkagent praat met hem." in page
    assert "Toch het jeugdwerk." not in page
    assert "We see it" not in page
    assert "Een besluit vastleggen" not in page


def test_what_is_passed_on_comes_with_all_its_parts(table: Table, at: At) -> None:
    """Who came later reads a decision once it is passed on, options and all."""
    decision = decide(table, core(table))
    care = table.seat("GGZ")
    client = at(care)
    assert "Wie praat met hem?" not in the_plan(client, table)
    pass_on(decision, care.organisation, by=table.chair, now=table.tick())
    page = the_plan(client, table)
    for said in ("Wie praat met hem?", "het jeugdwerk", "kent hem niet"):
        assert said in page


def test_many_decisions_ask_no_more_of_the_database(table: Table, at: At) -> None:
    seats = core(table)
    known = bring_in(table, seats[1], fact())
    statement = known.statements.get()
    client = at(table.chair)
    page = page_of(table, deel="besluit")
    decide(table, seats[:2], statement, advice_to="de driehoek")
    client.get(page)
    few = questions(client, page)
    for _ in range(6):
        decide(table, seats[:2], statement, advice_to="de driehoek")
    assert questions(client, page) == few
    unlock_all(table.dossier)
    assert Decision.objects.count() == 7
