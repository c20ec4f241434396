"""F68: a learning session, from calling it to what came of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.actions.board import (
    add_direction,
    group_directions,
    name_owner,
    put_dot,
    take_off,
    ungroup,
)
from expliciet.evaluation.actions.learning import (
    ALPHABET,
    attendee_of,
    call_session,
    change_session,
    close_session,
    join,
    open_session,
    session_of,
)
from expliciet.evaluation.models import (
    Attendee,
    DirectionGroup,
    Dot,
    LearningSession,
    SolutionDirection,
)
from tests.evaluation.learning import called, joined, opened, partner, put, recommended
from tests.evaluation.marks import mark

pytestmark = pytest.mark.django_db


def test_only_the_process_director_of_a_house_that_let_it_look_calls_one() -> None:
    """F68, V3."""
    found = called()
    for by in (found.studied.officer, partner(found, "police")):
        with pytest.raises(Refused):
            call_session(
                LearningSession(study=found.studied.study, name="x"),
                found.recommendations,
                by=by,
                now=found.now,
            )


def test_only_what_was_offered_lies_on_the_board() -> None:
    found = called()
    kept = recommended(found.studied, 3, offered=False)
    found.session.unlock()
    with pytest.raises(ValidationError, match="offered"):
        change_session(
            found.session,
            [kept],
            read=mark(found.session),
            by=found.director,
            now=found.now,
        )
    with pytest.raises(ValidationError, match="at least one"):
        change_session(
            found.session,
            [],
            read=mark(found.session),
            by=found.director,
            now=found.now,
        )


def test_a_code_opens_the_board_on_its_day_until_it_closes() -> None:
    """F68: only its hash is kept."""
    found, code = opened()
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert not set("0O1IL2Z5S8B") & set(ALPHABET)
    assert code not in str(LearningSession.objects.values().get(pk=found.session.pk))
    now = timezone.now()
    assert session_of(f" {code[:4].lower()}-{code[4:]} ", now) == found.session
    assert session_of("AAAA AAAA", now) is None
    assert session_of(code, now + timedelta(days=1)) is None
    close_session(found.session, by=found.director, now=now)
    assert session_of(code, now) is None


def test_a_new_code_takes_the_place_of_the_former() -> None:
    found, code = opened()
    anew = open_session(found.session, by=found.director, now=found.now)
    assert session_of(code, found.now) is None
    assert session_of(anew, found.now) == found.session


def test_a_board_opens_on_its_own_day_only() -> None:
    found = called(held_on=timezone.localdate() + timedelta(days=3))
    with pytest.raises(ValidationError, match="own day"):
        open_session(found.session, by=found.director, now=found.now)


def test_whoever_joins_gives_a_function_and_no_name() -> None:
    """F68: of somebody at the board nothing is known but where they are from."""
    found, _code = opened()
    there = joined(found, "GGZ")
    assert attendee_of(there.token, timezone.now()) == there.attendee
    assert attendee_of("iets anders", timezone.now()) is None
    assert attendee_of(there.token, timezone.localtime() + timedelta(days=1)) is None
    fields = {each.name for each in Attendee._meta.local_fields}
    assert fields == {"id", "session", "function", "token_hash", "joined_at"}
    line = Line.objects.filter(action=Action.LEARNING_JOINED).get()
    assert (line.user, line.role) == (None, "attendee")
    with pytest.raises(ValidationError, match="list"):
        join(found.session, "Jan Jansen", now=found.now)


def test_each_line_gets_the_next_number_and_stands_once_however_often_sent() -> None:
    found, _code = opened()
    there = joined(found).attendee
    first = put(found, by=there)
    again = SolutionDirection(
        pk=first.pk,
        session=found.session,
        recommendation=found.recommendations[0],
        words="GGZ belt de school (verzonnen)",
    )
    assert add_direction(again, by=there, now=found.now).number == first.number
    assert put(found, by=there, at=1).number == 2
    assert found.session.directions.count() == 2


def test_nobody_sends_a_line_in_the_place_of_another() -> None:
    found, _code = opened()
    first = put(found, by=joined(found).attendee)
    stolen = SolutionDirection(
        pk=first.pk,
        session=found.session,
        recommendation=found.recommendations[0],
        words="iets anders",
    )
    with pytest.raises(Refused):
        add_direction(stolen, by=joined(found).attendee, now=found.now)


def test_each_change_moves_the_board_so_that_a_look_sees_it() -> None:
    found, _code = opened()
    there = joined(found).attendee
    seen = {found.session.moved_at}
    line = put(found, by=there)
    for deed in (
        lambda: take_off(line, by=found.director, now=found.now),
        lambda: close_session(found.session, by=found.director, now=found.now),
    ):
        found.session.refresh_from_db(fields=["moved_at"])
        seen.add(found.session.moved_at)
        deed()
    found.session.refresh_from_db(fields=["moved_at"])
    assert len(seen | {found.session.moved_at}) == 4


def test_dots_are_few_and_can_be_taken_away() -> None:
    found, _code = opened()
    there = joined(found).attendee
    lines = [put(found, f"richting {n} (verzonnen)", by=there) for n in range(3)]
    for line in lines[:2]:
        put_dot(line, by=there, now=found.now)
    with pytest.raises(ValidationError, match="all used"):
        put_dot(lines[2], by=there, now=found.now)
    put_dot(lines[0], by=there, now=found.now)
    put_dot(lines[2], by=there, now=found.now)
    placed = Dot.objects.filter(attendee=there).values_list("direction__number")
    assert set(placed) == {(2,), (3,)}


def test_a_dot_on_what_is_taken_off_comes_back() -> None:
    found, _code = opened(dots=1)
    there = joined(found).attendee
    lines = [put(found, f"richting {n} (verzonnen)", by=there) for n in range(2)]
    put_dot(lines[0], by=there, now=found.now)
    take_off(lines[0], by=found.director, now=found.now)
    put_dot(lines[1], by=there, now=found.now)
    assert Dot.objects.filter(direction=lines[1]).count() == 1


def test_the_leader_groups_and_what_is_empty_goes() -> None:
    found, _code = opened()
    put(found, "een (verzonnen)")
    put(found, "twee (verzonnen)")
    put(found, "elders (verzonnen)", at=1)
    group = DirectionGroup(
        session=found.session,
        recommendation=found.recommendations[0],
        name="Bellen (verzonnen)",
    )
    with pytest.raises(ValidationError, match="same recommendation"):
        group_directions(group, [1, 3], by=found.director, now=found.now)
    group = DirectionGroup(
        session=found.session,
        recommendation=found.recommendations[0],
        name="Bellen (verzonnen)",
    )
    group_directions(group, [1, 2], by=found.director, now=found.now)
    grouped = found.session.directions.filter(group=group)
    assert {each.number for each in grouped} == {1, 2}
    ungroup(found.session, [1, 2], by=found.director, now=found.now)
    assert not DirectionGroup.objects.exists()


def test_the_board_is_the_leaders_to_order_and_nobody_elses() -> None:
    found, _code = opened()
    line = put(found)
    for by in (partner(found, "police"), found.studied.officer):
        with pytest.raises(Refused):
            take_off(line, by=by, now=found.now)
        with pytest.raises(Refused):
            ungroup(found.session, [1], by=by, now=found.now)


def test_closed_it_stands_as_it_is() -> None:
    found, _code = opened()
    there = joined(found).attendee
    line = put(found, by=there)
    close_session(found.session, by=found.director, now=found.now)
    group = DirectionGroup(
        session=found.session, recommendation=found.recommendations[0], name="x"
    )
    for deed in (
        lambda: put(found, by=there),
        lambda: put_dot(line, by=there, now=found.now),
        lambda: take_off(line, by=found.director, now=found.now),
        lambda: group_directions(group, [1], by=found.director, now=found.now),
        lambda: join(found.session, "GGZ", now=found.now),
    ):
        with pytest.raises(ValidationError):
            deed()
    found.session.unlock()
    line.owner = found.studied.table.organisation("GGZ")
    line.first_step, line.first_step_on = "belt de school", found.session.held_on
    name_owner(line, by=found.director, now=found.now)
    assert SolutionDirection.objects.get(pk=line.pk).owner == line.owner


def test_a_first_step_lacks_nothing() -> None:
    found, _code = opened()
    line = put(found)
    with pytest.raises(ValidationError) as wrong:
        name_owner(line, by=found.director, now=found.now)
    assert set(wrong.value.error_dict) == {"owner", "first_step", "first_step_on"}


def test_where_a_house_takes_its_word_back_no_code_opens_a_board() -> None:
    """V8: access ends at once."""
    found, code = opened()
    found.studied.study.houses.update(released_at=None)
    assert session_of(code, timezone.now()) is None
    with pytest.raises(Refused):
        open_session(found.session, by=found.director, now=found.now)


def test_where_a_house_takes_its_word_back_nobody_sits_at_a_board() -> None:
    """V8: also not who joined before."""
    found, _code = opened()
    token = joined(found).token
    assert attendee_of(token, timezone.now())
    found.studied.study.houses.update(released_at=None)
    assert attendee_of(token, timezone.now()) is None


def test_a_line_that_was_taken_off_meanwhile_gets_no_owner() -> None:
    found, _code = opened()
    line = put(found)
    take_off(line, by=found.director, now=found.now)
    line.owner = found.studied.table.organisation("GGZ")
    line.first_step = "belt de school (verzonnen)"
    line.first_step_on = found.session.held_on + timedelta(days=3)
    with pytest.raises(ValidationError, match="does not stand"):
        name_owner(line, by=found.director, now=found.now)
