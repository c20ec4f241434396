"""The timeline: a drawing and a table that say the same; turning back; differences."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle
from expliciet.web.dossiers.moments import spelled
from tests.casework.approach import level, step
from tests.factories import Table
from tests.web.casework.bringing import bring_in
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, words

pytestmark = pytest.mark.django_db

MARK = '<circle class="mark'


def page_of(table: Table, **asked: str) -> str:
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    return f"{detail}?{urlencode({'deel': 'tijdlijn'} | asked)}"


def test_the_drawing_and_the_table_say_the_same(table: Table, at: At) -> None:
    """F13: a mark for each line, and nothing that the strict policy would stop."""
    police = table.seat("police")
    bring_in(table, police)
    step(table, level(table))
    table.note(police, "een woord dat hier niet staat")
    page = words(at(police).get(page_of(table)))
    rows = page.split("<tbody>")[1].split("</tbody>")[0]
    assert page.count(MARK) == rows.count("<tr>") == 4
    assert 'role="img"' in page
    assert "<title id=" in page
    assert "<desc id=" in page
    assert "style=" not in page.split("<main")[1]
    assert "opschalen: ICO" in rows
    assert "een woord dat hier niet staat" not in page


@pytest.mark.engines
def test_what_one_does_not_hear_is_not_on_the_line(table: Table, at: At) -> None:
    """V4: no mark, no row and no step of the slider."""
    police, town = table.seat("police"), table.seat("municipality")
    client = at(town)

    def seen() -> tuple[int, str, str]:
        page = words(client.get(page_of(table)))
        last = re.search(r'name="stap"[^>]*max="(\d+)"', page)
        assert last
        return page.count(MARK), last[1], page.split('data-moments="')[1][:400]

    before = seen()
    kept = table.note(police, circle=Circle.Kind.OWN)
    assert seen() == before
    pass_on(kept, town.organisation, by=police, now=table.tick())
    assert seen()[0] == before[0] + 1


@pytest.mark.engines
def test_the_slider_turns_back_without_a_script(table: Table, at: At) -> None:
    """F18, N13: each step is a moment at which something changed; the last is now."""
    police = table.seat("police")
    first = table.note(police, "eerste")
    second = table.note(police, "tweede")
    client = at(police)
    page = words(client.get(page_of(table)))
    last = int(re.search(r'name="stap"[^>]*max="(\d+)"', page)[1])  # type: ignore[index]
    turn = reverse("casework:turn", args=[table.dossier.pk])
    now = client.get(turn, {"stap": last, "deel": "tijdlijn"})
    assert now["Location"] == page_of(table)
    back = client.get(turn, {"stap": last - 1, "deel": "beeld"})
    assert back.status_code == REDIRECTED
    assert spelled(first.recorded_at) in back["Location"].replace("%3A", ":")
    then = words(client.get(back["Location"]))
    assert first.reference in then
    assert second.reference not in then
    for wrong in ({"stap": "x"}, {"stap": "-1"}, {"stap": "1", "deel": "x"}):
        assert client.get(turn, wrong).status_code == 404
    for far in ({"stap": "9" * 40}, {}):
        assert client.get(turn, far)["Location"] == page_of(table)
    drawn = words(client.get(page_of(table, op=spelled(first.recorded_at))))
    assert second.reference not in drawn


@pytest.mark.engines
def test_between_two_moments_stands_what_came_changed_and_went(
    table: Table, at: At
) -> None:
    """F18, N13: and nothing that this seat does not hear."""
    police, town = table.seat("police"), table.seat("municipality")
    old = table.note(police, "oud")
    start = table.tick()
    came = table.note(police, "nieuw")
    hidden = table.note(police, circle=Circle.Kind.OWN)
    withdraw(old, "verwisseld", by=police, now=table.tick())
    between = table.tick()
    later = table.note(police, "later")
    client = at(town)
    address = reverse("casework:between", args=[table.dossier.pk])

    def parts(**asked: str) -> dict[str, str]:
        page = words(client.get(address, asked))
        names = ("came", "corrected", "withdrawn")
        split = [page.split(f'id="{name}-title"')[1] for name in names]
        return {
            name: rest.split("</section>")[0]
            for name, rest in zip(names, split, strict=True)
        }

    told = parts(van=spelled(start), tot=spelled(between))
    assert came.reference in told["came"]
    assert old.reference in told["withdrawn"]
    assert old.reference not in told["came"]
    for part in told.values():
        assert hidden.reference not in part
        assert later.reference not in part
    assert parts(van=spelled(between), tot=spelled(start)) == told
    assert client.get(address, {"van": "geen moment"}).status_code == 200
    ahead = spelled(table.now + timedelta(days=400))
    assert later.reference in parts(van=spelled(between), tot=ahead)["came"]


def test_the_timeline_costs_as_much_for_many_as_for_few(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(page_of(table)).status_code == 200
        return len(caught)

    table.note(police)
    asked()
    once = asked()
    for _ in range(6):
        bring_in(table, police)
    assert asked() == once
