"""A guest without an account, a link and a code, on the screen (N28)."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.agreements import agree
from expliciet.casework.actions.expectations import expect
from expliciet.casework.actions.guest_questions import ask_guest
from expliciet.casework.models import Agreement, Answer, Expectation, GuestQuestion
from expliciet.casework.models.guest_question import MOST_TRIES
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Note, Record, Seat
from tests.casework.test_working_together import in_days
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

WRONG = "00000000"
SENTENCE = "De school belt bij verzuim (verzonnen)."
HIDDEN = "GEHEIM er ligt een brief"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


@dataclass
class Asked:
    """A question to the guest of the school, with both halves in hand."""

    table: Table
    guest: Seat
    about: Record
    word: str
    code: str

    def address(self, name: str, word: str = "") -> str:
        return reverse(f"guests:{name}", args=[word or self.word])

    def show(self, code: str = "", **typed: str) -> Any:
        said = {"code": code or self.code, **typed}
        return Client().post(self.address("question"), said)

    def ticket(self) -> str:
        found = re.search(r'name="ticket" value="([^"]+)"', words(self.show()))
        assert found
        return unescape(found[1])

    def answer(self, **said: str) -> Any:
        sent = {"ticket": self.ticket(), **said}
        return Client().post(self.address("answer"), sent)


@pytest.fixture
def expectation(table: Table) -> Expectation:
    now = table.tick()
    return expect(
        Expectation(
            of=table.organisation("onderwijs"),
            text=SENTENCE,
            why=HIDDEN,
            answer_by=in_days(9),
        ),
        by=table.chair,
        circle=table_circle(table),
        now=now,
    )


def table_circle(table: Table) -> Circle:
    table.organisation("onderwijs")
    if not table.dossier.seats.filter(user=None).exists():
        table.guest()
    return circle_for(table.chair, Circle.Kind.TABLE, table.tick())


@pytest.fixture
def asked(table: Table, expectation: Expectation) -> Asked:
    guest = table.dossier.seats.get(user=None)
    halves = ask_guest(expectation, guest, by=table.chair, now=table.tick())
    return Asked(table, guest, expectation, halves.word, halves.code)


# --- the door -----------------------------------------------------------------------


def test_the_page_behind_it_shows_that_one_sentence_and_no_more(asked: Asked) -> None:
    asked.table.note(asked.table.chair, HIDDEN)
    page = words(asked.show())
    assert SENTENCE in page
    for kept in (
        *(HIDDEN, asked.table.dossier.number, asked.table.dossier.working_name),
        *(asked.guest.guest_name, asked.table.director.user.name),
    ):
        assert str(kept) not in page
    line = Line.objects.get(action=Action.GUEST_LOOKED)
    assert (line.seat, line.user, line.dossier) == (
        asked.guest.pk,
        None,
        asked.table.dossier.pk,
    )


def test_two_worlds_a_link_that_is_there_and_one_that_never_was(asked: Asked) -> None:
    """V1, T4: to the byte the same, for the door and for any wrong code."""
    never = "nooit" + asked.word[5:]

    def bare(answer: Any, word: str) -> tuple[int, bytes, dict[str, str]]:
        page = TOKEN.sub(b"", answer.content.replace(word.encode(), b""))
        return answer.status_code, page, dict(answer.headers)

    for name, said in (("door", None), ("question", WRONG), ("question", "kort")):
        seen = []
        for word in (asked.word, never):
            address = asked.address(name, word)
            client = Client()
            got = client.post(address, {"code": said}) if said else client.get(address)
            seen.append(bare(got, word))
        assert seen[0] == seen[1]
    used = [
        bare(Client().post(asked.address("answer", word), {"ticket": "x"}), word)
        for word in (asked.word, never)
    ]
    assert used[0] == used[1]


def test_what_is_answered_or_ended_or_tried_too_often_says_the_same(
    asked: Asked,
) -> None:
    wrong = words(asked.show(WRONG))
    asked.answer(says="no", words="Dat doet leerplicht.")
    closed = asked.show()
    assert closed.status_code == REFUSED
    strip = re.compile(r'value="\w*"')
    assert strip.sub("", words(closed)) == strip.sub("", wrong)
    assert SENTENCE not in words(closed)


def test_five_wrong_codes_close_it(asked: Asked) -> None:
    for _time in range(MOST_TRIES):
        assert asked.show(WRONG).status_code == REFUSED
    assert asked.show().status_code == REFUSED
    refused = Line.objects.filter(action=Action.REFUSED, allowed=False)
    assert refused.count() == MOST_TRIES + 1


@pytest.mark.rates
def test_nobody_tries_all_day(asked: Asked) -> None:
    client, address = Client(), asked.address("question", "x")
    answers = [client.post(address, {"code": WRONG}) for _time in range(32)]
    assert answers[-1].status_code == 429


def test_nothing_of_it_is_kept_or_told_on_the_way(asked: Asked) -> None:
    for answer in (Client().get(asked.address("door")), asked.show()):
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer["X-Robots-Tag"]
        assert "/dossiers/" not in words(answer)


# --- the answer ---------------------------------------------------------------------


def test_a_no_stands_in_the_name_of_the_guest(asked: Asked) -> None:
    answer = asked.answer(says="no", words="Dat doet leerplicht.")
    assert answer.status_code == 200
    assert "Uw antwoord" in words(answer)
    given = Answer.objects.get()
    assert given.on_behalf_of == asked.guest
    assert Line.objects.filter(action=Action.GUEST_ANSWERED).count() == 1


def test_a_yes_says_by_when_and_becomes_an_agreement(asked: Asked) -> None:
    lacking = asked.answer(says="yes", done_when="gebeld")
    assert lacking.status_code == REFUSED
    assert 'value="gebeld"' in words(lacking)
    said = {"says": "yes", "done_when": "gebeld", "due_on": in_days(5).isoformat()}
    assert asked.answer(**said).status_code == 200
    agreement = Agreement.objects.get()
    assert agreement.owner == asked.guest
    assert agreement.reply.on_behalf_of == asked.guest


def test_a_day_that_passed_is_said_at_its_field(asked: Asked) -> None:
    said = {"says": "yes", "done_when": "gebeld", "due_on": in_days(-2).isoformat()}
    answer = asked.answer(**said)
    assert answer.status_code == REFUSED
    assert "id_due_on_error" in words(answer)
    assert not Answer.objects.exists()


def test_a_page_that_stood_open_too_long_loses_nothing(asked: Asked) -> None:
    late = Client().post(
        asked.address("answer"),
        {"ticket": "verlopen", "says": "no", "words": "Dat doet leerplicht."},
    )
    assert SENTENCE not in words(late)
    assert 'value="Dat doet leerplicht."' in words(late)
    anew = asked.show(says="no", words="Dat doet leerplicht.")
    assert "Dat doet leerplicht.</textarea>" in words(anew)


def test_a_ticket_opens_its_own_link_alone(asked: Asked) -> None:
    note = asked.table.note(asked.table.chair, "Een andere vraag.")
    other = ask_guest(note, asked.guest, by=asked.table.chair, now=asked.table.tick())
    answer = Client().post(
        asked.address("answer", other.word),
        {"ticket": asked.ticket(), "says": "no", "words": "x"},
    )
    assert "Een andere vraag." not in words(answer)
    assert not Answer.objects.exists()


def test_an_agreement_is_accepted_through_a_link(table: Table) -> None:
    circle = table_circle(table)
    guest = table.dossier.seats.get(user=None)
    made = agree(
        Agreement(deed="belt", owner=guest, due_on=in_days(3), done_when="gebeld"),
        by=table.chair,
        circle=circle,
        now=table.tick(),
    )
    halves = ask_guest(made, guest, by=table.chair, now=table.tick())
    asked = Asked(table, guest, made, halves.word, halves.code)
    assert "belt" in words(asked.show())
    assert asked.answer(says="yes").status_code == 200
    assert Agreement.objects.get().reply.on_behalf_of == guest


# --- who asks -----------------------------------------------------------------------


def ask_page(table: Table, guest: Seat) -> str:
    return reverse("guests:ask", args=[table.dossier.pk, guest.pk])


def test_the_chair_makes_a_link_and_sees_both_halves_once(
    table: Table, at: At, expectation: Expectation
) -> None:
    guest, client = table.dossier.seats.get(user=None), at(table.chair)
    page = words(client.get(ask_page(table, guest)))
    assert SENTENCE in page
    made = client.post(ask_page(table, guest), {"record": str(expectation.pk)})
    word = re.search(r"/gast/([\w-]+)/", words(made))
    code = re.search(r'aria-label="Code">([\d ]+)<', words(made))
    assert word
    assert code
    shown = Client().post(reverse("guests:question", args=[word[1]]), {"code": code[1]})
    assert SENTENCE in words(shown)
    table_page = words(client.get(reverse("dossiers:seats", args=[table.dossier.pk])))
    assert "wacht op antwoord" in table_page
    assert word[1] not in table_page


def test_one_sentence_is_asked_and_its_answer_is_read_at_the_table(
    table: Table, at: At
) -> None:
    guest, client = table.guest(), at(table.chair)
    said = {"text": "Was hij er?", "hears": table.hears(table.chair)}
    made = client.post(ask_page(table, guest), said)
    question = GuestQuestion.objects.get()
    word = re.search(r"/gast/([\w-]+)/", words(made))
    code = re.search(r'aria-label="Code">([\d ]+)<', words(made))
    assert word
    assert code
    asked = Asked(table, guest, question.about, word[1], code[1])
    assert "Was hij er?" in words(asked.show())
    assert asked.answer(words="Ja, de hele dag.").status_code == 200
    answer = Note.objects.get(on_behalf_of=guest)
    record = reverse("dossiers:record", args=[table.dossier.pk, answer.pk])
    page = words(client.get(record))
    assert "Ja, de hele dag." in page
    assert "namens" in page
    assert "Gast Verzonnen" in page


def test_a_sentence_that_the_guest_would_not_hear_stays_in_the_form(
    table: Table, at: At
) -> None:
    guest = table.guest()
    said = {"text": "Was hij er?", "hears": "own"}
    answer = at(table.chair).post(ask_page(table, guest), said)
    assert answer.status_code == REFUSED
    assert "Was hij er?" in words(answer)
    assert not GuestQuestion.objects.exists()


def test_only_whoever_keeps_the_record_asks_and_only_guests_are_asked(
    table: Table, at: At
) -> None:
    guest, police = table.guest(), table.seat("police")
    assert at(police).get(ask_page(table, guest)).status_code == 403
    assert at(table.chair).get(ask_page(table, police)).status_code == 404


def test_a_link_is_ended_by_whoever_may_make_one(asked: Asked, at: At) -> None:
    question = GuestQuestion.objects.get()
    end = reverse("guests:end", args=[asked.table.dossier.pk, question.pk])
    police = asked.table.seat("police")
    assert at(police).post(end).status_code == 404
    assert at(asked.table.chair).post(end).status_code == REDIRECTED
    assert asked.show().status_code == REFUSED
    assert Line.objects.filter(action=Action.GUEST_LINK_ENDED).exists()


def test_who_does_not_hear_it_does_not_see_that_a_guest_was_asked(
    table: Table, at: At
) -> None:
    """V1: a link about something of another circle is not on their page."""
    guest, police = table.guest(), table.seat("police")
    note = table.note(table.chair, circle=Circle.Kind.NAMED, named=[guest.organisation])
    page = reverse("dossiers:seats", args=[table.dossier.pk])
    before = TOKEN.sub(b"", at(police).get(page).content)
    ask_guest(note, guest, by=table.chair, now=timezone.now())
    assert TOKEN.sub(b"", at(police).get(page).content) == before
    assert "gastvragen" in words(at(table.chair).get(page))
