"""The part Samenwerking: agreements and expectations on the screen."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.agreements import claim, confirm
from expliciet.casework.models import (
    Agreement,
    Answer,
    Claim,
    Confirmation,
    Expectation,
    Reply,
)
from expliciet.dossiers.models import Circle, Record
from expliciet.web.dossiers.moments import spelled
from tests.casework.approach import in_days
from tests.casework.promises import agreed, expected
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import page_of, questions

pytestmark = pytest.mark.django_db


def tab(table: Table) -> str:
    return page_of(table, deel="samenwerking")


def spoken(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def deed(name: str, thing: Table | Record) -> str:
    """Where something is made, or done with something that was made."""
    if isinstance(thing, Record):
        return reverse(f"casework:{name}", args=[thing.dossier_id, thing.pk])
    return reverse(f"casework:{name}", args=[thing.dossier.pk])


def typed(**other: str) -> dict[str, str]:
    """An agreement as somebody types it."""
    said = {
        "deed": "belt de school over het rooster",
        "due_on": in_days(5).isoformat(),
        "done_when": "er is een gesprek gepland",
    }
    return said | other


def test_from_agreed_to_confirmed_on_the_screen(table: Table, at: At) -> None:
    """F49, F50, F51, N15: nobody accepts, claims or confirms for another."""
    police, town = table.seat("police"), table.seat("municipality")
    at_police, at_town = at(police), at(town)
    said = typed(owner=str(police.pk), hears=table.hears(town))
    assert at_town.post(deed("agree", table), said).status_code == REDIRECTED
    made = Agreement.objects.get()
    assert "wacht op aanvaarding" in words(at_town.get(tab(table)))
    assert at_town.post(deed("reply", made), {"says": "yes"}).status_code == 403
    at_police.post(deed("reply", made), {"says": "yes"})
    done = {"done_on": in_days(0).isoformat(), "words": "gebeld met de mentor"}
    assert at_town.post(deed("claim", made), done).status_code == 403
    at_police.post(deed("claim", made), done)
    assert at_police.post(deed("confirm", made), {}).status_code == 403
    page = words(at_town.get(tab(table)))
    assert "gebeld met de mentor" in page
    assert deed("confirm", made) in page
    assert deed("not-yet", made) in page
    assert at_police.post(deed("not-yet", made), {"words": "x"}).status_code == 403
    at_town.post(deed("not-yet", made), {"words": "mentor weet van niets"})
    page = words(at_police.get(tab(table)))
    assert "mentor weet van niets" in page
    assert deed("claim", made) in page
    at_police.post(deed("claim", made), done)
    at_town.post(deed("confirm", made), {"words": "mentor zei het ook"})
    page = words(at_police.get(tab(table)))
    assert "Gedaan en bevestigd" in page
    assert "mentor zei het ook" in page


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(table: Table, at: At) -> None:
    """F49, F53: one owner, one day or one event, and an end that others can see."""
    town = table.seat("municipality")
    client = at(town)
    lacking = client.post(
        deed("agree", table),
        typed(due_on="", trigger="de uitspraak", hears=table.hears(town)),
    )
    assert lacking.status_code == REFUSED
    page = words(lacking)
    assert "belt de school over het rooster" in page
    assert "Zeg wie het doet" in page
    assert "binnen hoeveel dagen" in page
    past = client.post(
        deed("agree", table),
        typed(owner=str(town.pk), due_on="2020-01-01", hears=table.hears(town)),
    )
    assert "Deze dag is voorbij" in words(past)
    assert not Agreement.objects.exists()


def test_a_function_does_it_where_no_one_person_is_named(table: Table, at: At) -> None:
    """F49: any colleague of that organisation accepts."""
    police, town = table.seat("police"), table.seat("municipality")
    said = typed(
        function="de wijkagent van dienst",
        owner_organisation=str(police.organisation_id),
        with_others=str(town.organisation_id),
        hears=table.hears(town),
    )
    assert at(town).post(deed("agree", table), said).status_code == REDIRECTED
    made = Agreement.objects.get()
    assert list(made.with_others.all()) == [town.organisation]
    at(police).post(deed("reply", made), {"says": "no", "words": "geen dienst dan"})
    page = words(at(town).get(tab(table)))
    assert "de wijkagent van dienst" in page
    assert "geen dienst dan" in page
    assert "Niemand doet dit nu" in page


def test_a_day_moves_in_the_open_and_the_old_one_stays(table: Table, at: At) -> None:
    """S33, F54: also by the owner, who did not make it; with the reason."""
    police, town = table.seat("police"), table.seat("municipality")
    outsider = table.seat("wijkteam")
    made = agreed(table, police, town)
    client = at(police)
    silent = client.post(deed("agree-anew", made), typed(owner=str(police.pk)))
    assert silent.status_code == REFUSED
    later = typed(
        owner=str(police.pk),
        due_on=in_days(12).isoformat(),
        why_changed="de school was dicht",
    )
    assert client.post(deed("agree-anew", made), later).status_code == REDIRECTED
    page = words(at(town).get(tab(table)))
    assert f"eerder: {spoken(in_days(5))}" in page
    assert "de school was dicht" in page
    anew = Agreement.objects.get(supersedes=made)
    assert at(outsider).get(deed("agree-anew", anew)).status_code == 403


def test_a_yes_says_at_once_who_by_when_and_done_when(table: Table, at: At) -> None:
    """N3, F55, F56, S35: a yes without a day is no yes; what was typed stays."""
    police, town = table.seat("police"), table.seat("municipality")
    asked = expected(table, town, police)
    client = at(police)
    address = deed("answer-expectation", asked)
    assert "meldt verzuim binnen twee dagen" in words(client.get(address))
    bare = client.post(address, {"says": "yes", "deed": "meldt verzuim"})
    assert bare.status_code == REFUSED
    assert "meldt verzuim" in words(bare)
    said = typed(says="yes", owner=str(police.pk))
    assert client.post(address, said).status_code == REDIRECTED
    answer = Answer.objects.get()
    assert answer.agreement
    assert answer.agreement.reply.says == "yes"
    page = words(at(town).get(tab(table)))
    assert answer.agreement.reference in page
    assert "werd" in page


def test_a_no_says_why_and_makes_no_agreement(table: Table, at: At) -> None:
    """F56: no and otherwise are answers too."""
    police, town = table.seat("police"), table.seat("municipality")
    asked = expected(table, town, police)
    client = at(police)
    address = deed("answer-expectation", asked)
    assert "Zeg waarom niet" in words(client.post(address, {"says": "no"}))
    client.post(address, {"says": "no", "words": "dat mag niet zonder machtiging"})
    assert "dat mag niet zonder machtiging" in words(at(town).get(tab(table)))
    assert not Agreement.objects.exists()
    assert at(town).post(address, {"says": "yes"}).status_code == 403


def test_otherwise_may_become_an_agreement_and_need_not(table: Table, at: At) -> None:
    """F56: with a day it is one."""
    police, town = table.seat("police"), table.seat("municipality")
    first, second = expected(table, town, police), expected(table, town, police)
    client = at(police)
    said = {"says": "otherwise", "words": "wij bellen eens in de week"}
    client.post(deed("answer-expectation", first), said | {"deed": "belt wekelijks"})
    assert Answer.objects.get(expectation=first).agreement is None
    client.post(deed("answer-expectation", second), typed(owner=str(police.pk), **said))
    assert Answer.objects.get(expectation=second).agreement


def test_what_a_guest_says_is_written_down_with_the_day(table: Table, at: At) -> None:
    """N28: namens … op …; and by nobody but whoever keeps the record."""
    town, guest = table.seat("municipality"), table.guest()
    asked = expected(table, town, guest)
    assert at(town).get(deed("answer-expectation", asked)).status_code == 403
    client = at(table.chair)
    yesterday = in_days(-1)
    said = typed(
        says="yes",
        owner=str(guest.pk),
        on_behalf_of=str(guest.pk),
        said_on=yesterday.isoformat(),
    )
    answered = client.post(deed("answer-expectation", asked), said)
    assert answered.status_code == REDIRECTED
    agreement = Agreement.objects.get()
    assert agreement.reply.on_behalf_of == guest
    page = words(client.get(tab(table)))
    assert f"namens <bdi>Gast Verzonnen</bdi> op {spoken(yesterday)}" in page
    client.post(
        deed("claim", agreement),
        {
            "done_on": yesterday.isoformat(),
            "words": "staat in het rooster",
            "on_behalf_of": str(guest.pk),
            "said_on": in_days(0).isoformat(),
        },
    )
    assert Claim.objects.get().on_behalf_of == guest


def test_what_waits_is_shown_with_its_age_and_who_of_whom(table: Table, at: At) -> None:
    """N3, S35, S38: it ages in sight; no totals of anybody."""
    police, town = table.seat("police"), table.seat("municipality")
    asked = expected(table, town, police)
    page = words(at(town).get(tab(table)))
    assert "wacht sinds vandaag" in page
    assert f'data-name="Van wie"><bdi>{police.organisation.name}' in page
    assert f'href="#{asked.reference}"' in page


def test_the_dossier_asks_whoever_can_do_something(table: Table, at: At) -> None:
    """S35, F50, N15: to accept, to answer, to confirm; each of the right seat."""
    police, town = table.seat("police"), table.seat("municipality")
    waits = agreed(table, police, town)
    asked = expected(table, town, police)
    page = words(at(police).get(page_of(table)))
    assert f"{waits.reference}: vraagt of u het aanvaardt" in page
    assert f"{asked.reference}: wordt van u verwacht" in page
    at(police).post(deed("reply", waits), {"says": "yes"})
    done = {"done_on": in_days(0).isoformat(), "words": "gebeld"}
    at(police).post(deed("claim", waits), done)
    assert f"{waits.reference}: zou gedaan zijn" in words(at(town).get(page_of(table)))


def test_whoever_does_not_hear_it_finds_no_such_page(table: Table, at: At) -> None:
    """V4: nor the number of it."""
    police, town = table.seat("police"), table.seat("municipality")
    outsider = table.seat("wijkteam")
    made = agreed(table, police, town, circle=Circle.Kind.CORE)
    asked = expected(table, town, police, circle=Circle.Kind.CORE)
    client = at(outsider)
    for name in ("reply", "claim", "confirm", "agree-anew"):
        assert client.get(deed(name, made)).status_code == 404
    for name in ("answer-expectation", "expect-anew"):
        assert client.get(deed(name, asked)).status_code == 404
    page = words(client.get(tab(table)))
    assert made.reference not in page
    assert asked.reference not in page


def test_a_corrected_expectation_is_answered_anew(table: Table, at: At) -> None:
    """F56: both texts stay."""
    police, town = table.seat("police"), table.seat("municipality")
    asked = expected(table, town, police)
    said = {
        "of": str(police.organisation_id),
        "text": "meldt verzuim dezelfde dag",
        "answer_by": in_days(4).isoformat(),
        "why_changed": "twee dagen is te laat",
    }
    assert at(town).post(deed("expect-anew", asked), said).status_code == REDIRECTED
    anew = Expectation.objects.get(supersedes=asked)
    assert list(Expectation.objects.unanswered()) == [anew]
    page = words(at(police).get(tab(table)))
    assert "meldt verzuim dezelfde dag" in page
    assert "twee dagen is te laat" in page


def test_as_it_was_known_then(table: Table, at: At) -> None:
    """S52: before it was accepted it waited."""
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, town)
    before = table.tick()
    at(police).post(deed("reply", made), {"says": "yes"})
    then = page_of(table, deel="samenwerking", op=spelled(before))
    assert "wacht op aanvaarding" in words(at(town).get(then))
    assert "wacht op aanvaarding" not in words(at(town).get(tab(table)))
    assert Reply.objects.get().at > before


def test_a_number_of_ones_own_organisation_only(table: Table, at: At) -> None:
    """Sealed, kept by each for itself, and put above what it copies."""
    police, town = table.seat("police"), table.seat("municipality")
    agreed(table, police)
    client = at(police)
    assert client.post(deed("case-number", table), {"number": "PL-77"}).status_code == (
        REDIRECTED
    )
    assert "PL-77" in words(client.get(tab(table)))
    assert "PL-77" in words(client.get(deed("as-text", table)))
    assert "PL-77" not in words(at(town).get(tab(table)))
    assert "PL-77" not in words(at(town).get(deed("as-text", table)))
    unsaid = client.post(deed("case-number", table), {"number": "PL-78"})
    assert unsaid.status_code == REFUSED
    client.post(
        deed("case-number", table), {"number": "PL-78", "why_changed": "overgezet"}
    )
    assert "PL-78" in words(client.get(tab(table)))


def test_copied_as_text_the_limits_go_along(table: Table, at: At) -> None:
    """N6: and that it was taken stands in the log."""
    police = table.seat("police")
    made = agreed(table, police)
    page = words(at(police).get(deed("as-text", table)))
    assert "VERTROUWELIJK" in page
    assert f"Afspraak {made.reference}" in page
    assert "belt de school" in page
    assert Line.objects.filter(action=Action.TAKEN_AS_TEXT).count() == 1


def test_all_open_agreements_without_a_word_of_them(table: Table, at: At) -> None:
    """F52: one's own first, by day; nothing of a table where one does not sit."""
    police, town = table.seat("police"), table.seat("municipality")
    ours, theirs = agreed(table, police), agreed(table, town)
    kept = agreed(table, town, circle=Circle.Kind.OWN)
    page = words(at(police).get(reverse("agreements:open")))
    assert page.index(ours.reference) < page.index(theirs.reference)
    assert kept.reference not in page
    assert "belt de school" not in page
    other = Table(now=table.now)
    assert ours.reference not in words(
        at(other.seat("police")).get(reverse("agreements:open"))
    )


def test_many_agreements_ask_no_more_than_one(table: Table, at: At) -> None:
    """As many questions to the database for one as for many."""
    police, town = table.seat("police"), table.seat("municipality")
    client = at(town)

    def a_few() -> None:
        made = agreed(table, police, because_of=expected(table, town, police))
        agreed(table, police, town)
        told = Claim(agreement=made, done_on=in_days(0), words="gebeld")
        claim(told, by=police, now=table.tick())
        confirm(Confirmation(claim=told), by=town, now=table.tick())

    a_few()
    client.get(tab(table))
    few = questions(client, tab(table))
    a_few()
    a_few()
    assert questions(client, tab(table)) <= few


def test_searching_finds_what_was_said_at_every_step(table: Table, at: At) -> None:
    """Also in what somebody said when it was done; a reading of one's own circles."""
    police, town = table.seat("police"), table.seat("municipality")
    outsider = table.seat("wijkteam")
    made = agreed(table, police, circle=Circle.Kind.CORE)
    told = Claim(agreement=made, done_on=in_days(0), words="de mentor plande het")
    claim(told, by=police, now=table.tick())
    asked = {"woorden": "mentor plande"}
    address = reverse("dossiers:search", args=[table.dossier.pk])
    assert made.reference in words(at(town).post(address, asked))
    assert made.reference not in words(at(outsider).post(address, asked))
