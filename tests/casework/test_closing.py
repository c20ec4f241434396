"""Ending the approach: what it asks, whom it ends, and what alone stays readable."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.levels import close_dossier, record_informing
from expliciet.casework.models import Closure, Informing
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import invite
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import (
    Attachment,
    Circle,
    Dossier,
    Note,
    Opening,
    Person,
    Record,
    Seat,
)
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.casework.approach import close, closure, exit_criterion, in_days
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def card_of(seat: Seat, table: Table) -> Seat:
    return Seat.objects.of(seat.user).active(table.tick()).get(dossier=table.dossier)


def test_an_end_promises_who_looks_again_and_when_and_on_which_signs() -> None:
    """S44, N20, F39, I-35."""
    table = Table()
    town = table.seat("municipality")
    exit_criterion(table)
    for lacking in ({"look_on": None}, {"look_on": in_days(0)}, {"signs": ""}):
        with pytest.raises(ValidationError):
            close(table, town, **lacking)
    with pytest.raises(ValidationError):
        close_dossier(closure(), [], by=table.chair, now=table.tick())
    with pytest.raises(Refused):
        close_dossier(closure(aftercare_by=town), [], by=town, now=table.tick())
    assert not Closure.objects.exists()
    close(table, town)
    table.dossier.refresh_from_db()
    assert table.dossier.phase == Dossier.Phase.CLOSED
    assert table.dossier.review_on == in_days(180)


def test_there_is_no_end_without_exit_criteria_but_for_who_died() -> None:
    """S42, I-27."""
    table = Table()
    town = table.seat("municipality")
    with pytest.raises(ValidationError) as refused:
        close(table, town)
    assert refused.value.code == "exit"
    criterion = exit_criterion(table)
    withdraw(criterion, "verkeerd", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        close(table, town)
    close(table, town, outcome=Closure.Outcome.DIED, look_on=None)


def test_an_overdue_dossier_can_be_ended() -> None:
    table = Table()
    town = table.seat("municipality")
    exit_criterion(table)
    Dossier.objects.filter(pk=table.dossier.pk).update(review_on=in_days(-3))
    table.chair.dossier.refresh_from_db()
    close(table, town)


def test_every_seat_ends_and_the_named_read_the_card_alone() -> None:
    """S44, V8: not a note, a person, a file or a seat besides."""
    table = Table()
    town, police = table.seat("municipality"), table.seat("police")
    guest = table.guest()
    note = table.note(town)
    exit_criterion(table)
    ended = close(table, town)
    now = table.tick()
    for seat in (table.chair, table.substitute, town, police, guest):
        assert not seat.is_active(now)
    assert not Seat.objects.of(police.user).active(now).exists()
    assert not Seat.objects.of(table.substitute.user).active(now).exists()
    for keeper in (town, table.chair):
        card = card_of(keeper, table)
        assert list(Record.objects.visible_to(card, now)) == [ended.record_ptr]
        for kind in (Note, Person, Attachment):
            assert not kind.objects.visible_to(card, now).exists()
        named = Seat.objects.visible_to(card, now)
        assert {each.user for each in named} == {town.user, table.chair.user}
    assert not Record.objects.visible_to(town, now).exists()
    with keyring():
        card_of(town, table).unlock(now)
        assert Closure.objects.get().signs
        with pytest.raises(Locked):
            str(Note.objects.get(pk=note.pk).text)
        with pytest.raises(Locked):
            str(Seat.objects.get(pk=guest.pk).guest_name)


def test_from_the_card_nothing_is_said_any_more() -> None:
    """S45: what goes on takes a new report; nobody writes in what ended."""
    table = Table()
    town = table.seat("municipality")
    exit_criterion(table)
    ended = close(table, town)
    for keeper in (town, table.chair):
        card = card_of(keeper, table)
        now = table.tick()
        circle = circle_for(card, Circle.Kind.OWN, now)
        with pytest.raises(Refused):
            record_note(Note(text="nog iets"), by=card, circle=circle, now=now)
        with pytest.raises(Refused):
            withdraw(ended, "toch niet", by=card, now=now)
        with pytest.raises(Refused):
            correct(closure(why_changed="anders"), ended, by=card, now=now)
        with pytest.raises(Refused):
            pass_on(ended, table.organisation("police"), by=card, now=now)
        back = Seat(user=town.user, organisation=town.organisation, why="terug")
        with pytest.raises(Refused):
            invite(back, by=card, now=now)
        with pytest.raises(Refused):
            close_dossier(closure(aftercare_by=card), [], by=card, now=now)
    assert not Opening.objects.exists()


def test_telling_the_person_is_never_a_blank() -> None:
    """S54, I-33: informed with a day; else a ground and a day to look again."""
    table = Table()
    town = table.seat("municipality")

    def say(**told: object) -> Informing:
        now = table.tick()
        return record_informing(
            Informing(whom="de jongen (verzonnen)", words="verzonnen", **told),
            by=town,
            circle=circle_for(town, Circle.Kind.TABLE, now),
            now=now,
        )

    for wrong in (
        {},
        {"state": "informed"},
        {"state": "informed", "told_on": in_days(1)},
        {"state": "postponed", "ground": "safety"},
        {"state": "postponed", "review_on": in_days(3)},
        {"state": "refused", "ground": "others"},
        {"state": "refused", "ground": "others", "review_on": in_days(-1)},
    ):
        with pytest.raises(ValidationError):
            say(**wrong)
    say(state="informed", told_on=in_days(0))
    say(state="postponed", ground="investigation", review_on=in_days(9))
