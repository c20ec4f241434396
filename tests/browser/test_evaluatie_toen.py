"""F63, F69: a dossier of a study as it was known then; and words found back in it."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.evaluation.models import Coding, StudyText
from tests.browser.tables import as_
from tests.evaluation.coding import Coders

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
LATER = "Pas later bleek de schuld (verzonnen)."
LINES = "Eerst \U0001f600 dit.\r\nDaarna ging het mis.\r\nEn weer ging het mis."


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Room(Coders):
    """A decision, a text of several lines, what came later, and a scaling."""

    def __init__(self) -> None:
        super().__init__(timedelta(days=2))
        hour = timedelta(hours=1)
        self.adds(2, "Besluit: eerst met moeder praten.", hour, "decision")
        self.lines = self.adds(3, LINES, 2 * hour)
        self.adds(4, LATER, 3 * hour)
        self.adds(5, "Opschalen naar het casusoverleg.", 4 * hour, "scaling")

    def adds(
        self, number: int, said: str, after: timedelta, kind: str = "note"
    ) -> StudyText:
        at = self.now + after
        return StudyText.objects.create(
            study_dossier=self.dossier,
            record_id=self.table.note(self.police, "Nog iets.", now=at).pk,
            number=number,
            kind=kind,
            recorded_at=at,
            voice="politie-1",
            words=said,
            heard=f'[["politie-1", "{at.isoformat()}"]]',
        )

    @property
    def page(self) -> str:
        return reverse("evaluation:dossier", args=[self.study.pk, self.dossier.number])


def in_english(page: Page, site: str, room: Room) -> None:
    page.context.add_cookies([{"name": "taal", "value": "en", "url": site}])
    as_(page, site, room.coder.user)


@pytest.mark.parametrize("light", ["light", "dark"])
def test_any_moment_can_be_read_on_every_screen(
    page: Page, site: str, axe: Look, light: Literal["light", "dark"]
) -> None:
    """Axe, the dark, 320 pixels: then, what came later, and when one is done."""
    room = Room()
    room.gives(room.coder, memo="geen overdracht")
    room.gives(room.coder, "vaste begeleider meer")
    in_english(page, site, room)
    page.emulate_media(color_scheme=light, reduced_motion="reduce")

    def is_fine(name: str) -> None:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            if kept := os.environ.get("PICTURES"):
                picture = Path(kept) / f"{name}-{light}-{width}.png"
                page.screenshot(path=picture, full_page=True)
            assert axe(page) == [], name
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, name

    page.goto(f"{site}{room.page}?moment=2")
    is_fine("toen")
    page.goto(f"{site}{room.page}?moment=2&rol=politie-1&later=ja")
    is_fine("later")
    page.get_by_role("button", name="I am done with it").click()
    is_fine("klaar")


def test_one_walks_by_keyboard_and_what_came_later_is_not_in_the_page(
    page: Page, site: str
) -> None:
    """F69: from decision to decision; later only when one asks for it."""
    room = Room()
    in_english(page, site, room)
    page.goto(f"{site}{room.page}?moment=5")
    steps = page.get_by_role("navigation", name="From decision to decision")
    steps.get_by_role("link", name="Decision before").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("?moment=2")
    assert LATER not in page.content()
    page.get_by_role("link", name="Show what came later").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text(LATER)).to_be_visible()


def test_the_second_of_two_alike_is_coded_where_it_was_selected(
    page: Page, site: str
) -> None:
    """F63: behind a smiley and ends of lines, that a browser counts otherwise."""
    room = Room()
    in_english(page, site, room)
    page.goto(site + room.page)
    page.evaluate(
        """() => {
          const node = document.querySelector('[data-passage="3"]').firstChild
          const begins = node.data.lastIndexOf("ging het mis")
          const range = document.createRange()
          range.setStart(node, begins)
          range.setEnd(node, begins + "ging het mis".length)
          document.getSelection().removeAllRanges()
          document.getSelection().addRange(range)
        }"""
    )
    expect(page.locator("#id_words")).to_have_value("ging het mis")
    page.locator("#id_choice").select_option(str(room.word.pk))
    with page.expect_navigation():
        page.get_by_role("button", name="Code this").click()
    coding = Coding.objects.get(text=room.lines)
    begins = LINES.rindex("ging het mis")
    assert (coding.begins, coding.ends) == (begins, begins + len("ging het mis"))
    expect(page.locator("#tekst-3 mark")).to_have_text("ging het mis")


def test_without_javascript_one_types_the_words(browser: Browser, site: str) -> None:
    """F63: and is asked for more where they stand twice; nothing typed is lost."""
    room = Room()
    page = browser.new_context(java_script_enabled=False).new_page()
    in_english(page, site, room)
    page.goto(f"{site}{room.page}?tekst=3")
    page.locator("#id_words").fill("ging het mis")
    page.locator("#id_choice").select_option(str(room.word.pk))
    page.get_by_role("button", name="Code this").click()
    expect(page.get_by_text("stand there more than once").first).to_be_visible()
    expect(page.locator("#id_words")).to_have_value("ging het mis")
    page.locator("#id_words").fill("Daarna ging het mis")
    page.get_by_role("button", name="Code this").click()
    expect(page.locator("#tekst-3 mark")).to_have_text("Daarna ging het mis")
    page.context.close()
