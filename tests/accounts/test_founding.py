"""The first house: all of it or nothing, and never without its legal terms."""

import io
import sys
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from expliciet.accounts.house_rules import KNOWN
from expliciet.accounts.models import Appointment, House, HouseRule, Organisation, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NAME = "Veiligheidshuis Verzonnen"
SOURCE = ("convenant (verzonnen)", "2026-01-15")
RULES = [
    ("dossier-months", "60", *SOURCE),
    ("trail-months", "60", *SOURCE),
    ("account-months", "24", *SOURCE),
    ("purposes", "overleg voorbereiden; besluiten", *SOURCE),
]


@pytest.fixture(autouse=True)
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")


class Typed(io.StringIO):
    """What somebody types, at a terminal or into a pipe."""

    def __init__(self, words: str = "", at_terminal: bool = False) -> None:
        super().__init__(words)
        self.at_terminal = at_terminal

    def isatty(self) -> bool:
        return self.at_terminal


def found(
    *more: str,
    rules: list[Any] | None = None,
    typed: str = f"{PASSWORD}\n",
    at_terminal: bool = False,
) -> str:
    """What the command says."""
    words = [
        *(NAME, "--region", "Kuststreek (verzonnen)", "--municipality", "Duinmeer"),
        *("--police", "Politie Verzonnen", "--prosecution", "Parket Verzonnen"),
        *("--email", "Eerste@voorbeeld.example", "--person", "Eva Bedacht"),
    ]
    for rule in RULES if rules is None else rules:
        words += ["--rule", *rule]
    if not any("password" in word for word in more) and not at_terminal:
        words.append("--password-stdin")
    said = io.StringIO()
    before = sys.stdin
    sys.stdin = Typed(typed, at_terminal)
    try:
        call_command("found", *words, *more, stdout=said, stderr=said)
    finally:
        sys.stdin = before
    return said.getvalue()


def test_a_house_stands_with_its_terms_its_core_and_who_lets_others_in() -> None:
    said = found()
    house = House.objects.get()
    assert (house.name, house.is_fictional) == (NAME, False)
    today = timezone.localdate()
    assert house.rule("dossier-months", today) == 60
    assert house.rule("purposes", today) == ["overleg voorbereiden", "besluiten"]
    functions = {each.function for each in house.organisations.all()}
    assert functions == set(Organisation.CORE)
    appointment = Appointment.objects.get()
    assert appointment.role == Appointment.Role.ADMINISTRATOR
    assert appointment.organisation.function == Organisation.OFFICE
    user = User.objects.get()
    assert user.email == "eerste@voorbeeld.example"
    assert user.check_password(PASSWORD)
    assert f"Opgericht: {NAME}." in said
    assert PASSWORD not in said


def test_every_deed_stands_in_the_trail() -> None:
    """V9."""
    found()
    done = [Action(line.action) for line in Line.objects.order_by("at")]
    assert done == [
        Action.HOUSE_FOUNDED,
        *[Action.HOUSE_RULE_SET] * 4,
        *[Action.ORGANISATION_ADDED] * 4,
        Action.USER_ADDED,
        Action.APPOINTED,
    ]
    assert {line.role for line in Line.objects.all()} == {"terminal"}
    for line in Line.objects.all():
        assert b"voorbeeld.example" not in line.exported()


def nothing_was_founded() -> bool:
    models = (House, HouseRule, Organisation, User, Appointment, Line)
    return not any(model.objects.exists() for model in models)


@pytest.mark.parametrize("lacking", range(len(RULES)))
def test_without_one_legal_term_nothing_is_founded(lacking: int) -> None:
    """S57: and it says which one, in Dutch."""
    rules = RULES[:lacking] + RULES[lacking + 1 :]
    with pytest.raises(CommandError) as refusal:
        found(rules=rules)
    assert "Zonder bron en datum" in str(refusal.value)
    assert nothing_was_founded()


@pytest.mark.parametrize(
    "rule",
    [
        ("dossier-months", "60", "", "2026-01-15"),
        ("dossier-months", "60", "   ", "2026-01-15"),
        ("dossier-months", "60", "convenant", "gisteren"),
        ("dossier-months", "60", "convenant", "2026-02-30"),
        ("dossier-months", "zestig", *SOURCE),
        ("dossier-months", "0", *SOURCE),
        ("dossier-jaren", "5", *SOURCE),
        ("purposes", " ; ", *SOURCE),
    ],
)
def test_a_term_that_is_none_founds_nothing(rule: tuple[str, ...]) -> None:
    rules = [each for each in RULES if each[0] != rule[0]] + [rule]
    with pytest.raises(CommandError):
        found(rules=rules)
    assert nothing_was_founded()


@pytest.mark.parametrize("password", ["", "kort", "password1234", "Eva Bedacht 12"])
def test_a_weak_password_founds_nothing(password: str) -> None:
    with pytest.raises(CommandError):
        found(typed=f"{password}\n")
    assert nothing_was_founded()


def test_the_same_house_is_not_founded_twice() -> None:
    found()
    with pytest.raises(CommandError):
        found("--email", "tweede@voorbeeld.example")
    assert House.objects.count() == 1
    assert not User.objects.filter(email="tweede@voorbeeld.example").exists()


def test_a_password_is_made_up_and_shown_once() -> None:
    said = found("--generate-password")
    password = said.strip().splitlines()[-1].split()[-1]
    assert User.objects.get().check_password(password)


def test_nobody_is_asked_where_nobody_sits() -> None:
    with pytest.raises(CommandError):
        call_command("found", NAME, "--password-stdin", stdout=io.StringIO())
    assert nothing_was_founded()


def test_at_a_terminal_it_asks_until_it_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(
        [
            *("veel", "60", "convenant (verzonnen)", "morgen", "15-01-2026"),
            *("60", "convenant (verzonnen)", "2026-01-15"),
            *("24", "", "convenant (verzonnen)", "2026-01-15"),
            *("voorbereiden; besluiten", "register (verzonnen)", "2026-01-15"),
        ]
    )
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    monkeypatch.setattr(
        "expliciet.accounts.management.commands.found.getpass", lambda _: PASSWORD
    )
    said = found(rules=[], at_terminal=True)
    house = House.objects.get()
    today = timezone.localdate()
    legal = [known.name for known in KNOWN.values() if known.is_legal]
    assert all(house.rule(name, today) for name in legal)
    assert "heel getal" in said


def test_stopping_halfway_founds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", stop)
    with pytest.raises(CommandError):
        found(rules=[], at_terminal=True)
    assert nothing_was_founded()
