"""Conversations, findings, recommendations and the chain: used by everybody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.evaluation.models import Finding
from tests.browser.cast import Somebody, in_days
from tests.browser.tables import as_
from tests.evaluation.finding import Found

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def found() -> Found:
    return Found(timedelta(hours=3))


def to(found: Found, name: str, *more: object) -> str:
    return reverse(f"evaluation:{name}", args=[found.study.pk, *more])


def look_at(page: Page, site: str, axe: Look, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + address)
    assert axe(page) == [], address
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, address


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_researchers_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, found: Found, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    finding, talk = found.offered(), next(found.said("Dat herken ik.")).conversation
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, found.lead.user)
    number = finding.number
    for address in (
        to(found, "conversations"),
        to(found, "conversation-plan"),
        to(found, "conversation", talk.number),
        to(found, "findings"),
        to(found, "finding-add"),
        to(found, "finding", number),
        to(found, "evidence", number),
        to(found, "recommendations"),
        to(found, "recommend"),
    ):
        look_at(page, site, axe, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_partners_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, found: Found, scheme: Scheme
) -> None:
    """F67: what was offered, and the word of one's own organisation on it."""
    finding = found.offered()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, found.partner.user)
    for address in (
        to(found, "facts"),
        to(found, "check", finding.number),
        to(found, "recommendations"),
    ):
        look_at(page, site, axe, address)


def test_selected_words_of_a_line_become_a_coding(
    page: Page, site: str, found: Found
) -> None:
    """F65: as in a dossier; of words that stand there twice, the selected ones."""
    line = next(found.said("Bellen doen wij niet.\nBellen kost tijd."))
    code = found.code()
    as_(page, site, found.coder.user)
    page.goto(site + to(found, "conversation", 1))
    page.evaluate(
        """() => {
            const words = document.querySelector("[data-passage]").firstChild
            const range = document.createRange()
            const begins = words.data.lastIndexOf("Bellen")
            range.setStart(words, begins)
            range.setEnd(words, begins + 6)
            document.getSelection().removeAllRanges()
            document.getSelection().addRange(range)
        }"""
    )
    expect(page.locator("#id_words")).to_have_value("Bellen")
    expect(page.locator("#id_number")).to_have_value("1")
    page.select_option("#id_choice", str(code.pk))
    page.focus("#id_memo")
    with page.expect_navigation():
        page.locator("form[data-coding] button").press("Enter")
    expect(page.locator("#regel-1 q")).to_have_text("Bellen")
    assert line.codings.get().begins == (line.words or "").rindex("Bellen")


def test_a_finding_is_written_with_a_keyboard(
    page: Page, site: str, found: Found
) -> None:
    """F67: from the list to the finding, without a mouse."""
    as_(page, site, found.lead.user)
    page.goto(site + to(found, "finding-add"))
    page.locator("[name=subject]").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[name=goes]").first.focus()
    page.keyboard.press("Space")
    page.locator("[name=words]").focus()
    page.keyboard.type("Overdracht staat niet op papier (verzonnen).")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert Finding.objects.count() == 1


HEARD = "Wij dragen nooit over aan elkaar."
FOUND = "Begeleiders wisselen zonder overdracht (verzonnen)."
OTHERWISE = "Eén keer wel, in maart (verzonnen)."
BECAME = "Wij zochten het na en schreven het erbij (verzonnen)."
ADVICE = "Draag altijd over in een gesprek (verzonnen)."


class Around:
    """Everybody around one study, each at a screen of their own; each page they come
    at can be read by whoever does not see it, and is no wider than their screen."""

    def __init__(
        self, new_context: CreateContextCallback, site: str, axe: Look, found: Found
    ) -> None:
        self.found, self.axe = found, axe
        self.lead = Somebody(new_context().new_page(), site, found.lead.user, 320)
        self.partner = Somebody(new_context().new_page(), site, found.partner.user, 320)
        self.director = Somebody(new_context().new_page(), site, found.director.user)

    def look(self, who: Somebody) -> None:
        assert self.axe(who.page) == [], who.page.url
        wide = who.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= who.width, who.page.url

    def goes(self, who: Somebody, name: str, *more: object) -> Page:
        page = who.at(to(self.found, name, *more))
        self.look(who)
        return page

    def says(self, who: Somebody, name: str, *more: object, **said: object) -> None:
        self.goes(who, name, *more)
        for field, value in said.items():
            who.fill(field, value)
        who.sends()
        self.look(who)

    def converses(self) -> None:
        """Planned, agreed to by everybody, written down, and a line coded."""
        code = self.found.code()
        lead, page = self.lead, self.lead.page
        self.says(
            lead,
            "conversation-plan",
            held_on=in_days(0),
            about="Overdragen (verzonnen)",
            roles="wijkagent\ndocent",
            consent="U mag altijd stoppen (verzonnen).",
        )
        for _each in range(2):
            lead.press(".agreeing__form:has([type=date]) button >> nth=0")
        lead.press(".deeds .nl-button--primary")
        self.look(lead)
        lead.fill("text", f"wijkagent: {HEARD}\ndocent: Dat herken ik.")
        lead.sends()
        lead.press("#regel-1 a")
        self.look(lead)
        page.select_option("#id_choice", str(code.pk))
        lead.press("form[data-coding] button")
        expect(page.locator("#regel-1 .tag")).to_have_text(code.name or "")

    def finds(self) -> None:
        """Written, laid on what was heard, and offered."""
        lead, page = self.lead, self.lead.page
        self.says(
            lead, "finding-add", subject="cooperation", goes="better", words=FOUND
        )
        self.goes(lead, "evidence", 1)
        page.locator("[name=what]").select_option(index=1)
        lead.fill("speaks", "for")
        lead.sends()
        expect(page.locator(".carried")).to_contain_text(HEARD)
        self.says(lead, "findings", findings="1", check_by=in_days(9))

    def recommends(self) -> None:
        lead, page = self.lead, self.lead.page
        self.goes(lead, "recommend")
        page.select_option("[name=said_to]", label="politie")
        for name, value in (
            ("subject", "cooperation"),
            ("words", ADVICE),
            ("why", "Nu vertelt iemand alles opnieuw (verzonnen)."),
            ("rests_on", "1"),
        ):
            lead.fill(name, value)
        lead.sends()
        self.says(lead, "recommendations", recommendations="1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_was_overtaken_reads_the_other_and_keeps_what_was_typed(
    new_context: CreateContextCallback,
    site: str,
    axe: Look,
    found: Found,
    scheme: Scheme,
) -> None:
    """V14: also on a small screen and in the dark; sent once more, it stands."""
    number = found.finding().number
    first = Somebody(new_context().new_page(), site, found.lead.user)
    second = Somebody(new_context().new_page(), site, found.coder.user, 320)
    second.page.emulate_media(color_scheme=scheme)
    for each in (first, second):
        each.at(to(found, "finding-change", number))
    for each, words in ((first, FOUND), (second, OTHERWISE)):
        each.fill("words", words)
        each.press(".form__foot button")
    expect(second.page.locator(".theirs")).to_contain_text(FOUND)
    expect(second.page.locator("[name=words]")).to_have_value(OTHERWISE)
    assert axe(second.page) == []
    assert second.page.evaluate("document.documentElement.scrollWidth") <= 320
    second.sends()
    assert Finding.objects.get().words == OTHERWISE


def by_keyboard(page: Page, place: str, key: str = "") -> None:
    """There with the Tab key alone; and then a key."""
    for _each in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("each => document.activeElement.matches(each)", place):
            if key == "Enter":
                with page.expect_navigation():
                    page.keyboard.press(key)
            elif key:
                page.keyboard.press(key)
            return
    raise AssertionError(place)


def test_from_what_was_heard_to_what_is_answered(
    new_context: CreateContextCallback, site: str, axe: Look, found: Found
) -> None:
    """F65, F66, F67, N14: a whole way, each at their own screen; partners find theirs
    from their own page, with a keyboard alone."""
    around = Around(new_context, site, axe, found)
    lead, partner, page = around.lead, around.partner, around.partner.page
    around.converses()
    around.finds()

    partner.at("/")
    by_keyboard(page, f"a[href='{to(found, 'facts')}'].small", "Enter")
    around.look(partner)
    by_keyboard(page, f"a[href='{to(found, 'check', 1)}']", "Enter")
    around.look(partner)
    by_keyboard(page, "[name=says]")
    page.keyboard.press("ArrowDown")
    by_keyboard(page, "[name=words]")
    page.keyboard.type(OTHERWISE)
    by_keyboard(page, ".form__foot button", "Enter")
    around.says(around.director, "check", 1, says="right")

    around.goes(lead, "finding", 1)
    expect(lead.page.locator("main")).to_contain_text(OTHERWISE)
    lead.press("#feiten ~ .founds a >> nth=0")
    lead.fill("became", BECAME)
    lead.sends()
    lead.press("main form[action$='definitief/'] button")
    around.recommends()

    partner.at("/")
    around.look(partner)
    by_keyboard(page, f"a[href='{to(found, 'recommendations')}'].small", "Enter")
    around.look(partner)
    by_keyboard(page, f"a[href='{to(found, 'recommendation', 1)}']", "Enter")
    around.look(partner)
    by_keyboard(page, f"a[href='{to(found, 'respond', 1)}']", "Enter")
    around.look(partner)
    by_keyboard(page, "[name=says]", "Space")
    by_keyboard(page, "[name=on]")
    page.locator(":focus").fill(in_days(60).isoformat())
    by_keyboard(page, ".form__foot button", "Enter")
    partner.at("/")
    assert page.locator("a.small[href^='/evaluatie/']").count() == 0

    for who, reads in ((lead, True), (partner, False)):
        chain = around.goes(who, "chain", 1).locator("main")
        for words in (FOUND, ADVICE, "wij nemen dit over"):
            expect(chain).to_contain_text(words, ignore_case=True)
        assert (HEARD in chain.inner_text()) is reads
