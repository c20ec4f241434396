"""Every shortcut to being let in anew, and that none of them leads there (T12)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.accounts.factors import has_factor
from expliciet.accounts.models import Organisation, Recovery, Session, User
from expliciet.audit.actions import Action
from tests.factories import (
    PASSWORD,
    OrganisationFactory,
    Role,
)
from tests.web.accounts.visitor import Clock, Rules, Visitor
from tests.web.accounts.vouching import COLLEAGUES, NEW, USE, asks, confirms, of, uses

pytestmark = pytest.mark.django_db


def test_one_person_is_not_two(lost: Visitor, anna: Visitor, bram: Visitor) -> None:
    """V15: also by another session, and the page does not offer it."""
    recovery = asks(anna, lost)
    address = reverse("accounts:confirm-recovery", args=[recovery.pk])
    assert address not in anna.get(COLLEAGUES).content.decode()
    assert address in bram.get(COLLEAGUES).content.decode()
    again = anna.again()
    again.force_login(anna.user)
    for session in (anna, again):
        assert session.post(address).status_code == 403
    assert not Recovery.objects.get().code_hash


def test_nobody_vouches_for_themselves(lost: Visitor, anna: Visitor) -> None:
    own = reverse("accounts:begin-recovery", args=[lost.user.pk])
    assert lost.post(own).status_code == 404
    recovery = asks(anna, lost)
    address = reverse("accounts:confirm-recovery", args=[recovery.pk])
    assert lost.post(address).status_code == 404


def test_strangers_are_not_there_for_one_another(
    lost: Visitor, anna: Visitor, clock: Clock, police: Organisation
) -> None:
    """Not yours to see: 404, whether it exists or not."""
    recovery = asks(anna, lost)
    begin = reverse("accounts:begin-recovery", args=[lost.user.pk])
    confirm = reverse("accounts:confirm-recovery", args=[recovery.pk])
    teacher = of(OrganisationFactory(house=police.house, function="onderwijs"), clock)
    outsider = of(OrganisationFactory(), clock, role=Role.ADMINISTRATOR)
    for stranger in (teacher, outsider):
        assert stranger.post(begin).status_code == 404
        assert stranger.post(confirm).status_code == 404
        assert lost.user.name not in stranger.get(COLLEAGUES).content.decode()
        stop = reverse("accounts:stop-recovery", args=[recovery.pk])
        assert stranger.post(stop).status_code == 404


def test_an_administrator_vouches_for_everybody_in_the_house(
    lost: Visitor, bram: Visitor, clock: Clock, police: Organisation
) -> None:
    office = OrganisationFactory(house=police.house, function=Organisation.OFFICE)
    administrator = of(office, clock, role=Role.ADMINISTRATOR)
    assert lost.user.name in administrator.get(COLLEAGUES).content.decode()
    assert confirms(bram, asks(administrator, lost))


@pytest.mark.parametrize("name", ["begin-recovery", "confirm-recovery"])
def test_vouching_asks_for_the_password(
    lost: Visitor, anna: Visitor, bram: Visitor, clock: Clock, name: str
) -> None:
    """Whoever sits down at an open screen vouches for nobody."""
    about = asks(anna, lost).pk if name == "confirm-recovery" else lost.user.pk
    clock.forward(minutes=6)
    answer = bram.post(reverse(f"accounts:{name}", args=[about]))
    assert answer["Location"].startswith("/aanmelden/bevestigen/")
    assert not Recovery.objects.exclude(confirmed_by=None).exists()


def test_two_who_ask_at_once_ask_once(
    lost: Visitor, anna: Visitor, bram: Visitor
) -> None:
    asks(anna, lost)
    answer = bram.post(reverse("accounts:begin-recovery", args=[lost.user.pk]))
    assert answer.status_code == 422
    assert "al gevraagd" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""},
        {"code": "AAAA-BBBB-CCCC-DDDD"},
        {"email": ""},
        {"email": "niemand@voorbeeld.example"},
        {"email": "\0"},
        {"code": "\0"},
        {"code": "x" * 5_000},
    ],
)
def test_a_wrong_code_or_address_lets_nobody_in(
    lost: Visitor, anna: Visitor, bram: Visitor, wrong: dict[str, str]
) -> None:
    code = confirms(bram, asks(anna, lost))
    fields = {"email": lost.user.email, "code": code} | wrong
    fresh = lost.again()
    assert fresh.post(USE, fields).status_code == 422
    assert not fresh.is_in()
    assert has_factor(lost.user)
    assert lost.is_in()


def test_a_code_works_once(lost: Visitor, anna: Visitor, bram: Visitor) -> None:
    code = confirms(bram, asks(anna, lost))
    assert uses(lost, code)[1] == 302
    assert uses(lost, code)[1] == 422


def test_a_code_works_for_a_day(
    lost: Visitor, anna: Visitor, bram: Visitor, clock: Clock
) -> None:
    code = confirms(bram, asks(anna, lost))
    clock.forward(hours=24)
    assert uses(lost, code)[1] == 422


def test_whoever_stops_halfway_is_let_in_by_nothing_left(
    lost: Visitor, anna: Visitor, bram: Visitor, clock: Clock
) -> None:
    """Fail closed: no old password, no old app, no code; two people vouch again."""
    fresh, _status, to = uses(lost, confirms(bram, asks(anna, lost)))
    clock.forward(minutes=16)
    assert fresh.post(to, {"password": NEW, "again": NEW})["Location"] == "/aanmelden/"
    assert lost.again().gives_password(PASSWORD).status_code == 422
    assert lost.again().gives_password(NEW).status_code == 422
    anna.force_login(anna.user)
    again = anna.post(reverse("accounts:begin-recovery", args=[lost.user.pk]))
    assert again["Location"] == COLLEAGUES


def test_guessing_codes_brings_a_rest(lost: Visitor, anna: Visitor) -> None:
    asks(anna, lost)
    answers = [uses(lost, "AAAA-BBBB-CCCC-DDDD")[1] for _ in range(6)]
    assert answers == [422, 422, 422, 422, 429, 429]


def test_a_refused_code_stands_in_the_trail(lost: Visitor, rules: Rules) -> None:
    rules()
    uses(lost, "AAAA-BBBB-CCCC-DDDD")
    uses(lost, "AAAA-BBBB-CCCC-DDDD", email="niemand@voorbeeld.example")
    assert rules() == [(Action.SIGN_IN_REFUSED, "recovery")] * 2


def test_an_unknown_address_gets_the_same_answer(lost: Visitor) -> None:
    """V1."""
    pages = []
    for email in (lost.user.email, "niemand@voorbeeld.example"):
        answer = lost.again().post(USE, {"email": email, "code": "A" * 16})
        words = answer.content.decode().replace(email, "")
        pages.append([line for line in words.splitlines() if "csrf" not in line])
    assert pages[0] == pages[1]


def test_the_names_of_colleagues_leave_a_line(anna: Visitor, rules: Rules) -> None:
    rules()
    anna.get(COLLEAGUES)
    assert rules() == [(Action.HOUSE_READ, "")]


def test_whoever_has_no_colleagues_is_told_whom_to_ask(clock: Clock, db: None) -> None:
    alone = of(OrganisationFactory(), clock)
    page = alone.get(COLLEAGUES).content.decode()
    assert "De beheerder van uw huis kan ook instaan." in page


def test_a_visitor_sees_no_colleagues(client: Client, lost: Visitor) -> None:
    assert client.get(COLLEAGUES).status_code == 302
    address = reverse("accounts:begin-recovery", args=[lost.user.pk])
    assert client.post(address).status_code == 302
    assert not Recovery.objects.exists()
    assert User.objects.count() == Session.objects.count() == 1
    assert Session.objects.get().expires_at - lost.clock.now > timedelta(hours=8)
