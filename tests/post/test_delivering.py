"""Mail: one for each person in a round, with a line, and never lost (C20)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from expliciet.audit.actions import Action
from expliciet.audit.models import INSTALLATION, Line
from expliciet.post.actions.delivering import deliver, put_back, take
from expliciet.post.models import Delivery
from expliciet.post.models.delivery import GOING_FOR, MOST
from tests.factories import HouseFactory, UserFactory
from tests.post.outbox import NOW, Office, states, waiting
from tests.proofs.racing import race

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

State = Delivery.State
MINUTE = timedelta(minutes=1)


def lines() -> list[Line]:
    return list(Line.objects.filter(action=Action.MAIL_SENT).order_by("at"))


def test_what_waits_is_sent_once() -> None:
    waiting(UserFactory())
    waiting(UserFactory())
    assert deliver(NOW) == 2
    assert deliver(NOW) == 0
    assert len(Office.sent) == 2
    assert states() == [State.SENT] * 2


def test_an_empty_outbox_does_not_trouble_the_post_office() -> None:
    assert deliver(NOW) == 0
    assert Office.opened == 0


def test_several_things_for_one_person_go_in_one_mail() -> None:
    user = UserFactory()
    for _ in range(5):
        waiting(user)
    assert deliver(NOW) == 1
    assert [message.to for message in Office.sent] == [[user.email]]
    assert states() == [State.SENT] * 5


def test_a_mail_leaves_a_line_of_the_clock_about_the_person_alone() -> None:
    """T24: identifiers of a person and a house, not of a dossier."""
    user, house = UserFactory(), HouseFactory()
    waiting(user, house=house.id)
    waiting(user, house=house.id)
    deliver(NOW)
    (line,) = lines()
    assert (line.role, line.user) == ("clock", None)
    assert (line.object_type, line.object_id) == ("accounts.user", user.id)
    assert (line.house, line.dossier, line.count) == (house.id, None, 2)


def test_a_mail_about_two_houses_stands_in_the_chain_of_neither() -> None:
    user = UserFactory()
    waiting(user, house=uuid4())
    waiting(user, house=uuid4())
    deliver(NOW)
    assert [line.house for line in lines()] == [INSTALLATION]


def test_whoever_cannot_be_reached_does_not_keep_others_waiting() -> None:
    stuck, fine = UserFactory(), UserFactory()
    first = waiting(stuck)
    waiting(fine, now=NOW + MINUTE)
    Office.refuses = {stuck.email}
    assert deliver(NOW + MINUTE) == 1
    first.refresh_from_db()
    assert (first.state, first.attempts) == (State.WAITING, 1)
    assert first.next_at == NOW + 2 * MINUTE


def test_pauses_grow_and_after_the_last_attempt_it_is_given_up() -> None:
    user = UserFactory()
    delivery = waiting(user)
    Office.refuses = {user.email}
    now, pauses = NOW, []
    while delivery.state == State.WAITING:
        deliver(now)
        delivery.refresh_from_db()
        pauses.append(delivery.next_at - now)
        now = max(now, delivery.next_at)
    assert len(pauses) == delivery.attempts == MOST == 8
    assert pauses[:-1] == sorted(pauses[:-1])
    assert list(Delivery.objects.given_up()) == [delivery]
    (line,) = lines()
    assert (line.allowed, line.rule, line.count) == (False, "mail.given_up", 1)


def test_a_closed_post_office_costs_nobody_an_attempt() -> None:
    delivery = waiting(UserFactory())
    Office.closed = True
    with pytest.raises(ConnectionRefusedError):
        deliver(NOW)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.WAITING, 0)
    Office.closed = False
    assert deliver(NOW) == 1


def test_a_closed_account_gets_no_mail() -> None:
    user = UserFactory()
    waiting(user)
    user.is_active = False
    user.save()
    assert deliver(NOW) == 0
    assert Office.sent == []
    assert states() == [State.FAILED]


def test_what_was_left_lying_on_its_way_goes_out_after_a_while() -> None:
    """V20: whoever falls over between taking and sending loses nothing."""
    user = UserFactory()
    waiting(user)
    assert take(user.id, NOW)
    assert deliver(NOW + GOING_FOR) == 0
    assert deliver(NOW + GOING_FOR + MINUTE) == 1
    assert states() == [State.SENT]


def test_a_clock_that_jumps_does_not_leave_mail_lying_for_ever() -> None:
    user = UserFactory()
    waiting(user)
    assert take(user.id, NOW + timedelta(days=3_650))
    assert deliver(NOW) == 1


def test_what_keeps_falling_over_is_given_up_in_the_end() -> None:
    user = UserFactory()
    waiting(user)
    now = NOW
    for _ in range(MOST):
        assert take(user.id, now)
        now += GOING_FOR + MINUTE
        assert put_back(now) == 1
        assert put_back(now) == 0
    assert states() == [State.FAILED]
    assert [line.rule for line in lines()] == ["mail.given_up"]


def test_when_asked_to_stop_the_rest_waits_for_next_time() -> None:
    for _ in range(3):
        waiting(UserFactory())
    asked = iter([True, True, False])
    assert deliver(NOW, goes_on=lambda: next(asked)) == 2
    assert states() == [State.SENT, State.SENT, State.WAITING]


def test_more_than_a_handful_of_people_all_get_their_mail() -> None:
    people = [UserFactory() for _ in range(230)]
    for person in people:
        waiting(person)
    assert deliver(NOW) == 230
    assert {message.to[0] for message in Office.sent} == {
        person.email for person in people
    }


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_everything_once() -> None:
    """T15: a person's notices are never divided over two mails either."""
    people = [UserFactory() for _ in range(20)]
    for person in people:
        waiting(person)
        waiting(person)
    sent = race(lambda: deliver(NOW), lambda: deliver(NOW), lambda: deliver(NOW))
    assert sum(sent) == 20, sent
    assert sorted(message.to[0] for message in Office.sent) == sorted(
        person.email for person in people
    )
    assert states() == [State.SENT] * 40
    assert sum(line.count for line in lines()) == 40
