"""What the checker asks in the forms of a case, and what is kept of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.casework.models import Contribution, Review
from expliciet.dossiers.models import Question, Seat
from expliciet.vault.keyring import keyring
from expliciet.web.casework.laid import MOST_CRITERIA
from expliciet.web.casework.questions import _forms, found_in, questions
from expliciet.web.casework.urls import urlpatterns
from tests.casework.approach import exit_criterion, in_days, level
from tests.factories import Table, unlock_all
from tests.web.casework.bringing import header, line
from tests.web.casework.deciding import a_goal
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

VAGUE = "Gezien de ernst van de situatie is dit noodzakelijk."
LOADED = "Hij is gevaarlijk."
CRITERION = "Hij is stabiel."

ASKED = {
    "contribute": ("text_1", LOADED, "1"),
    "decide": ("outcome", "De wijkagent praat met hem.", "why"),
    "act": ("deed", LOADED, "deed"),
    "exit": ("text", CRITERION, "text"),
    "plan": ("seen_by", CRITERION, "seen_by"),
    "review": ("necessary", VAGUE, "necessary"),
    "inform": ("words", LOADED, "words"),
    "step": ("evidence_1", LOADED, "evidence_1"),
    "interpret": ("summary", "Hij lijkt rustiger.", "summary"),
    "close": ("signs", CRITERION, "signs"),
}
"""By form, a field with words that leave something open, and where that is asked."""


@pytest.fixture
def ask(table: Table, at: At) -> Callable[..., str]:
    def ask(seat: Seat, form: str, **typed: str) -> str:
        address = reverse("casework:questions", args=[table.dossier.pk])
        said = {"draft_form": f"casework:{form}", **typed}
        return words(at(seat).post(address, said))

    return ask


def address_of(table: Table, form: str) -> str:
    more = [level(table).pk] if form == "step" else []
    return reverse(f"casework:{form}", args=[table.dossier.pk, *more])


@pytest.mark.parametrize("form", ASKED)
def test_in_every_form_the_question_stands_under_its_own_field(
    table: Table, at: At, ask: Callable[..., str], form: str
) -> None:
    """F86: and a form that is shown has that place, and the script that asks."""
    name, text, place = ASKED[form]
    asked = ask(table.chair, form, **{name: text})
    assert f'data-place="{place}"' in asked
    assert "Laat staan" in asked
    exit_criterion(table)
    a_goal(table, table.chair)
    page = words(at(table.chair).get(address_of(table, form)))
    assert f'id="question_{place}" data-question' in page
    assert "js/questions.js" in page
    assert 'name="left"' in page


def test_every_form_that_lays_something_before_the_checker_is_a_form() -> None:
    for name in _forms:
        _room, _colon, form = name.partition(":")
        assert form in {each.name for each in urlpatterns}, name


def test_a_whole_form_asks_two_things_at_once(
    table: Table, ask: Callable[..., str]
) -> None:
    """Sparing: the other questions come when these are answered."""
    typed = {f"evidence_{number}": LOADED for number in range(1, 6)}
    page = ask(table.chair, "step", **typed, reason=VAGUE)
    assert page.count("data-asked=") == 2


def test_the_words_of_the_person_are_not_looked_at() -> None:
    """F34: their own view is theirs."""
    assert "casework:view" not in _forms


def test_an_empty_form_asks_nothing() -> None:
    for name in _forms:
        assert questions(name, {}, in_days(0)) == []


def test_no_ladder_asks_for_more_criteria_than_are_looked_at(table: Table) -> None:
    assert len(level(table).criteria) <= MOST_CRITERIA


def review(table: Table, **other: str) -> dict[str, str]:
    return {
        "outcome": Review.Outcome.CONTINUE,
        "necessary": f"{VAGUE} Er kwam een dreigbrief bij.",
        "lighter": "Het wijkteam alleen kan dit niet.",
        "next_on": in_days(60).isoformat(),
        "hears": table.hears(table.chair),
    } | other


def left_in(form: str, typed: dict[str, str]) -> str:
    found = found_in(form, typed, in_days(0))
    assert found
    return found[0].finding.fingerprint


def send_review(client: Client, table: Table, typed: dict[str, str]) -> int:
    address = reverse("casework:review", args=[table.dossier.pk])
    return client.post(address, typed).status_code


def test_what_was_left_stays_with_the_record_and_its_reason(
    table: Table, at: At
) -> None:
    """F86: on the page of the record, for whoever hears it; never about a person."""
    exit_criterion(table)
    typed = review(table)
    left = left_in("casework:review", typed)
    client = at(table.chair)
    typed |= {"left": left, f"why_{left}": "de burgemeester kent de stukken"}
    typed["asked"] = "EX113.necessary EX103.lighter EX999.lighter EX103.nergens;"
    assert send_review(client, table, typed) == REDIRECTED
    told = Review.objects.get()
    page = reverse("dossiers:record", args=[table.dossier.pk, told.pk])
    shown = words(client.get(page))
    assert "Wat de Verslagcheck vroeg" in shown
    assert "Blijft zo staan: </strong>" in shown.replace(":</strong>", ": </strong>")
    assert "de burgemeester kent de stukken" in shown
    assert "Beantwoord in de tekst" in shown
    unlock_all(table.dossier)
    kept = {(each.rule, each.outcome, each.place) for each in Question.objects.all()}
    assert kept == {
        ("EX113", "stays", "necessary"),
        ("EX103", "answered", "lighter"),
        ("EX103", "answered", "nergens"),
    }


def test_the_words_of_a_question_are_sealed_in_the_circle_of_the_record(
    table: Table, at: At
) -> None:
    exit_criterion(table)
    typed = review(table)
    left = left_in("casework:review", typed)
    typed |= {"left": left, f"why_{left}": "GEHEIM"}
    assert send_review(at(table.chair), table, typed) == REDIRECTED
    with keyring():
        question = Question.objects.get()
        with pytest.raises(Exception, match=r"(?i)key|open|unlock"):
            assert question.why


def test_nothing_is_kept_that_the_text_does_not_ask(table: Table, at: At) -> None:
    """What somebody left and then wrote otherwise was answered, not left."""
    exit_criterion(table)
    left = left_in("casework:review", review(table))
    typed = review(table, necessary="Er kwam op 3 november een dreigbrief bij.")
    typed |= {"left": left, f"why_{left}": "x", "asked": "EX113.necessary"}
    assert send_review(at(table.chair), table, typed) == REDIRECTED
    assert [each.outcome for each in Question.objects.all()] == ["answered"]


def test_a_form_that_comes_back_still_knows_what_was_left(table: Table, at: At) -> None:
    """Nothing typed is lost, the reason neither; and nothing was kept."""
    exit_criterion(table)
    typed = review(table, next_on="")
    left = left_in("casework:review", typed)
    typed |= {"left": left, f"why_{left}": "zo is het", "asked": "EX113.necessary"}
    address = reverse("casework:review", args=[table.dossier.pk])
    answer = at(table.chair).post(address, typed)
    assert answer.status_code == REFUSED
    page = words(answer)
    assert f'name="left" value="{left}"' in page
    assert f'name="why_{left}" value="zo is het"' in page
    assert 'name="asked" value="EX113.necessary"' in page
    assert not Question.objects.exists()


def test_who_does_not_hear_a_record_does_not_hear_what_was_asked(
    table: Table, at: At
) -> None:
    police, care = table.seat("police"), table.seat("GGZ")
    typed = header() | line(1, LOADED) | {"hears": table.hears(police, "own")}
    left = left_in("casework:contribute", typed)
    typed |= {"left": left, f"why_{left}": "GEHEIM"}
    address = reverse("casework:contribute", args=[table.dossier.pk])
    assert at(police).post(address, typed).status_code == REDIRECTED
    told = Contribution.objects.get()
    page = reverse("dossiers:record", args=[table.dossier.pk, told.pk])
    assert "GEHEIM" in words(at(police).get(page))
    assert at(care).get(page).status_code == 404
