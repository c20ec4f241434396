"""The Verslagcheck as people meet it: with a keyboard, on paper, on a small screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Request, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

TEXT = "De wijkagent gaat zo snel mogelijk langs.\n\nIedereen is het eens.\n"
PAGES = ["/", "/verslagcheck/", "/verslagcheck/uitleg/", "/nee"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


Look = Callable[[Page], list[str]]


def answer(page: Page, name: str, words: str) -> None:
    page.fill(f"#answer-{name}", words)
    page.press(f"#answer-{name}", "Enter")


def check(page: Page, text: str = TEXT) -> None:
    page.fill("#id_text", text)
    page.click("text=Stel de vragen")
    expect(page.locator("#answer-title")).to_contain_text("bij deze tekst")


# --- seen by everybody --------------------------------------------------------------


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_and_state_can_be_used_by_everybody(
    page: Page,
    site: str,
    axe: Look,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for address in PAGES:
        page.goto(site + address)
        assert axe(page) == [], address
    page.goto(site)
    answer(page, "owner", "Marieke (wijkteam)")
    expect(page.locator(".line--settled")).to_have_count(1)
    assert axe(page) == [], "half repaired"
    page.click("button[name=fill]")
    expect(page.locator(".line--settled")).to_have_count(5)
    assert axe(page) == [], "repaired"
    page.click("button[value=owner]")
    answer(page, "owner", "men")
    expect(page.locator("#advice-owner")).to_be_visible()
    assert axe(page) == [], "no answer"
    page.fill("#id_text", TEXT * 4)
    expect(page.locator(".question").first).to_be_visible()
    page.click(".rest > summary")
    assert axe(page) == [], "questions"
    page.goto(f"{site}/verslagcheck/")
    page.set_input_files(
        "#id_file", {"name": "x.png", "mimeType": "", "buffer": b"\x89PNG"}
    )
    expect(page.locator("[role=alert]")).to_be_visible()
    assert axe(page) == [], "refused"


@pytest.mark.parametrize("address", [*PAGES, "result"])
def test_nothing_is_wider_than_a_small_screen(
    page: Page, site: str, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    if address == "result":
        page.goto(f"{site}/verslagcheck/")
        check(page, f"{TEXT}\n{'a' * 200}\n")
    else:
        page.goto(site + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_to_press_is_large_enough(page: Page, site: str) -> None:
    page.goto(site)
    answer(page, "owner", "Marieke (wijkteam)")
    expect(page.locator(".line--settled")).to_have_count(1)
    check(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, textarea')]
            .filter(e => e.offsetParent && !e.matches('.out-of-sight, [type=hidden]'))
            .filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24)
            .map(e => e.outerHTML)"""
    )
    assert small == []


def test_where_one_stands_can_be_seen(page: Page, site: str) -> None:
    page.goto(site)
    for _ in range(12):
        page.keyboard.press("Tab")
        width = page.evaluate(
            "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
        )
        assert width >= 2, page.evaluate("document.activeElement.outerHTML")


def test_on_paper_there_is_nothing_to_press(page: Page, site: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    page.emulate_media(media="print")
    for hidden in (".house__habits", ".hand-in", ".filter", ".answer__head button"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator(".paper")).to_have_count(2)
    expect(page.locator(".paper").first).to_be_visible()
    desk = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert desk == "rgb(255, 255, 255)"


def test_on_paper_stands_the_text_and_then_every_question_in_order(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.fill("#id_text", "De wijkagent gaat zo snel mogelijk langs.\n" * 8)
    expect(page.locator("#answer-title")).to_contain_text("bij deze tekst")
    page.emulate_media(media="print")
    for hidden in (".opening", ".example", ".own", ".rest", ".question"):
        expect(page.locator(hidden).first).to_be_hidden()
    numbers = page.locator(".paper").evaluate_all("all => all.map(e => e.value)")
    assert numbers == sorted(numbers)
    assert len(numbers) == page.locator(".text .gap__number").count() > 5
    for place in page.locator(".paper").all():
        expect(place).to_be_visible()


def test_the_whole_text_stands_there_and_the_questions_come_along(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(f"{site}/verslagcheck/")
    check(page, "De wijkagent gaat zo snel mogelijk langs.\n\n" * 30)
    whole = "e => e.scrollHeight <= e.clientHeight + 1"
    assert page.locator(".reading__text").evaluate(whole)
    page.locator("#plek-29").scroll_into_view_if_needed()
    expect(page.locator(".question").first).to_be_in_viewport()


def test_a_file_too_large_is_refused_in_the_same_words_and_place(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.evaluate("document.querySelector('form#minutes').dataset.atMost = 10")
    page.set_input_files(
        "#id_file", {"name": "x.txt", "mimeType": "", "buffer": b"a" * 11}
    )
    expect(page.locator("#answer [role=alert]")).to_contain_text("te groot")
    expect(page.locator("#answer .empty")).to_have_count(0)


def test_not_a_word_goes_to_another_place(page: Page, site: str) -> None:
    asked: list[str] = []

    def listen(request: Request) -> None:
        asked.append(request.url)

    page.on("request", listen)
    page.goto(site)
    check(page)
    page.goto(f"{site}/verslagcheck/uitleg/")
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert all("wijkagent" not in url for url in asked)


# --- the example --------------------------------------------------------------------


def test_the_example_is_repaired_by_keyboard_alone(page: Page, site: str) -> None:
    page.goto(site)
    while page.evaluate("document.activeElement.id") != "answer-owner":
        page.keyboard.press("Tab")
    for words in (
        "Marieke (wijkteam)",
        "donderdag 3 december",
        "zijn zus (28 november)",
        "er sinds 1 oktober geen incident was",
        "hij slaapt nog maar drie uur per nacht",
    ):
        before = page.locator(".line--settled").count()
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(page.locator(".line--settled")).to_have_count(before + 1)
    expect(page.locator("#example-left")).to_be_focused()
    expect(page.locator("#example-left")).to_contain_text("Geen vraag meer open")
    expect(page.locator("#line-5 .line__said")).to_have_text(
        "Nu staat er: De wijkagent gaat donderdag 3 december bij hem langs."
    )


def test_before_and_after_stand_side_by_side(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site)
    answer(page, "owner", "Marieke (wijkteam)")
    line = page.locator("#line-4")
    expect(line.locator(".line__said")).to_be_visible()
    was = line.locator(".line__was").bounding_box()
    now = line.locator(".line__now").bounding_box()
    assert was
    assert now
    assert now["y"] == was["y"]
    assert now["x"] >= was["x"] + was["width"] - 1


def test_a_vague_answer_is_asked_about_again(page: Page, site: str) -> None:
    page.goto(site)
    answer(page, "date", "binnenkort")
    expect(page.locator("#answer-date")).to_be_focused()
    expect(page.locator("#answer-date")).to_have_value("binnenkort")
    expect(page.locator("#example-left")).to_contain_text("5 vragen open")


def test_a_style_that_a_browser_left_behind_is_not_carried_over(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.evaluate("document.getElementById('answer-date').style.color = 'red'")
    page.evaluate("document.getElementById('answer-date').style.color = ''")
    answer(page, "owner", "Marieke (wijkteam)")
    expect(page.locator(".line--settled")).to_have_count(1)
    expect(page.locator("#answer-date")).not_to_have_attribute("style", "")


def test_an_empty_answer_keeps_the_focus_where_it_was(page: Page, site: str) -> None:
    page.goto(site)
    page.click("#line-11 .blank button")
    expect(page.locator("#advice-dissent")).to_have_text("Vul eerst iets in.")
    expect(page.locator("#answer-dissent")).to_be_focused()
    answer(page, "date", "")
    expect(page.locator("#advice-date")).to_have_text("Vul eerst iets in.")
    expect(page.locator("#answer-date")).to_be_focused()


def test_an_answer_can_be_changed(page: Page, site: str) -> None:
    page.goto(site)
    answer(page, "date", "donderdag 3 december")
    page.click("button[name=reopen]")
    expect(page.locator("#answer-date")).to_be_focused()
    expect(page.locator("#answer-date")).to_have_value("donderdag 3 december")


# --- one's own minutes ----------------------------------------------------------------


def test_a_text_is_read_while_it_is_typed(page: Page, site: str) -> None:
    """F86: hints of what stays implicit come while one types."""
    page.goto(site)
    page.locator("#id_text").press_sequentially("Wij gaan zo snel mogelijk langs.")
    expect(page.locator(".question").first).to_be_visible()
    expect(page.locator("#said")).to_contain_text("bij deze tekst")
    expect(page.locator("#id_text")).to_be_focused()


def test_a_number_leads_to_the_question_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    page.click("#plek-1")
    expect(page.locator("#vraag-1")).to_be_in_viewport()
    page.click("#vraag-1 .question__number")
    expect(page.locator("#plek-1")).to_be_in_viewport()


def test_one_phenomenon_can_be_shown_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    page.click(".chip >> text=vage tijd")
    expect(page.locator(".question")).to_have_count(1)
    expect(page.locator(".chip[aria-pressed=true]")).to_contain_text("vage tijd")


def drop(page: Page, name: str, words: str) -> None:
    files = page.evaluate_handle(
        """([name, words]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([words], name, {type: 'text/plain'}));
            return carried;
        }""",
        [name, words],
    )
    page.dispatch_event("form#minutes", "drop", {"dataTransfer": files})


def test_a_file_can_be_dropped(page: Page, site: str) -> None:
    page.goto(site)
    drop(page, "overleg.txt", TEXT)
    expect(page.locator(".answer__name")).to_have_text("overleg.txt")
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_whoever_types_on_means_the_text(page: Page, site: str) -> None:
    page.goto(site)
    drop(page, "overleg.txt", TEXT)
    expect(page.locator("#id_text")).to_have_value(TEXT)
    page.fill("#id_text", "De wijkagent gaat op 3 december langs.")
    expect(page.locator("#answer-title")).to_have_text("Geen vragen bij deze tekst")


def test_a_refused_file_leaves_the_text_alone(page: Page, site: str) -> None:
    page.goto(site)
    page.fill("#id_text", TEXT)
    expect(page.locator(".question").first).to_be_visible()
    page.set_input_files("#id_file", {"name": "x.docx", "mimeType": "", "buffer": b"x"})
    expect(page.locator("[role=alert]")).to_contain_text("spreken elkaar tegen")
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_the_questions_come_home_in_a_word_document(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    with page.expect_download() as coming:
        page.click("text=Download als Word")
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    with ZipFile(path) as parts:
        assert "Op welke dag" in parts.read("word/comments.xml").decode()
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_another_language_keeps_the_text(page: Page, site: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    page.click("button[value=en]")
    expect(page.locator("#answer-title")).to_have_text("2 questions about this text")
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_another_language_keeps_the_answers_in_the_example(
    page: Page, site: str
) -> None:
    page.goto(site)
    answer(page, "owner", "Marieke (wijkteam)")
    expect(page.locator(".line--settled")).to_have_count(1)
    page.click("button[value=en]")
    expect(page.locator("#example-title")).to_contain_text("Try it")
    expect(page.locator(".line--settled")).to_have_count(1)
    answer(page, "date", "donderdag 3 december")
    expect(page.locator(".line--settled")).to_have_count(2)


def test_after_another_language_the_form_goes_on_as_before(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.click("button[value=en]")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("button[value=en]")).to_be_focused()
    drop(page, "overleg.txt", TEXT)
    expect(page.locator(".answer__name")).to_have_text("overleg.txt")
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_language_and_light_leave_no_trace_on_the_way_back(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/verslagcheck/uitleg/")
    page.goto(f"{site}/verslagcheck/")
    check(page)
    steps = page.evaluate("history.length")
    page.click("button[value=en]")
    expect(page.locator("#answer-title")).to_have_text("2 questions about this text")
    page.click("text=Dark")
    expect(page.locator("html")).to_have_attribute("data-weergave", "donker")
    assert page.evaluate("history.length") == steps
    page.go_back()
    assert page.url == f"{site}/verslagcheck/uitleg/"


@pytest.mark.parametrize("link", [".house__nav a >> nth=1", ".question__foot a"])
def test_an_explanation_opens_beside_a_text(page: Page, site: str, link: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    check(page)
    with page.context.expect_page() as beside:
        page.locator(link).first.click()
    assert "/verslagcheck/uitleg/" in beside.value.url
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_without_a_text_an_explanation_opens_here(page: Page, site: str) -> None:
    page.goto(f"{site}/verslagcheck/")
    page.click(".house__nav a >> nth=1")
    page.wait_for_url("**/verslagcheck/uitleg/")


def test_starting_again_leaves_ones_own_text_alone(page: Page, site: str) -> None:
    page.goto(site)
    page.fill("#id_text", TEXT)
    answer(page, "owner", "Marieke (wijkteam)")
    page.click(".again")
    expect(page.locator(".line--settled")).to_have_count(0)
    expect(page.locator("#id_text")).to_have_value(TEXT)


def test_light_and_dark_change_at_once_and_hold(page: Page, site: str) -> None:
    page.goto(site)
    desk = "getComputedStyle(document.body).backgroundColor"
    by_day = page.evaluate(desk)
    with page.expect_response("**/weergave/"):
        page.click("text=Donker")
    assert page.evaluate(desk) != by_day
    page.reload()
    assert page.evaluate(desk) != by_day
    expect(page.locator("button[value=licht]")).to_be_visible()


# --- without JavaScript ------------------------------------------------------------


@pytest.fixture
def plain_page(new_context: CreateContextCallback) -> Page:
    return new_context(java_script_enabled=False).new_page()


def test_without_javascript_the_example_works(plain_page: Page, site: str) -> None:
    plain_page.goto(site)
    answer(plain_page, "owner", "Marieke (wijkteam)")
    expect(plain_page.locator("#line-4 .line__said")).to_be_visible()
    expect(plain_page.locator("#example-left")).to_contain_text("4 vragen open")
    plain_page.click("button[name=fill]")
    expect(plain_page.locator(".line--settled")).to_have_count(5)


def test_without_javascript_minutes_are_read(
    plain_page: Page, site: str, tmp_path: Path
) -> None:
    plain_page.goto(site)
    check(plain_page)
    expect(plain_page.locator("#id_text")).to_have_value(TEXT)
    plain_page.click(".chip >> text=vage tijd")
    expect(plain_page.locator(".question")).to_have_count(1)
    with plain_page.expect_download() as coming:
        plain_page.click("text=Download als Word")
    assert coming.value.suggested_filename == "verslag-verslagcheck.docx"


@pytest.mark.parametrize("address", ["/", "/verslagcheck/"])
@pytest.mark.parametrize("asked", [True, False])
def test_without_javascript_language_and_light_keep_the_text(
    plain_page: Page, site: str, address: str, asked: bool
) -> None:
    plain_page.goto(site + address)
    plain_page.fill("#id_text", TEXT)
    if asked:
        plain_page.click("text=Stel de vragen")
    plain_page.click("button[value=en]")
    expect(plain_page.locator("#answer-title")).to_have_text(
        "2 questions about this text"
    )
    expect(plain_page.locator("#id_text")).to_have_value(TEXT)
    plain_page.click("text=Dark")
    expect(plain_page.locator("html")).to_have_attribute("data-weergave", "donker")
    expect(plain_page.locator("#id_text")).to_have_value(TEXT)
    plain_page.goto(site)
    expect(plain_page.locator("html")).to_have_attribute("lang", "en")


def test_without_javascript_an_explanation_opens_beside_the_text(
    plain_page: Page, site: str
) -> None:
    plain_page.goto(site)
    check(plain_page)
    with plain_page.context.expect_page() as beside:
        plain_page.click(".house__nav a >> nth=1")
    assert beside.value.url.endswith("/verslagcheck/uitleg/")
    expect(plain_page.locator("#id_text")).to_have_value(TEXT)


def test_without_javascript_a_file_is_read(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/verslagcheck/")
    plain_page.set_input_files(
        "#id_file",
        {"name": "overleg.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
    )
    plain_page.click("text=Stel de vragen")
    expect(plain_page.locator(".answer__name")).to_have_text("overleg.txt")
    expect(plain_page.locator("#id_text")).to_have_value(TEXT)


def test_without_javascript_nothing_is_read_while_typing(
    plain_page: Page, page: Page, site: str
) -> None:
    plain_page.goto(site)
    expect(plain_page.locator("#id_text_helptext")).to_be_visible()
    expect(plain_page.locator("#id_text_helptext .with-script")).to_be_hidden()
    page.goto(site)
    expect(page.locator("#id_text_helptext .with-script")).to_be_visible()


def test_without_javascript_dark_can_be_chosen(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/verslagcheck/uitleg/")
    plain_page.click("text=Donker")
    expect(plain_page.locator("html")).to_have_attribute("data-weergave", "donker")
    assert plain_page.url == f"{site}/verslagcheck/uitleg/"
