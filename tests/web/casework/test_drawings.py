"""Who is who as a drawing, and the plan on an axis of time; with the same in words."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.casework.actions.plan import record_result
from expliciet.casework.models import Result
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Person, Seat
from tests.factories import Table
from tests.web.casework.deciding import (
    INTRUDES,
    a_goal,
    an_exit,
    core,
    in_days,
    plan,
    the_plan,
)
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import words

pytestmark = pytest.mark.django_db


def person(table: Table, by: Seat, circle: str = "table", **said: str) -> Person:
    now = table.tick()
    told = Person(**said)
    return record_person(told, by=by, circle=circle_for(by, circle, now), now=now)


def picture(table: Table, at: At, seat: Seat) -> str:
    return words(at(seat).get(reverse("dossiers:detail", args=[table.dossier.pk])))


def test_the_network_is_drawn_and_told_in_a_table(table: Table, at: At) -> None:
    """F16, S53: a third party with the necessity; nobody is larger or nearer."""
    town = table.seat("municipality")
    person(table, town, role="subject", name="Verzonnen Persoon")
    assert "drawing__network" not in picture(table, at, town)
    person(table, town, role="family", name="Zus Verzonnen", close_link="zijn zus")
    person(
        table,
        town,
        role="third_party",
        name="Coach Verzonnen",
        close_link="traint hem",
        necessity="ziet hem elke dag",
    )
    page = picture(table, at, town)
    assert "<figcaption" in page
    assert page.count('<rect x="1" y="1" width="334" height="50"') == 2
    drawn, _svg, table_of = page.partition("Het netwerk als tabel")
    assert "Coach Verzonnen</text>" in drawn
    assert "ziet hem elke dag" in table_of.partition("</table>")[0]


def test_nobody_is_drawn_whom_one_does_not_hear_of(table: Table, at: At) -> None:
    town, care = table.seat("municipality"), table.seat("GGZ")
    person(table, town, role="family", name="Zus Verzonnen")
    person(table, town, "own", role="family", name="GEHEIM")
    gone = person(table, town, role="family", name="VERWISSELD")
    withdraw(gone, "verwisseld", by=town, now=table.tick())
    page = picture(table, at, care)
    assert "Zus Verzonnen</text>" in page
    assert "GEHEIM" not in page
    assert "VERWISSELD</text>" not in picture(table, at, town)


def test_the_plan_stands_on_an_axis_of_time(table: Table, at: At) -> None:
    """F32: a bar for each intervention; the table says the same in words."""
    seats = core(table)
    client = at(table.chair)
    assert "drawing__plan" not in the_plan(client, table)
    an_exit(table)
    goal = a_goal(table, seats[0])
    first = plan(table, goal, seats[1])
    plan(table, goal, seats[1], **INTRUDES)
    page = the_plan(client, table)
    assert page.count('class="bar bar--goes-on"') == 1
    assert page.count('class="bar bar--waits"') == 1
    assert f">{first.reference}</text>" in page
    came = Result(of_intervention=first, came="reached", why="hij werkt")
    record_result(came, by=seats[1], now=table.tick())
    assert page.count("<figcaption") == 1
    assert 'class="bar bar--ended" fill="url(#ended)"' in the_plan(client, table)


def test_a_bar_is_as_long_as_it_goes_on(table: Table) -> None:
    from expliciet.web.casework.axis import draw_plan
    from expliciet.web.dossiers.entries import Entry

    seats = core(table)
    an_exit(table)
    goal = a_goal(table, seats[0])
    lasts: dict[int, date] = {10: in_days(10), 40: in_days(40)}
    made = [
        plan(table, goal, seats[1], starts_on=in_days(0), review_on=day)
        for day in lasts.values()
    ]
    now = timezone.now()
    found = [
        Entry(
            each,
            each,
            seats[1],
            now,
            more={
                "results": [],
                "earlier_days": [each.review_on],
                "waits_for_approval": False,
            },
        )
        for each in made
    ]
    axis = draw_plan(found, now + timedelta(days=1))
    assert axis is not None
    short, long = axis.bars
    assert short.width * 3 < long.width < short.width * 5
    assert short.x == long.x
    assert short.earlier == [short.x + short.width]
    assert axis.now_x > short.x
    assert draw_plan([], now) is None
