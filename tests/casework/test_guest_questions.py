"""A guest without an account answers one thing, by a link and a code (N28)."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.agreements import agree
from expliciet.casework.actions.expectations import expect
from expliciet.casework.actions.guest_questions import (
    Halves,
    answer_by_guest,
    ask_guest,
    ask_sentence,
    end_link,
    open_for_guest,
    try_code,
)
from expliciet.casework.models import (
    Agreement,
    Answer,
    Expectation,
    GuestQuestion,
    Reply,
)
from expliciet.casework.models.guest_question import MOST_TRIES
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Note, Record, Seat
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.casework.test_working_together import in_days
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

WRONG = "00000000"


class Asked(Table):
    """A table with a guest of the school, of whom something is expected."""

    def __init__(self) -> None:
        super().__init__()
        self.school = self.guest()
        now = self.tick()
        self.circle = circle_for(self.chair, "table", now)
        self.expectation = expect(
            Expectation(
                of=self.school.organisation,
                text="De school belt bij verzuim (verzonnen).",
                why="GEHEIM waarom",
                answer_by=in_days(9),
            ),
            by=self.chair,
            circle=self.circle,
            now=now,
        )

    def link(self) -> Halves:
        return ask_guest(self.expectation, self.school, by=self.chair, now=self.tick())

    def opened(self, halves: Halves) -> GuestQuestion:
        question = try_code(halves.word, halves.code, now=self.tick())
        assert question is not None
        return question


@pytest.fixture
def table() -> Asked:
    return Asked()


def actions() -> list[str]:
    return list(Line.objects.order_by("at").values_list("action", flat=True))


def test_neither_half_is_kept(table: Asked) -> None:
    """A stolen database opens no link, and tries no code."""
    halves = table.link()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {GuestQuestion._meta.db_table}")
        kept = repr(cursor.fetchall())
    assert halves.word not in kept
    assert halves.code not in kept
    assert Action.GUEST_ASKED in actions()


def test_both_halves_open_it_and_a_code_of_another_link_does_not(
    table: Asked,
) -> None:
    halves = table.link()
    other = ask_guest(
        table.note(table.chair), table.school, by=table.chair, now=table.tick()
    )
    assert try_code(halves.word, other.code, now=table.tick()) is None
    assert try_code(other.word, halves.code, now=table.tick()) is None
    assert table.opened(halves).about_id == table.expectation.pk
    spoken = f"{halves.code[:4]} {halves.code[4:6]}-{halves.code[6:]}"
    assert try_code(halves.word, spoken, now=table.tick())


def test_after_five_wrong_codes_the_right_one_opens_nothing(table: Asked) -> None:
    halves = table.link()
    for _time in range(MOST_TRIES):
        assert try_code(halves.word, WRONG, now=table.tick()) is None
    assert try_code(halves.word, halves.code, now=table.tick()) is None
    assert actions().count(Action.REFUSED) == MOST_TRIES + 1


def test_a_right_code_is_no_try(table: Asked) -> None:
    halves = table.link()
    for _time in range(MOST_TRIES + 1):
        table.opened(halves)


def test_a_link_that_never_was_asks_the_same_of_the_database(table: Asked) -> None:
    """T4: not in the answer and not in the work is it told that a link exists."""
    halves = table.link()
    asked = []
    for word in (halves.word, "verzonnen", halves.word):
        with CaptureQueriesContext(connection) as queries:
            assert try_code(word, WRONG, now=table.tick()) is None
        asked.append(len(queries))
    assert len(set(asked)) == 1


def test_nobody_but_chair_or_secretary_makes_a_link(table: Asked) -> None:
    town = table.seat("municipality")
    with pytest.raises(Refused):
        ask_guest(table.expectation, table.school, by=town, now=table.tick())
    secretary = table.seat("office", role=Seat.Role.SECRETARY)
    assert ask_guest(
        table.note(secretary), table.school, by=secretary, now=table.tick()
    )


def test_no_link_to_what_the_guest_does_not_hear_or_was_not_asked(
    table: Asked,
) -> None:
    own = table.note(table.chair, circle="own")
    with pytest.raises(ValidationError):
        ask_guest(own, table.school, by=table.chair, now=table.tick())
    other = table.guest("GGZ")
    with pytest.raises(ValidationError):
        ask_guest(table.expectation, other, by=table.chair, now=table.tick())
    colleague = table.seat("police")
    with pytest.raises(Refused):
        ask_guest(table.expectation, colleague, by=table.chair, now=table.tick())


def test_a_new_link_ends_the_old_one(table: Asked) -> None:
    old, new = table.link(), table.link()
    assert try_code(old.word, old.code, now=table.tick()) is None
    assert table.opened(new)
    assert Action.GUEST_LINK_ENDED in actions()


def test_what_ends_it(table: Asked) -> None:
    """Its days, its maker, the seat of either, or what it is about."""
    secretary = table.seat("office", role=Seat.Role.SECRETARY)
    table.expectation = expect(
        Expectation(of=table.school.organisation, text="Bel.", answer_by=in_days(9)),
        by=secretary,
        circle=circle_for(secretary, "table", table.tick()),
        now=table.tick(),
    )
    halves = ask_guest(table.expectation, table.school, by=secretary, now=table.tick())
    later = halves.question.expires_at + timedelta(seconds=1)
    assert not halves.question.lives(later)
    assert halves.question.lives(table.tick())
    ends = [
        lambda: end_link(halves.question, by=table.substitute, now=table.tick()),
        lambda: end_seat(table.school, "klaar", by=table.chair, now=table.tick()),
        lambda: end_seat(secretary, "klaar", by=table.chair, now=table.tick()),
        lambda: withdraw(table.expectation, "vergist", by=secretary, now=table.tick()),
    ]
    for end in ends:
        assert undone(partial(dead_after, table, halves, end))


def dead_after(table: Asked, halves: Halves, end: object) -> bool:
    end()  # type: ignore[operator]
    return try_code(halves.word, halves.code, now=table.tick()) is None


def undone(look: object) -> bool:
    from django.db import transaction

    with transaction.atomic():
        found: bool = look()  # type: ignore[operator]
        transaction.set_rollback(True)
    return found


def test_a_guest_opens_one_row_and_nothing_else(table: Asked) -> None:
    note = table.note(table.chair, "GEHEIM ander stuk")
    halves = table.link()
    with keyring():
        found = open_for_guest(table.opened(halves))
        assert isinstance(found, Expectation)
        assert found.text == "De school belt bij verzuim (verzonnen)."
        with pytest.raises(Locked):
            assert Note.objects.get(pk=note.pk).text


def test_a_no_stands_in_the_name_of_the_guest_and_is_given_once(table: Asked) -> None:
    halves = table.link()
    with keyring():
        question = table.opened(halves)
        answer_by_guest(
            question,
            Answer(says="no", words="Dat doet leerplicht."),
            now=table.tick(),
        )
        with pytest.raises(ValidationError):
            answer_by_guest(question, Answer(says="no", words="x"), now=table.tick())
    answer = table.expectation.__class__.objects.get(pk=table.expectation.pk).answer
    assert answer.on_behalf_of == table.school
    assert answer.says == "no"
    line = Line.objects.get(action=Action.GUEST_ANSWERED)
    assert (line.seat, line.user) == (table.school.pk, None)
    assert try_code(halves.word, halves.code, now=table.tick()) is None


def test_a_yes_is_an_agreement_of_the_guest_and_accepted(table: Asked) -> None:
    halves = table.link()
    with keyring():
        agreement = Agreement(
            deed="De school belt.",
            owner=table.school,
            due_on=in_days(5),
            done_when="gebeld",
        )
        answer_by_guest(
            table.opened(halves), Answer(says="yes"), agreement, now=table.tick()
        )
    made = Agreement.objects.get()
    assert made.owner == table.school
    assert made.reply.says == "yes"
    assert made.reply.on_behalf_of == table.school


def test_a_guest_accepts_an_agreement(table: Asked) -> None:
    made = agree(
        Agreement(
            deed="belt", owner=table.school, due_on=in_days(4), done_when="gebeld"
        ),
        by=table.chair,
        circle=table.circle,
        now=table.tick(),
    )
    halves = ask_guest(made, table.school, by=table.chair, now=table.tick())
    with keyring():
        answer_by_guest(table.opened(halves), Reply(says="yes"), now=table.tick())
    assert Agreement.objects.get().reply.on_behalf_of == table.school


def test_one_sentence_is_asked_and_answered_in_the_same_circle(table: Asked) -> None:
    police = table.seat("police")
    now = table.tick()
    named = circle_for(table.chair, "named", now, [table.school.organisation_id])
    halves = ask_sentence(
        Note(text="Was hij gisteren op school?"),
        table.school,
        by=table.chair,
        circle=named,
        now=now,
    )
    with keyring():
        question = table.opened(halves)
        answer_by_guest(question, Note(text="Ja, de hele dag."), now=table.tick())
    assert question.answer is not None
    said = Record.objects.get(pk=question.answer.pk)
    assert said.on_behalf_of == table.school
    assert said.circle == named
    seen = GuestQuestion.objects.visible_to
    assert seen(table.chair, table.tick()).exists()
    assert not seen(police, table.tick()).exists()


def test_a_sentence_needs_a_circle_that_the_guest_hears(table: Asked) -> None:
    now = table.tick()
    own = circle_for(table.chair, "own", now)
    with pytest.raises(ValidationError):
        ask_sentence(Note(text="?"), table.school, by=table.chair, circle=own, now=now)
