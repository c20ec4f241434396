"""A meeting at three screens and with a guest: led, followed, read back, settled."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.accounts.models import User
from expliciet.casework.actions.attending import note_presence
from expliciet.casework.actions.meetings import hand_over_meeting
from expliciet.casework.actions.minutes import make_minutes
from expliciet.casework.models import Agreement, Established, Minutes, OpenPoint
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Record, Seat
from tests.browser.cast import PATIENCE, Somebody, in_days
from tests.browser.tables import as_
from tests.casework.meeting import Phase, on_roster, talking
from tests.casework.promises import agreed
from tests.casework.test_open_points import left_open
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL = 320
AT_ONCE = 6_000
"""Milliseconds in which another screen shows it: it looks every other second."""


def stated(*seats: Seat) -> None:
    for seat in seats:
        now = timezone.now()
        state_purpose(Opening(purpose="overleg voorbereiden"), by=seat, now=now)


def of(item: object, name: str) -> str:
    return reverse(f"casework:{name}", args=[item.dossier_id, item.pk])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_of_a_talk_can_be_used_by_everybody(
    page: Page,
    live_server: LiveServer,
    axe: Look,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    """T27: going on and waiting, a line taken apart, refused, read back, on paper."""
    site = str(live_server.url)
    table = Table(now=earlier_today())
    police = table.seat("police")
    item = talking(table, police, phase=Phase.AGREE)
    note_presence(item, [table.chair, police], by=table.chair, now=table.tick())
    agreed(table, police, table.chair)
    left_open(table, table.chair)
    (minutes,) = make_minutes(item, by=table.chair, now=table.tick())
    stated(table.chair)
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, table.chair.user)

    def looks_well() -> None:
        assert axe(page) == [], page.url
        page.set_viewport_size({"width": SMALL, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= SMALL, page.url
        page.set_viewport_size({"width": 1280, "height": 800})

    shown = reverse("casework:minutes", args=[item.dossier_id, minutes.pk])
    for address in (
        *(of(item, name) for name in ("beamer", "read-back", "table-sheet")),
        *(shown, of(item, "conduct")),
    ):
        page.goto(site + address)
        looks_well()
    page.fill("#id_line", "er wordt gebeld met de school")
    page.press("#id_line", "Enter")
    expect(page.locator(".entry__parts")).to_be_visible()
    looks_well()
    page.click(".entry__parts button[data-record]")
    expect(page.locator(".utrecht-form-field-error-message").first).to_be_visible()
    looks_well()


class Around:
    """Who leads, a deputy, the police, the youth worker; and a guest of the school."""

    def __init__(self, new_context: CreateContextCallback, site: str) -> None:
        self.table = table = Table(now=earlier_today())
        self.seats = {
            "chair": table.chair,
            "deputy": table.substitute,
            "police": table.seat("police"),
            "youth": table.seat("jeugdwerk"),
        }
        self.guest = table.guest()
        stated(*self.seats.values())
        self.item = on_roster(table, *self.seats.values(), self.guest)
        note = [*self.seats.values(), self.guest]
        note_presence(self.item, note, by=table.chair, now=table.tick())
        self.people = {}
        for name, seat in self.seats.items():
            assert isinstance(seat.user, User)
            self.people[name] = Somebody(new_context().new_page(), site, seat.user)

    def at(self, name: str, where: str = "conduct") -> Page:
        return self.people[name].at(of(self.item, where))

    def page(self, name: str) -> Page:
        return self.people[name].page

    def types(self, name: str, line: str) -> None:
        """A line, looked at, said to the whole table, and recorded."""
        page = self.page(name)
        page.fill("#id_line", line)
        page.press("#id_line", "Enter")
        expect(page.locator(".entry__parts")).to_be_visible()
        page.check("input[name=hears][value^='table']")
        with page.expect_navigation():
            page.click(".entry__parts button[data-record]")
        expect(page.locator("#id_line")).to_be_visible()

    def sees(self, name: str, record: Record) -> None:
        """As it comes, without anything that this person does."""
        growing = self.page(name).locator("#growing")
        expect(growing).to_contain_text(record.reference, timeout=AT_ONCE)


@pytest.fixture
def around(new_context: CreateContextCallback, live_server: LiveServer) -> Around:
    return Around(new_context, str(live_server.url))


def test_three_people_and_a_guest_from_the_first_word_to_the_last(
    around: Around,
) -> None:
    """F44-F46, F48, F53, N16, N21, N23, S23: nothing typed twice, nothing lost."""
    led_and_followed(around)
    nobodys_typing_is_overwritten(around)
    a_connection_that_drops(around)
    another_chair_halfway(around)
    read_back_and_established(around)


def led_and_followed(around: Around) -> None:
    """What the chair records stands on the other screens at once, and is accepted."""
    chair = around.at("chair")
    around.at("youth")
    with chair.expect_navigation():
        chair.click(".talk__lead button >> nth=0")
    police = around.at("police")
    with chair.expect_navigation():
        chair.click("button.phases__go[value=agree]")
    name = around.seats["police"].who
    day = in_days(9)
    around.types(
        "chair",
        f"{name} belt school vóór {day:%d-%m-%Y} over het rooster, "
        "klaar als er een gesprek gepland is",
    )
    made = Agreement.objects.get()
    assert (made.owner, made.due_on) == (around.seats["police"], in_days(8))
    around.sees("police", made)
    around.sees("youth", made)
    police.click(f"[id='{made.reference}'] .pledge__deeds button >> nth=0")
    there = police.locator(f"[id='{made.reference}']")
    expect(there).to_contain_text("Akkoord", timeout=AT_ONCE)
    assert police.url.endswith(of(around.item, "conduct"))
    lacks = chair.locator("#growing .growing__whole")
    expect(lacks).to_be_visible(timeout=AT_ONCE)


def nobodys_typing_is_overwritten(around: Around) -> None:
    """Two at once: each in their own line, and both are recorded."""
    police, words = around.at("police"), "idee: een maatje van de club (verzonnen)"
    police.fill("#id_line", words)
    around.types("chair", "besluit: wij schalen niet op (verzonnen)")
    point = OpenPoint.objects.get()
    around.sees("police", point)
    expect(police.locator("#id_line")).to_have_value(words)
    around.types("police", words)
    idea = Record.objects.get(kind="idea")
    around.sees("chair", idea)


def a_connection_that_drops(around: Around) -> None:
    """What is typed stays, the page says so, and catches up by itself."""
    youth, words = around.page("youth"), "verwacht van politie: belt terug (verzonnen)"
    youth.reload()
    youth.fill("#id_line", words)
    youth.context.set_offline(True)
    expect(youth.locator("[data-lost]")).to_be_visible(timeout=PATIENCE)
    around.types("chair", "idee: eerst naar de sportclub bellen (verzonnen)")
    newest = Record.objects.filter(kind="idea").latest("recorded_at")
    youth.context.set_offline(False)
    expect(youth.locator("#growing")).to_contain_text(
        newest.reference, timeout=PATIENCE
    )
    expect(youth.locator("[data-lost]")).to_be_hidden()
    expect(youth.locator("#id_line")).to_have_value(words)


def another_chair_halfway(around: Around) -> None:
    """In one act: from then on the deputy leads, and the first one follows."""
    table, deputy = around.table, around.seats["deputy"].user
    assert deputy is not None
    meeting = around.item.meeting
    hand_over_meeting(meeting, deputy, deputy, by=table.director, now=timezone.now())
    assert around.at("chair").locator(".talk__lead").count() == 0
    page = around.at("deputy")
    point = OpenPoint.objects.get()
    page.click(f"#growing .settle__how:has-text('{point.reference}') summary")
    page.fill(f"#why-{point.reference}", "dat besluit stond er al (verzonnen)")
    with page.expect_navigation():
        page.click(f"#growing .settle__how:has-text('{point.reference}') form button")
    assert not OpenPoint.objects.open().exists()


def read_back_and_established(around: Around) -> None:
    """Everybody at the table says that it is so; then they stand."""
    page = around.at("deputy")
    with page.expect_navigation():
        page.click(".talk__lead button >> nth=0")
    assert page.url.endswith("/teruglezen/")
    with page.expect_navigation():
        page.click("button[name=deed][value=all]")
    minutes = Minutes.objects.current().get()
    said = set(minutes.receipts.values_list("seat", flat=True))
    assert said >= {around.guest.pk, *(seat.pk for seat in around.seats.values())}
    page = around.at("deputy")
    with page.expect_navigation():
        page.click(".talk__lead button >> nth=0")
    shown = reverse("casework:minutes", args=[minutes.dossier_id, minutes.pk])
    page = around.people["deputy"].at(shown)
    with page.expect_navigation():
        page.click("form[action$='/vaststellen/'] button")
    assert Established.objects.get().minutes_id == minutes.pk
    youth = around.people["youth"].at(shown)
    expect(youth.locator(".minutes__state")).to_contain_text("Vastgesteld")
