"""What is asked of somebody at their tables, answered where it stands."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.agreements import claim, reply
from expliciet.casework.models import (
    Agreement,
    Answer,
    Claim,
    Confirmation,
    Expectation,
    Reply,
    Scaling,
)
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import Draft, Record, Seat
from expliciet.web.work.rows import SHOWN
from tests.casework.approach import in_days, level, step
from tests.casework.promises import agreed, expected
from tests.factories import Table
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import questions

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}
HOME = reverse("opening")


def here(record: Record) -> str:
    return reverse("work:matter", args=[record.dossier_id, record.pk])


def work(client: Client) -> str:
    return words(client.get(HOME))


def asked(client: Client) -> str:
    return work(client).partition("Van mij gevraagd")[2].partition("Ik wacht op")[0]


def awaited(client: Client) -> str:
    return work(client).partition('id="awaited"')[2]


def lines(action: Action) -> int:
    return Line.objects.filter(action=action).count()


def due(made: Record, day: date) -> None:
    """As if that day was agreed: nobody can agree on a day that has passed."""
    type(made).objects.filter(pk=made.pk).update(due_on=day)


def done(made: Agreement, by: Seat, table: Table) -> Claim:  # noqa: F811
    said = Claim(agreement=made, done_on=in_days(0), words="gebeld met de mentor")
    return claim(said, by=by, now=table.tick())


# --- what stands there ----------------------------------------------------------------


def test_an_agreement_stands_with_its_owner_without_its_words(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """F50: reference, kind, day and who asks; for nobody else at the table."""
    police, town = table.seat("police"), table.seat("municipality")
    second = table.seat("police")
    made = agreed(table, police, by=town)
    mine = asked(at(police))
    assert "Afspraak om te aanvaarden" in mine
    assert made.reference in mine
    assert town.organisation.name in mine
    assert table.dossier.number in mine
    assert "belt de school" not in mine
    for other in (town, second, table.chair):
        assert made.reference not in asked(at(other))


def test_an_expectation_stands_with_everybody_of_that_organisation(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """N3, S35."""
    police, town = table.seat("police"), table.seat("municipality")
    second = table.seat("police")
    made = expected(table, town, police)
    for seat in (police, second):
        page = asked(at(seat))
        assert "Verwachting om te beantwoorden" in page
        assert made.reference in page
        assert "meldt verzuim" not in page
    assert made.reference not in asked(at(town))


def test_who_does_not_hear_it_sees_nothing_of_it(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = expected(table, town, police)
    late = table.seat("police")
    assert made.reference in asked(at(police))
    assert made.reference not in work(at(late))
    assert at(late).get(here(made)).status_code == 404


def test_a_deed_is_asked_from_its_day_on_and_stands_below_before_that(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """S33: an overdue deed comes to its owner and to whoever chairs."""
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police)
    client = at(police)
    assert made.reference in asked(client).partition('class="later"')[2]
    assert made.reference not in awaited(at(table.chair))
    due(made, in_days(-3))
    page = asked(client).partition('class="later"')[0]
    assert "Afspraak om uit te voeren" in page
    assert "3 dagen" in page
    assert made.reference in awaited(at(table.chair))
    assert made.reference not in awaited(at(town))


def test_what_is_done_waits_for_whom_it_was_done_for(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """N15: confirmed by another than the owner."""
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    reply(Reply(agreement=made, says="yes"), by=police, now=table.tick())
    done(made, police, table)
    assert "Te bevestigen dat het gedaan is" in asked(at(town))
    assert made.reference not in asked(at(table.chair))
    mine = awaited(at(police))
    assert "hun bevestiging van" in mine
    assert town.organisation.name in mine


def test_what_somebody_took_upon_themselves_is_confirmed_by_who_chairs(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police)
    done(made, police, table)
    assert made.reference in asked(at(table.chair))
    assert made.reference not in asked(at(town))
    assert made.reference not in asked(at(police))


def test_what_others_owe_stands_with_its_age_by_date(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """N3, S35: what is unanswered ages visibly; no partner is ranked."""
    police, town = table.seat("police"), table.seat("municipality")
    school = table.seat("onderwijs")
    later = expected(table, town, police, answer_by=in_days(9))
    first = expected(table, town, school, answer_by=in_days(2))
    Expectation.objects.filter(pk=first.pk).update(answer_by=in_days(-20))
    page = awaited(at(town))
    assert "hun antwoord op" in page
    assert page.index(first.reference) < page.index(later.reference)
    assert "2 weken" in page
    assert first.reference not in awaited(at(police))


def test_a_level_that_is_due_is_asked_of_who_keeps_the_record(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    made = step(table, level(table))
    assert made.reference not in asked(at(table.chair)).partition("later")[0]
    Scaling.objects.filter(pk=made.pk).update(review_on=in_days(-1))
    page = asked(at(table.chair))
    assert "Niveau van de aanpak opnieuw te besluiten" in page
    assert reverse("casework:ladder", args=[table.dossier.pk]) in page
    assert made.reference not in work(at(police))


# --- opening and answering ------------------------------------------------------------


def test_a_text_opens_in_place_and_leaves_its_line(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    client = at(police)
    before = lines(Action.RECORD_READ)
    answer = client.get(here(made), headers=PART)
    assert "belt de school" in words(answer)
    assert "<html" not in words(answer)
    assert f'id="m-{made.pk}"' in words(answer)
    assert "Wie kan dit later lezen?" in words(answer)
    line = Line.objects.filter(action=Action.RECORD_READ).latest("at")
    assert lines(Action.RECORD_READ) == before + 1
    assert (line.object_id, line.seat, line.purpose) == (
        made.pk,
        police.pk,
        "overleg voorbereiden",
    )
    assert "<html" in words(client.get(here(made)))


def test_without_a_purpose_of_today_the_purpose_is_asked_first(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    client = at(police, purpose="")
    part = client.get(here(made), headers=PART)
    assert part.status_code == 204
    assert reverse("dossiers:purpose", args=[table.dossier.pk]) in part["HX-Redirect"]
    assert client.post(here(made), {"deed": "reply", "says": "yes"}).status_code == 302
    assert not Reply.objects.exists()


def test_one_tap_accepts(table: Table, at: At) -> None:  # noqa: F811
    """F50: with and without JavaScript; the row says that it is done."""
    police, town = table.seat("police"), table.seat("municipality")
    first, second = agreed(table, police, by=town), agreed(table, police, by=town)
    client = at(police)
    taps = {"deed": "reply", "says": "yes"}
    part = client.post(here(first), taps, headers=PART)
    assert "Uw antwoord staat." in words(part)
    assert f'id="m-{first.pk}"' in words(part)
    whole = client.post(here(second), taps, follow=True)
    assert whole.redirect_chain == [(HOME, REDIRECTED)]
    assert f"{second.reference}: Uw antwoord staat." in words(whole)
    assert Reply.objects.filter(says="yes", by=police).count() == 2
    assert lines(Action.AGREEMENT_ANSWERED) == 2


def test_not_agreeing_takes_a_few_words(table: Table, at: At) -> None:  # noqa: F811
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    client = at(police)
    refused = client.post(here(made), {"deed": "reply", "says": "no"}, headers=PART)
    assert refused.status_code == REFUSED
    assert "Zeg waarom niet" in words(refused)
    said = {"deed": "reply", "says": "no", "words": "Dat is niet aan ons."}
    client.post(here(made), said, headers=PART)
    assert Reply.objects.get().says == "no"


def test_saying_that_it_is_done(table: Table, at: At) -> None:  # noqa: F811
    """F51: which day, and in what one sees it; nothing typed gets lost."""
    police = table.seat("police")
    made = agreed(table, police)
    client = at(police)
    opened = words(client.get(here(made), headers=PART))
    assert f'value="{in_days(0).isoformat()}"' in opened
    said = {"deed": "claim", "done_on": in_days(4).isoformat(), "words": "Gesproken."}
    wrong = client.post(here(made), said, headers=PART)
    assert wrong.status_code == REFUSED
    assert "Gesproken." in words(wrong)
    client.post(here(made), said | {"done_on": in_days(0).isoformat()}, headers=PART)
    assert Claim.objects.get().by == police


def test_confirming(table: Table, at: At) -> None:  # noqa: F811
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    reply(Reply(agreement=made, says="yes"), by=police, now=table.tick())
    done(made, police, table)
    assert at(police).post(here(made), {"deed": "confirm"}).status_code == 403
    at(town).post(here(made), {"deed": "confirm"}, headers=PART)
    assert Confirmation.objects.get().by == town
    again = at(town).post(here(made), {"deed": "confirm"}, headers=PART)
    assert again.status_code == REFUSED
    assert "al op geantwoord" in words(again)


def test_not_yet_says_what_lacks_and_brings_it_back_to_its_owner(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """N15: with those words, at once, though its day is still to come."""
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    reply(Reply(agreement=made, says="yes"), by=police, now=table.tick())
    done(made, police, table)
    says = {"deed": "confirm", "says": "not-yet"}
    assert at(police).post(here(made), says | {"words": "x"}).status_code == 403
    silent = at(town).post(here(made), says, headers=PART)
    assert silent.status_code == REFUSED
    assert "Zeg wat er nog ontbreekt" in words(silent)
    said = at(town).post(here(made), says | {"words": "niemand nam op"}, headers=PART)
    assert "moet het opnieuw doen" in words(said)
    assert not Confirmation.objects.exists()
    page = asked(at(police)).partition('class="later"')[0]
    assert "Afspraak die nog niet gedaan is" in page
    assert "niemand nam op" not in page
    assert "niemand nam op" in words(at(police).get(here(made), headers=PART))
    assert made.reference not in asked(at(town))
    assert "de uitvoering van" in awaited(at(town))
    again = {"deed": "claim", "done_on": in_days(0).isoformat(), "words": "gesproken"}
    at(police).post(here(made), again, headers=PART)
    assert made.reference in asked(at(town))
    assert made.reference not in asked(at(police))


def test_a_yes_to_an_expectation_says_who_when_and_how_one_sees_it(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """F55, F56: with what is expected filled in as what is promised."""
    police, town = table.seat("police"), table.seat("municipality")
    made = expected(table, town, police)
    client = at(police)
    opened = words(client.get(here(made), headers=PART))
    assert opened.count("meldt verzuim binnen twee dagen") >= 2
    promise = {
        "deed": "answer",
        "says": "yes",
        "what": "meldt verzuim binnen twee dagen",
        "owner": str(police.pk),
        "due_on": in_days(6).isoformat(),
    }
    lacking = client.post(here(made), promise, headers=PART)
    assert lacking.status_code == REFUSED
    assert '<details class="answer__otherwise" open>' in words(lacking)
    client.post(here(made), promise | {"done_when": "in het systeem"}, headers=PART)
    given = Answer.objects.get()
    assert given.says == "yes"
    assert given.agreement is not None
    assert given.agreement.owner == police
    assert made.reference not in asked(client).partition("later")[0]


@pytest.mark.parametrize("says", ["no", "otherwise"])
def test_no_or_otherwise_to_an_expectation_says_why(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
    says: str,
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = expected(table, town, police)
    client = at(police)
    bare = client.post(here(made), {"deed": "answer", "says": says}, headers=PART)
    assert bare.status_code == REFUSED
    said = {"deed": "answer", "says": says, "words": "Dat doet de school."}
    client.post(here(made), said, headers=PART)
    assert Answer.objects.get().says == says
    assert not Agreement.objects.exists()


def test_the_promise_is_of_somebody_of_one_s_own(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = expected(table, town, police)
    promise = {
        "deed": "answer",
        "says": "yes",
        "what": "iets",
        "owner": str(town.pk),
        "due_on": in_days(6).isoformat(),
        "done_when": "gezien",
    }
    assert at(police).post(here(made), promise).status_code == REFUSED
    assert not Agreement.objects.exists()


def test_nobody_answers_for_another(table: Table, at: At) -> None:  # noqa: F811
    """Theirs to see and not theirs to do: refused, with a line."""
    police, town = table.seat("police"), table.seat("municipality")
    second = table.seat("police")
    made = agreed(table, police, by=town)
    hears = expected(table, town, police)
    for seat in (town, table.chair, second):
        answer = at(seat).post(here(made), {"deed": "reply", "says": "yes"})
        assert answer.status_code == 403
    answer = at(town).post(
        here(hears), {"deed": "answer", "says": "no", "words": "nee"}
    )
    assert answer.status_code == 403
    assert not Reply.objects.exists()
    assert not Answer.objects.exists()
    assert lines(Action.REFUSED) == 4


@pytest.mark.parametrize("deed", ["", "answer", "onzin"])
def test_an_answer_that_does_not_belong_to_it_answers_nothing(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
    deed: str,
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    assert at(police).post(here(made), {"deed": deed}).status_code == REFUSED
    assert at(town).post(here(made), {"deed": deed}).status_code == 403
    note = table.note(table.chair)
    assert at(table.chair).post(here(note), {"deed": deed}).status_code == 403
    assert not Reply.objects.exists()


def test_what_was_answered_meanwhile_is_said_and_not_done_twice(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    reply(Reply(agreement=made, says="yes"), by=police, now=table.tick())
    taps = {"deed": "reply", "says": "yes"}
    again = at(police).post(here(made), taps, headers=PART)
    assert again.status_code == REFUSED
    assert Reply.objects.count() == 1


def test_what_was_begun_is_found_again_and_gone_once_said(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = expected(table, town, police)
    assert police.user
    keep_draft(
        "work:matter",
        {"words": "half gezegd"},
        by=police.user,
        house=table.house,
        dossier=table.dossier,
        about=made.pk,
        now=timezone.now(),
    )
    client = at(police)
    assert "half gezegd" in words(client.get(here(made), headers=PART))
    assert "Een antwoord op uw eigen pagina" in work(client)
    said = {"deed": "answer", "says": "no", "words": "nee"}
    client.post(here(made), said, headers=PART)
    assert not Draft.objects.exists()


def test_any_text_of_the_list_opens_in_place(table: Table, at: At) -> None:  # noqa: F811
    """Of a kind that is not answered here: it says that nothing is asked."""
    note = table.note(table.chair, "Een verzonnen notitie.")
    page = words(at(table.chair).get(here(note), headers=PART))
    assert "Een verzonnen notitie." in page
    assert "nu niets van u gevraagd" in page


def test_a_seat_that_ended_answers_nothing_any_more(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    client = at(police)
    Seat.objects.filter(pk=police.pk).update(left_at=timezone.now())
    assert made.reference not in work(client)
    answer = client.post(here(made), {"deed": "reply", "says": "yes"})
    assert answer.status_code == 404
    assert not Reply.objects.exists()


def test_of_many_the_first_are_shown_and_all_of_them_one_tap_further(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = [
        expected(table, town, police, answer_by=in_days(day))
        for day in range(SHOWN + 2)
    ]
    client = at(police)
    page = asked(client)
    assert f"Er wachten {SHOWN + 2} dingen op u" in work(client)
    assert made[-1].reference not in page
    assert "?alles" in page
    whole = words(client.get(HOME, {"alles": ""}))
    assert all(each.reference in whole for each in made)


def test_a_day_before_another_comes_first_whatever_it_is(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    late = agreed(table, police)
    due(late, in_days(-10))
    soon = expected(table, town, police, answer_by=in_days(1))
    page = asked(at(police))
    assert page.index(late.reference) < page.index(soon.reference)


def test_many_open_things_ask_no_more_of_the_database_than_few(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """Signing in and the line take eight of these."""
    police, town = table.seat("police"), table.seat("municipality")

    def more(count: int) -> None:
        for _each in range(count):
            agreed(table, police, by=town)
            agreed(table, police)
            expected(table, town, police)
            expected(table, police, town)

    more(1)
    client = at(police)
    client.get(HOME)
    few = questions(client, HOME)
    more(5)
    assert questions(client, HOME) == few <= 17
