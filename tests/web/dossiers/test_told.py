"""What a seat hears, in one question: the same as what it may see, and never more."""

from datetime import datetime
from itertools import pairwise

import pytest

from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Note, Record, Seat
from expliciet.web.dossiers.told import hearing, told_to
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def lively() -> tuple[Table, list[Seat], list[datetime]]:
    """A table at which all happened that changes what somebody hears."""
    table, moments = Table(), []
    police, town = table.seat("police"), table.seat("municipality")

    def then(record: Note) -> Note:
        moments.append(table.tick())
        return record

    first = then(table.note(police, "eerst"))
    then(table.note(town, "klein", circle=Circle.Kind.OWN))
    core = then(table.note(town, "kern", circle=Circle.Kind.CORE))
    again = Note(text="beter", why_changed="zo")
    then(correct(again, first, by=police, now=table.tick()))  # type: ignore[arg-type]
    colleague, school = table.seat("police"), table.seat("onderwijs")
    pass_on(core, school.organisation, by=town, now=table.tick())
    then(core)
    withdraw(core, "toch niet", by=town, now=table.tick())
    then(core)
    seats = [table.chair, police, town, colleague, school]
    return table, seats, [*moments, table.tick()]


def test_it_tells_of_what_one_may_see_and_of_nothing_else() -> None:
    """V1: at every moment, for everybody who sits there."""
    table, seats, moments = lively()
    now = table.tick()
    for seat in seats:
        told = told_to(seat, now)
        seen = Record.objects.visible_to(seat, now)
        assert [each.pk for each in told] == list(seen.values_list("pk", flat=True))
        for moment in moments:
            then = Record.objects.as_of(moment, seat, now).current(moment)
            standing = {each.pk for each in told if each.stands(moment)}
            assert standing == set(then.values_list("pk", flat=True))


def test_it_tells_what_is_new_as_the_query_does() -> None:
    """N24: one sentence on two pages, so one answer."""
    table, seats, moments = lively()
    now = table.tick()
    for seat in seats:
        for since, _later in pairwise(moments):
            told = told_to(seat, now)
            new = Record.objects.visible_to(seat, now).since(since, seat)
            assert {
                each.pk
                for each in told
                if each.heard_at > since and each.seat != seat.pk
            } == set(new.values_list("pk", flat=True))


def test_whoever_sits_no_longer_hears_nothing_also_when_asked_before() -> None:
    """V8: the question that finds also asks whether one may still look."""
    table = Table()
    police = table.seat("police")
    table.note(police)
    asked = Record.objects.visible_to(police, now := table.tick())
    at_the_table = Seat.objects.visible_to(police, now)
    end_seat(Seat.objects.get(pk=police.pk), "klaar", by=table.chair, now=table.tick())
    assert list(asked) == []
    assert list(at_the_table) == []
    assert told_to(police, now) == []


def test_it_is_asked_once_for_a_page_and_anew_for_the_next(
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    """It lies with the seat of one request, and holds for its moment alone."""
    table = Table()
    police = table.seat("police")
    table.note(police)
    now = table.tick()
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert hearing(police, now) is hearing(police, now)
    table.note(police)
    assert len(hearing(police, table.tick()).told) == len(hearing(police, now).told) + 1
