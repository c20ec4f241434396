"""What is brought in: typed, sourced, limited in use, and closed when withdrawn."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.contributions import (
    allow_other_use,
    correct_contribution,
    record_contribution,
)
from expliciet.casework.models import Contribution, OtherUse, Statement
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Seat
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def header(**other: Any) -> Contribution:
    told: dict[str, Any] = {
        "source": "wijkagent (verzonnen)",
        "obtained": "gesprek op straat",
        "seen_on": timezone.localdate() - timedelta(days=1),
        "reliability": "direct",
    }
    return Contribution(**told | other)


def line(**other: Any) -> Statement:
    return Statement(**{"kind": "fact", "domain": "work", "text": "Hij werkt."} | other)


def bring(
    table: Table,
    by: Seat,
    *lines: Statement,
    circle: str = Circle.Kind.TABLE,
    **other: Any,
) -> Contribution:
    now = table.tick()
    return record_contribution(
        header(**other),
        lines or [line()],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


@pytest.mark.parametrize(
    "lacks",
    [
        {"kind": ""},
        {"kind": "opinion"},
        {"domain": ""},
        {"text": ""},
        {"kind": "hearsay"},
        {"text": "a" * 4_001},
        {"text": "a\0b"},
    ],
)
def test_a_line_without_type_or_origin_is_refused(lacks: dict[str, str]) -> None:
    """S11: nothing of the contribution is kept then."""
    table = Table()
    with pytest.raises(ValidationError):
        bring(table, table.seat("police"), line(), line(**lacks))
    assert not Contribution.objects.exists()
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    "lacks",
    [
        {"source": ""},
        {"obtained": ""},
        {"seen_on": None},
        {"seen_on": date(2999, 1, 1)},
        {"reliability": ""},
        {"ground": "duty"},
        {"ground": "other"},
    ],
)
def test_a_header_says_from_where_and_on_what_ground(lacks: dict[str, Any]) -> None:
    """S12: contributor, way of obtaining, day and reliability."""
    table = Table()
    with pytest.raises(ValidationError):
        bring(table, table.seat("police"), **lacks)


def test_the_database_itself_refuses_hearsay_from_nobody() -> None:
    table = Table()
    told = bring(table, table.seat("police"))
    bare = line(kind="hearsay", contribution=told, order=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        bare.save(force_insert=True)


@pytest.mark.parametrize("domain", ["ideas", "meaning"])
def test_belief_and_opinion_need_a_reason(domain: str) -> None:
    """S22: and there is no field for origin at all."""
    table = Table()
    police = table.seat("police")
    with pytest.raises(ValidationError) as wrong:
        bring(table, police, line(domain=domain))
    assert list(wrong.value.error_dict) == ["necessity"]
    bring(table, police, line(domain=domain), necessity="daarover gaat de dreiging")
    names = {field.name for field in Contribution._meta.get_fields()}
    assert not names & {"ethnicity", "origin", "religion", "nationality"}


def test_a_part_opens_with_what_was_passed_on_and_not_otherwise() -> None:
    """N26: row by row; the neighbour in the same circle stays shut."""
    table = Table()
    police = table.seat("police")
    passed, other = bring(table, police), bring(table, police)
    late = table.seat("GGZ")
    pass_on(passed, late.organisation, by=police, now=table.tick())
    with keyring():
        late.unlock(table.tick())
        assert passed.statements.get().text == "Hij werkt."
        with pytest.raises(Locked):
            _words = other.statements.get().text


def test_whoever_could_read_it_is_told_of_a_correction_and_a_recall() -> None:
    """S52: at once, and those to whom it was passed on included."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    told = bring(table, police)
    late = table.seat("GGZ")
    pass_on(told, late.organisation, by=police, now=table.tick())
    better = header()
    better.why_changed = "het was een ander"
    new = correct_contribution(
        better, [line(text="Zijn broer werkt.")], told, by=police, now=table.tick()
    )
    withdraw(new, "hoort hier niet", by=police, now=table.tick())
    for seat in (town, late):
        kinds = Notice.objects.filter(user=seat.user).values_list("kind", flat=True)
        assert {"corrected", "withdrawn"} <= set(kinds)
    for record in (told, new):
        record.refresh_from_db()
        assert record.is_withdrawn
        assert not record.is_readable_by(town)


def test_another_use_is_decided_by_whoever_brought_it_in() -> None:
    """S48, F71, I-31: about the text that stands, and for another use than it has."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    told = bring(table, police)

    def allow(about: Contribution, by: Seat, use: str = "order") -> OtherUse:
        other = OtherUse(of_contribution=about, use=use, asked_by="OM", why="nodig")
        return allow_other_use(other, by=by, now=table.tick())

    for seat in (town, table.chair):
        with pytest.raises(Refused):
            allow(told, seat)
    with pytest.raises(ValidationError):
        allow(told, police, use="table")
    assert allow(told, police).circle == told.circle
    better = header(use="table")
    better.why_changed = "typefout"
    new = correct_contribution(better, [line()], told, by=police, now=table.tick())
    with pytest.raises(ValidationError):
        allow(told, police)
    withdraw(new, "hoort hier niet", by=police, now=table.tick())
    with pytest.raises(ValidationError):
        allow(new, police)


def test_for_what_it_may_not_be_used_follows_from_its_mark() -> None:
    """N6: the wider the use, the less there is to say."""
    closed = [len(header(use=use).closed_to) for use in Contribution.Use.values]
    assert closed == [3, 2, 1, 0]
    assert [header(use=use).is_limited for use in Contribution.Use.values] == [
        True,
        True,
        True,
        False,
    ]
