"""Minutes for each circle, read back, amended and established: F44, F45, N16, N23."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.minutes import (
    answer_by,
    answer_minutes,
    decide_amendment,
    establish,
    make_minutes,
    write_minutes,
)
from expliciet.casework.models import AgendaItem, Amendment, Minutes, Receipt
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Record, Seat
from tests.casework.meeting import Phase, talking
from tests.casework.promises import agreed
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def made(table: Table, item: AgendaItem) -> list[Minutes]:
    go_on(item, Phase.READ_BACK, by=table.chair, now=table.tick())
    item.refresh_from_db()
    return make_minutes(item, by=table.chair, now=table.tick())


def so(minutes: Minutes, seat: Seat, table: Table, words: str = "") -> Receipt:
    says = Receipt.Says.OTHERWISE if words else Receipt.Says.SO
    given = Receipt(minutes=minutes, seat=seat, says=says, words=words)
    return answer_minutes(given, by=seat, now=table.tick())


def test_minutes_hold_what_was_said_and_nothing_is_typed_again() -> None:
    """F44, S23."""
    table = Table()
    police = table.seat("police")
    item = talking(table, police)
    one = agreed(table, police, table.chair)
    (minutes,) = made(table, item)
    assert list(minutes.lines.all()) == [Record.objects.get(pk=one.pk)]


def test_each_circle_has_minutes_of_its_own() -> None:
    """V3, S24: the youth worker cannot tell that the core said more."""
    table = Table()
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item = talking(table, police, youth)
    agreed(table, police, table.chair)
    secret = agreed(table, police, table.chair, circle=Circle.Kind.CORE)
    table.note(police, "van ons alleen (verzonnen)", circle=Circle.Kind.OWN)
    minutes = made(table, item)
    assert sorted(each.circle.kind for each in minutes) == ["core", "table"]
    heard = Minutes.objects.visible_to(youth, table.tick())
    assert [each.circle.kind for each in heard] == ["table"]
    assert not heard.get().lines.filter(pk=secret.pk).exists()


def test_minutes_are_made_again_when_something_was_put_right() -> None:
    """F45: what was withdrawn since is gone from the new ones; both stay to be seen."""
    table = Table()
    item = talking(table)
    first = table.note(table.chair, "de eerste (verzonnen)")
    second = table.note(table.chair, "de tweede (verzonnen)")
    (minutes,) = made(table, item)
    assert make_minutes(item, by=table.chair, now=table.tick()) == [minutes]
    withdraw(second, "vergissing", by=table.chair, now=table.tick())
    (anew,) = make_minutes(item, by=table.chair, now=table.tick())
    assert anew.supersedes_id == minutes.pk
    assert [each.pk for each in anew.lines.all()] == [first.pk]


def test_each_answers_for_themselves_and_once() -> None:
    """N16: and whoever is silent shows as silent."""
    table = Table()
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    (minutes,) = made(table, talking(table))
    so(minutes, police, table)
    with pytest.raises(ValidationError):
        so(minutes, police, table)
    with pytest.raises(Refused):
        answer_minutes(
            Receipt(minutes=minutes, seat=youth, says="so"),
            by=police,
            now=table.tick(),
        )
    fresh = Minutes.objects.get(pk=minutes.pk)
    assert youth in fresh.silent([police, youth])


def test_whoever_leads_writes_down_what_is_said_aloud_at_the_table() -> None:
    """N23: as long as it is spoken of, and as written by them."""
    table = Table()
    guest = table.guest()
    item = talking(table, guest)
    (minutes,) = made(table, item)
    aloud = Receipt(minutes=minutes, seat=guest, says="so", at_table=True)
    assert answer_minutes(aloud, by=table.chair, now=table.tick()).by == table.chair
    go_on(item, Phase.DONE, by=table.chair, now=table.tick())
    later = Receipt(minutes=minutes, seat=table.substitute, says="so", at_table=True)
    with pytest.raises(Refused):
        answer_minutes(later, by=table.chair, now=table.tick())


def test_an_amendment_is_taken_over_or_says_why_not() -> None:
    """F45."""
    table = Table()
    police = table.seat("police")
    (minutes,) = made(table, talking(table))
    with pytest.raises(ValidationError):
        answer_minutes(
            Receipt(minutes=minutes, seat=police, says="otherwise"),
            by=police,
            now=table.tick(),
        )
    asked = so(minutes, police, table, "het was dinsdag (verzonnen)")
    with pytest.raises(ValidationError):
        decide_amendment(
            Amendment(receipt=asked, is_taken=False),
            by=table.chair,
            now=table.tick(),
        )
    with pytest.raises(Refused):
        decide_amendment(
            Amendment(receipt=asked, is_taken=True), by=police, now=table.tick()
        )
    decide_amendment(
        Amendment(receipt=asked, is_taken=False, why="zo is het gezegd"),
        by=table.chair,
        now=table.tick(),
    )


def test_minutes_are_established_when_all_answered_or_the_days_are_over() -> None:
    """N16: never over a change that nobody looked at, nor while it is spoken of."""
    table = Table()
    police = table.seat("police")
    item = talking(table)
    (minutes,) = made(table, item)
    with pytest.raises(ValidationError):
        establish(minutes, by=table.chair, now=table.tick())
    go_on(item, Phase.DONE, by=table.chair, now=table.tick())
    minutes = Minutes.objects.get(pk=minutes.pk)
    with pytest.raises(ValidationError) as refused:
        establish(minutes, by=table.chair, now=table.tick())
    assert refused.value.code == "silent"
    with pytest.raises(Refused):
        establish(minutes, by=police, now=table.tick())
    so(minutes, police, table)
    table.now = answer_by(minutes)
    establish(minutes, by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        so(minutes, table.substitute, table)


def test_what_was_established_is_corrected_only_in_the_open() -> None:
    """S27, F45: both stay to be seen, with why."""
    table = Table()
    (minutes,) = made(table, talking(table))
    anew = write_minutes(
        minutes,
        "Er is ook over vervoer gesproken (verzonnen).",
        "dit ontbrak",
        by=table.chair,
        now=table.tick(),
    )
    assert (anew.supersedes_id, anew.why_changed) == (minutes.pk, "dit ontbrak")
    with pytest.raises(ValidationError):
        so(minutes, table.chair, table)
