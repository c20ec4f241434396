"""Bringing in and reading back, by people in front of a screen (all of it made up)."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.casework.models import Contribution, Factor, Statement
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Draft, Opening, Seat
from tests.factories import Table, earlier_today
from tests.signing_in import sign_in
from tests.web.casework.bringing import bring_in, fact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
A_KEY, A_THOUGHT = 0.28, 1.35
"""Seconds: a stroke of somebody who types 40 words a minute, and making up one's mind
(Card, Moran and Newell's keystroke-level model)."""
THREE_MINUTES = 180

SAID = (
    ("f", "wo", "Hij woont weer bij zijn moeder."),
    ("f", "ge", "Zijn zus belt elke dag met hem."),
    ("v", "ge", "Hij zou ruzie met haar hebben."),
    ("f", "we", "Hij werkt drie dagen per week."),
    ("f", "we", "Op vrijdag kwam hij niet opdagen."),
    ("i", "we", "Dat werk houdt hij niet vol."),
    ("f", "in", "De huur van mei is niet betaald."),
    ("f", "vr", "Hij is lid van een nieuwe groep."),
    ("f", "gedr", "Hij plakte drie stickers."),
    ("i", "gezo", "Hij slaapt slecht sinds april."),
)


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table with something brought in, something withdrawn, and a factor."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        self.police = table.seat("police")
        table.seat("municipality")
        self.told = bring_in(
            table,
            self.police,
            fact("Hij plakte drie stickers. " + "a" * 90),
            Statement(
                kind="hearsay", domain="family", text="Hij is boos.", heard_from="zus"
            ),
            Statement(kind="estimate", domain="family", text="Het gaat slechter."),
        )
        gone = bring_in(table, self.police, fact("Verwisseld."))
        withdraw(gone, "verwisseld", by=self.police, now=table.tick())
        self.factor = Factor.objects.filter(list__is_ours=True).earliest("code")

    def of(self, name: str, *about: object) -> str:
        return reverse(name, args=[self.table.dossier.pk, *about])

    @property
    def pages(self) -> list[str]:
        told = self.told.pk
        return [
            self.of("dossiers:detail"),
            f"{self.of('dossiers:detail')}?leefgebied=family",
            self.of("dossiers:record", told),
            self.of("casework:contribute"),
            self.of("casework:correct-contribution", told),
            self.of("casework:other-use", told),
            self.of("casework:factors"),
            self.of("casework:read-factor", self.factor.pk),
            self.of("casework:assess"),
        ]


@pytest.fixture
def case() -> Case:
    return Case()


def as_(page: Page, site: str, seat: Seat) -> Page:
    assert seat.user
    cookie = sign_in(Client(), seat.user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
    )
    opening = Opening(purpose="overleg voorbereiden")
    state_purpose(opening, by=seat, now=timezone.now())
    return page


class Typist:
    """Somebody at a keyboard, who counts strokes and thoughts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strokes = self.letters = self.thoughts = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.strokes += 1

    def choose(self, letters: str) -> None:
        self.thoughts += 1
        self.press(*letters)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.letters += len(words)

    @property
    def seconds(self) -> float:
        return (self.strokes + self.letters) * A_KEY + self.thoughts * A_THOUGHT


def test_ten_statements_by_keyboard_in_under_three_minutes(
    page: Page, site: str, case: Case
) -> None:
    """F3, F14: a first-time user; no mouse, and Ctrl+Enter to record."""
    as_(page, site, case.police)
    page.goto(site + case.of("casework:contribute"))
    page.focus("[name=source]")
    typist = Typist(page)
    typist.write("wijkagent Duin")
    typist.press("Tab")
    typist.write("huisbezoek")
    typist.press("Tab")
    typist.choose(timezone.localdate().strftime("%m%d%Y"))
    typist.press("Tab", "Tab")
    typist.choose("z")
    typist.press("Tab", "Tab", "Tab")
    for number, (kind, domain, words) in enumerate(SAID, 1):
        typist.choose(kind)
        typist.press("Tab")
        typist.choose(domain)
        typist.press("Tab")
        typist.write(words)
        typist.press("Tab")
        if kind == "v":
            typist.write("zijn tante")
            typist.press("Tab")
        if 3 <= number < len(SAID):
            typist.press("Enter")
            expect(page.locator(f"[name=kind_{number + 1}]")).to_be_focused()
    typist.press("Tab", "ArrowDown")
    typist.thoughts += 1
    page.check("[name=hears][value^=table]")
    typist.press("Control+Enter")
    expect(page.locator("#inbreng")).to_be_visible()
    told = Contribution.objects.latest("recorded_at")
    assert [line.kind[0] for line in told.statements.all()] == [
        {"f": "f", "v": "h", "i": "e"}[kind] for kind, _domain, _words in SAID
    ]
    domains = [line.domain for line in told.statements.all()]
    assert domains == [
        *("living", "family", "family", "work", "work", "work", "money"),
        *("network", "conduct", "health"),
    ]
    print(
        f"\nten statements: {typist.letters} letters, {typist.strokes} other strokes, "
        f"{typist.thoughts} choices: {typist.seconds:.0f} s"
    )
    assert typist.strokes <= 120
    assert typist.seconds < THREE_MINUTES


def kept_with(words: str) -> Callable[[Response], bool]:
    """A draft was kept with these words in it."""

    def is_kept(answer: Response) -> bool:
        sent = answer.request.post_data or ""
        return "/concept/" in answer.url and words in sent

    return is_kept


def test_the_checker_asks_under_a_line_and_one_key_leaves_it(
    page: Page, site: str, case: Case
) -> None:
    """F86, N25: never in the way; what was left is not asked again; a draft is kept."""
    as_(page, site, case.police)
    page.goto(site + case.of("casework:contribute"))
    page.select_option("[name=kind_1]", "fact")
    page.locator("[name=text_1]").press_sequentially("Hij is gevaarlijk.")
    asking = page.locator("#question_1 .asking:not(.asking--left)")
    expect(asking).to_contain_text("Wat is er gezien", timeout=5000)
    assert page.locator("#question_1").get_attribute("aria-live") == "polite"
    expect(page.locator("[name=text_1]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(asking).to_have_count(0)
    why = page.locator("#question_1 .asking__why input")
    expect(why).to_be_visible(timeout=5000)
    why.fill("zo zei de burgemeester het")
    page.click("text=Nog een regel")
    expect(page.locator("[name=kind_4]")).to_be_focused()
    with page.expect_response(kept_with("Vierde+regel.")):
        page.locator("[name=text_4]").press_sequentially("Vierde regel.")
    expect(page.locator(".draft")).to_contain_text("Concept", timeout=6000)
    expect(asking).to_have_count(0)
    page.reload()
    expect(page.locator("[name=text_4]")).to_have_value("Vierde regel.")
    expect(why).to_have_value("zo zei de burgemeester het", timeout=5000)
    page.locator("[name=text_1]").press_sequentially(" ")
    page.wait_for_timeout(1500)
    expect(asking).to_have_count(0)
    page.click("#question_1 .asking__again")
    expect(asking).to_contain_text("Wat is er gezien", timeout=5000)


def test_what_is_not_asked_does_not_stand_there(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.police)
    page.goto(site + case.of("casework:contribute"))
    for field, asks, answer in (
        ("heard_from_1", "kind_1", "hearsay"),
        ("necessity", "domain_2", "ideas"),
        ("ground_words", "ground", "conflict"),
    ):
        expect(page.locator(f"[name={field}]")).to_be_hidden()
        page.select_option(f"[name={asks}]", answer)
        expect(page.locator(f"[name={field}]")).to_be_visible()


def test_a_line_more_without_a_script(
    new_context: CreateContextCallback, site: str, case: Case
) -> None:
    page = as_(new_context(java_script_enabled=False).new_page(), site, case.police)
    page.goto(site + case.of("casework:contribute"))
    page.fill("[name=source]", "buurvrouw")
    page.fill("[name=text_1]", "Eerste regel.")
    page.click("text=Nog een regel")
    expect(page.locator("[name=text_1]")).to_have_value("Eerste regel.")
    expect(page.locator("[name=source]")).to_have_value("buurvrouw")
    page.fill("[name=obtained]", "gesprek")
    page.fill("[name=seen_on]", timezone.localdate().isoformat())
    page.select_option("[name=reliability]", "direct")
    for number, words in ((1, "Eerste regel."), (4, "Vierde regel.")):
        page.select_option(f"[name=kind_{number}]", "fact")
        page.select_option(f"[name=domain_{number}]", "work")
        page.fill(f"[name=text_{number}]", words)
    page.check("[name=hears][value^=table]")
    page.click("[data-record]")
    expect(page.get_by_text("Vierde regel.")).to_be_visible()
    assert not Draft.objects.exists()


def test_a_statement_takes_its_mark_along(page: Page, site: str, case: Case) -> None:
    """N6, F71: copied, and on paper."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    as_(page, site, case.police)
    page.goto(site + case.of("dossiers:detail"))
    said = page.locator(".statement__text").first
    expect(page.locator(".closed-to").first).to_be_hidden()
    said.evaluate(
        "each => getSelection().selectAllChildren(each)",
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert case.told.reference in copied
    assert "Mag niet worden gebruikt voor" in copied
    page.emulate_media(media="print")
    expect(page.locator(".closed-to").first).to_be_visible()


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_can_be_used_by_everybody(
    page: Page,
    site: str,
    axe: Look,
    case: Case,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    """T27: and nothing is wider than a small screen."""
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.police)
    for address in case.pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(site + address)
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address
    page.goto(site + case.of("casework:contribute"))
    page.click("[data-record]")
    expect(page.locator(".line__error, [id$=_error]").first).to_be_visible()
    assert axe(page) == [], "refused"
