"""Take the pictures of the manual anew, of the fictional house.

    .venv/bin/python tools/pictures.py [http://127.0.0.1:8000] [NAME …]

Starts a demo of its own in a folder that is thrown away, or visits the one at that
address; looks around in it as people do, and lays the pictures in the manual: all of
them, or those that are named. Wants the packages of ``./expliciet test`` and a
``chromium`` on the path.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, FloatRect, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "handleiding" / "beelden"
ALONE = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
AROUND = 12
"""How much of the page stays to be seen around what a picture is of."""

DIRECTS, POLICE = "Marijke Terpstra", "Jeroen Kloosterman"
LEADS, RESEARCHES = "Ruben Sowirono", "Marloes Duifhuis"
ADMINISTERS, GUARDS, REVIEWS = "Tobias Veenhuis", "Priya Ramdas", "Wim Stoffels"
STRANGER = ""

Look = Callable[[Page], list[str]]


TAKEN: dict[str, tuple[str, Look]] = {}
"""By the name of its file: who looks, and how they come to what is to be seen."""


def picture(name: str, who: str) -> Callable[[Look], Look]:
    """A picture of the manual, by the name of its file."""

    def keep(look: Look) -> Look:
        TAKEN[name] = who, look
        return look

    return keep


def at(address: str, *selectors: str) -> Look:
    """What is to be seen at once, at an address."""

    def look(page: Page) -> list[str]:
        page.goto(address)
        return list(selectors)

    return look


picture("aanmelden", STRANGER)(
    at("/aanmelden/", "main form.form", "[aria-labelledby=lost]")
)
picture("tweede-factor", ADMINISTERS)(at("/mijn-account/app/", "main h1", "main form"))
picture("mijn-account", DIRECTS)(
    at("/mijn-account/", "main .panel >> nth=0", "main .panel >> nth=1")
)
picture("mijn-werk", DIRECTS)(at("/", ".desk__head", ".ask >> nth=0", ".wait >> nth=0"))
picture("afwezig", DIRECTS)(at("/werk/afwezig/", "main .narrow"))
picture("mail-en-agenda", DIRECTS)(at("/werk/bereikbaar/", "main .narrow"))


@picture("mijn-werk-open", POLICE)
def opened(page: Page) -> list[str]:
    """A thing that is asked, opened where it stands."""
    open_dossier(page, "Tapuit")
    page.goto("/")
    page.locator(".ask__deed a[hx-get]").first.click()
    page.locator(".ask--open summary").last.wait_for()
    return [".desk__asked h2", ".ask--open"]


picture("beheer", DIRECTS)(at("/beheer/", "main > *"))


# --- a dossier and its table -------------------------------------------------------


def open_dossier(page: Page, name: str) -> None:
    """The dossier with this working name; says what for, where that is asked."""
    follow(page, "/dossiers/", name)
    if "/doel/" in page.url:
        with page.expect_navigation():
            page.get_by_role("button", name="Open het dossier").click()


def inside(name: str, *selectors: str) -> Look:
    """What is to be seen at once, in a dossier."""

    def look(page: Page) -> list[str]:
        open_dossier(page, name)
        return list(selectors)

    return look


def follow(page: Page, address: str, *links: str) -> None:
    """From this address along these links."""
    page.goto(address)
    for name in links:
        with page.expect_navigation():
            page.get_by_role("link", name=name).first.click()


picture("dossier", DIRECTS)(
    inside("Smient", ".dossier-head", ".part__title", "#vraagt")
)
picture("personen", DIRECTS)(inside("Smient", "#persons"))
picture("bestanden", DIRECTS)(inside("Kluut", "#files"))


@picture("doel", DIRECTS)
def purpose(page: Page) -> list[str]:
    follow(page, "/dossiers/", "Stormmeeuw")
    return ["main form"]


@picture("dossier-openen", DIRECTS)
def new_dossier(page: Page) -> list[str]:
    page.goto("/dossiers/nieuw/")
    page.get_by_label("Op welke grondslag").fill(
        "Weegploeg, besluit van 20 november: zorgen op school en online."
    )
    return [".drawn", "[name=ground]"]


@picture("tafel", DIRECTS)
def table(page: Page) -> list[str]:
    open_dossier(page, "Smient")
    follow(page, page.url, "Tafel")
    return [".tabs", ".place >> nth=0", ".place >> nth=5"]


# --- who sees what -----------------------------------------------------------------


@picture("wie-leest-dit", DIRECTS)
def readers(page: Page) -> list[str]:
    open_dossier(page, "Smient")
    said = page.locator("article.record:has-text('Strekdam College')").first
    said.locator("summary").first.click()
    return ["article.record:has(details[open])"]


@picture("kring-kiezen", POLICE)
def circle(page: Page) -> list[str]:
    open_dossier(page, "Smient")
    follow(page, page.url, "Nieuwe notitie")
    page.get_by_label("Wat wilt u zeggen?").fill(
        "Ik sprak zijn moeder op 23 november. Zij zegt dat hij weer slaapt."
    )
    page.locator("[name=hears][value^=named]").check()
    return ["main form"]


@picture("zoals-bekend-op", POLICE)
def as_known(page: Page) -> list[str]:
    open_dossier(page, "Smient")
    follow(page, page.url, *["vorige wijziging"] * 2)
    return [".then", ".part__title"]


@picture("verbeterd", POLICE)
def corrected(page: Page) -> list[str]:
    open_dossier(page, "Kluut")
    page.locator("article .earlier summary").first.click()
    return ["article:has(.earlier[open])"]


@picture("duiden", POLICE)
def reading(page: Page) -> list[str]:
    open_dossier(page, "Zandloper")
    page.goto(f"{page.url.partition('?')[0]}?deel=duiding")
    with page.expect_navigation():
        page.locator("#eerder .reference").first.click()
    return [".difference", ".map__table"]


# --- what partners promise each other ----------------------------------------------


def together(page: Page, *links: str) -> None:
    open_dossier(page, "Kluut")
    follow(page, f"{page.url.partition('?')[0]}?deel=samenwerking", *links)


@picture("samenwerking", POLICE)
def promised(page: Page) -> list[str]:
    together(page)
    return ["#verwachtingen .head__line", "#verwachtingen .of-whom"]


@picture("verwachting-antwoord", POLICE)
def answering(page: Page) -> list[str]:
    together(page, "Antwoorden")
    page.locator("[name=says][value=yes]").check()
    return ["main form"]


@picture("afspraak-maken", DIRECTS)
def agreeing(page: Page) -> list[str]:
    together(page, "Maak een afspraak")
    page.locator("#id_deed").fill("monitort de situatie thuis")
    page.locator("#question_owner .asking").wait_for()
    return ["main h1", ".form #id_done_when"]


@picture("kopieer-als-tekst", DIRECTS)
def as_text(page: Page) -> list[str]:
    together(page, "Kopieer als tekst")
    return ["main h1", "#text"]


# --- where it is stuck -------------------------------------------------------------


def stuck(page: Page) -> None:
    open_dossier(page, "Smient")
    page.goto(f"{page.url.partition('?')[0]}?deel=samenwerking")


@picture("vastgelopen", DIRECTS)
def impasse(page: Page) -> list[str]:
    stuck(page)
    return ["#vastgelopen"]


@picture("notitie", DIRECTS)
def note(page: Page) -> list[str]:
    stuck(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Notitie op één bladzijde").first.click()
    return [".paper"]


# --- what stands still -------------------------------------------------------------


@picture("vastloopsignaal", LEADS)
def signal(page: Page) -> list[str]:
    open_dossier(page, "Tapuit")
    page.goto(f"{page.url.partition('?')[0]}?deel=samenwerking")
    return ["#signalen"]


picture("wat-stilstaat", LEADS)(at("/signalen/", "main .head", "main .still"))


@picture("vragen-bij-inbreng", POLICE)
def questions(page: Page) -> list[str]:
    open_dossier(page, "Kluut")
    page.goto(f"{page.url.partition('?')[0].partition('#')[0]}inbreng/nieuw/")
    page.locator("[name=text_1]").fill("Hij is gevaarlijk.")
    page.locator("[name=text_2]").fill("Er wordt gezegd dat hij weg is.")
    page.locator("[name=text_2]").press("End")
    page.locator("#question_1 .asking__leave").click()
    why = page.locator("#question_1 .asking__why input")
    why.fill("Zo zei de school het; zie het verslag van 3 november.")
    page.locator("#question_2 .asking").wait_for()
    return ["#line-1", "#line-2"]


def on_part(name: str, part: str, *selectors: str) -> Look:
    """What is to be seen at once, in a part of a dossier."""

    def look(page: Page) -> list[str]:
        open_dossier(page, name)
        page.goto(f"{page.url.partition('?')[0].partition('#')[0]}?deel={part}")
        return list(selectors)

    return look


picture("plan", DIRECTS)(
    on_part("Duindoorn", "besluit", "#plan .part__title", ".drawing", ".aim >> nth=0")
)
picture("niveau", DIRECTS)(on_part("Kluut", "besluit", "#niveau"))
picture("tijdlijn", DIRECTS)(on_part("Duindoorn", "tijdlijn", ".turn", ".course-line"))


# --- guests, words and the mirror --------------------------------------------------


@picture("gast-vragen", DIRECTS)
def ask_guest(page: Page) -> list[str]:
    open_dossier(page, "Kluut")
    follow(page, page.url, "Tafel", "Eén ding vragen met een link")
    page.get_by_label("De vraag, in één zin").fill(
        "Is Milan er vrijdag op zijn afspraak, en wie is er dan bij?"
    )
    return ["main h1", "[name=text]"]


@picture("gast", DIRECTS)
def as_guest(page: Page) -> list[str]:
    ask_guest(page)
    page.locator("[name=hears][value^=table]").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Link en code maken").last.click()
    link, code = page.locator("output").all_inner_texts()
    page.goto(link)
    page.get_by_label("Code").fill(code)
    with page.expect_navigation():
        page.get_by_role("button", name="De vraag tonen").click()
    return ["main h1", "main form"]


# --- the meeting ----------------------------------------------------------------------


def open_meeting(page: Page) -> None:
    """The meeting of today, where one prepares it."""
    page.goto("/overleggen/")
    with page.expect_navigation():
        page.locator(".meets >> nth=0").locator("a").first.click()


def talk(page: Page) -> None:
    """Kluut, spoken of now."""
    open_dossier(page, "Kluut")
    open_meeting(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Voer het overleg").first.click()
    begin = page.get_by_role("button", name="Beginnen")
    if begin.count():
        with page.expect_navigation():
            begin.click()
    agree = page.locator("button.phases__go[value=agree]")
    if agree.count():
        with page.expect_navigation():
            agree.click()


def type_line(page: Page, line: str) -> None:
    page.fill("#id_line", line)
    page.press("#id_line", "Enter")
    page.locator(".entry__parts").wait_for()


def record_line(page: Page, line: str) -> None:
    type_line(page, line)
    page.check("input[name=hears][value^='table']")
    with page.expect_navigation():
        page.click(".entry__parts button[data-record]")


@picture("overleg-voorbereiden", DIRECTS)
def prepared(page: Page) -> list[str]:
    open_meeting(page)
    return ["main h1", ".times", "[id^=punt-] >> nth=0"]


@picture("overleg-regel", DIRECTS)
def line_in_parts(page: Page) -> list[str]:
    talk(page)
    type_line(page, "Jeroen belt de school over het rooster")
    return [".entry__kind", ".entry__part >> nth=3"]


@picture("overleg-voeren", DIRECTS)
def led(page: Page) -> list[str]:
    talk(page)
    record_line(
        page,
        "Politie (Jeroen) belt school binnen een week over het rooster, "
        "klaar als er een gesprek gepland is",
    )
    record_line(page, "besluit: de open avond gaat door, ook voor Milan")
    return [".talk__head", ".phases", ".talk__now", ".records--talk > li >> nth=1"]


@picture("overleg-teruglezen", DIRECTS)
def read_back(page: Page) -> list[str]:
    talk(page)
    page.goto(page.url + "aanwezig/")
    for box in page.locator("main [type=checkbox]").all():
        box.check()
    with page.expect_navigation():
        page.locator("main form:has([type=checkbox]) button").last.click()
    talk(page)
    with page.expect_navigation():
        page.click("button.phases__go[value=read_back]")
    return ["main h1", ".says__one >> nth=1"]


@picture("overleg-verslag", DIRECTS)
def minutes(page: Page) -> list[str]:
    open_dossier(page, "Kluut")
    page.goto("/overleggen/")
    page.goto(str(page.locator(".meets--past a").first.get_attribute("href")))
    page.goto(
        str(page.locator("main a[href*='/overleg/']").first.get_attribute("href"))
    )
    with page.expect_navigation():
        page.locator(".talk__now a[href*='/verslag/']").first.click()
    return ["main h1", ".answers"]


picture("begrippen", POLICE)(at("/begrippen/", ".word:has-text('zorgwekkend')"))
picture("spiegel", POLICE)(
    at("/spiegel/", "main h1", "[aria-labelledby=got] li >> nth=2")
)


# --- evaluation and learning -------------------------------------------------------


def on_study(*ways: str, until: str = "main", top: str = "main h1") -> Look:
    """In the study that was done, along addresses that end so; from the title on."""

    def look(page: Page) -> list[str]:
        page.goto("/evaluatie/")
        page.get_by_role("link", name="Samen duiden in Duinmeer").first.click()
        for way in ways:
            page.locator(f"main a[href*='{way}']").first.click()
            page.wait_for_load_state()
        return [top, until]

    return look


picture("evaluatie-onderzoek", RESEARCHES)(on_study(until=".ways"))
picture("evaluatie-vergelijken", RESEARCHES)(
    on_study("/vergelijken/", until="[aria-labelledby=figures-title]")
)
picture("evaluatie-bevindingen", RESEARCHES)(
    on_study("/bevindingen/", until="[aria-labelledby=about-interpretation]")
)
picture("evaluatie-rapport", RESEARCHES)(on_study("/rapport/", until=".report__files"))
picture("evaluatie-keten", RESEARCHES)(
    on_study("/aanbevelingen/", "/aanbevelingen/1/", "/keten/1/", until=".chain")
)


@picture("evaluatie-rapport-op-papier", RESEARCHES)
def reported(page: Page) -> list[str]:
    """A page of the pdf with two charts, each with its table."""
    on_study("/rapport/")(page)
    report = page.locator("main a[href$='.pdf']").get_attribute("href") or ""
    sheet = b64encode(sheet_of(page.request.get(report).body(), 5)).decode()
    page.goto("about:blank")
    page.set_content(f'<img src="data:image/png;base64,{sheet}">')
    return ["img"]


def sheet_of(pdf: bytes, number: int) -> bytes:
    """One page as one sees it, made by what set it."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "paper.pdf").write_bytes(pdf)
        shown = Path(folder, "sheet.typ")
        shown.write_text(
            "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
            f'#image("paper.pdf", page: {number}, width: 210mm)'
        )
        return bytes(typst.compile(shown, format="png", ppi=96))


@picture("leersessie-bord", DIRECTS)
def board(page: Page) -> list[str]:
    on_study("/leersessies/")(page)
    page.get_by_role("link", name="Van stap naar teken").first.click()
    page.wait_for_load_state()
    return ["main h1", ".board__part >> nth=0"]


@picture("evaluatie-verloop", RESEARCHES)
def counted(page: Page) -> list[str]:
    """The first figure of which something may be shown, with its drawing."""
    on_study("/verloop/")(page)
    page.locator(".measure__numbers:not([open]) > summary").first.click()
    page.locator(".measure:has(table) img").first.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    figure = ".measure:has(table)"
    return [f"{figure} {each}" for each in ("h3", "figure", "tbody tr >> nth=3")]


@picture("evaluatie-lezen", RESEARCHES)
def read_in_study(page: Page) -> list[str]:
    """Where both coded, and most was decided: as it was known at that moment."""
    on_study("/lezen/")(page)
    done = page.locator("tbody tr:has-text('klaar')").all()
    longest = max(done, key=lambda row: int(row.locator("td").first.inner_text()))
    longest.locator("a").click()
    page.get_by_role("link", name="Besluit hiervoor").first.click()
    page.wait_for_load_state()
    return ["main h1", ".reading__texts article >> nth=2", ".reading__side"]


@picture("evaluatie-maskeren", LEADS)
def masked(page: Page) -> list[str]:
    open_dossier(page, "Zandloper")
    on_study()(page)
    page.locator("tr:has-text('Zandloper') a[href*='/vrijgeven/']").click()
    page.wait_for_load_state()
    return ["main h1", "[aria-labelledby=doubt-title]", ".masked >> nth=1"]


@picture("jaarscan", DIRECTS)
def scanned(page: Page) -> list[str]:
    page.goto("/evaluatie/scan/")
    page.locator("main a[href*='/scan/']").last.click()
    page.wait_for_load_state()
    return ["main h1", "[aria-labelledby=thema-1]"]


# --- the house ---------------------------------------------------------------------


@picture("zo-werken-wij", DIRECTS)
def how_we_work(page: Page) -> list[str]:
    page.goto("/zo-werken-wij/")
    expected = ".pact:has(.answer):has-text('Strekdam College verwacht')"
    page.locator(expected).get_by_text("Niet akkoord, of anders").click()
    return [expected]


@picture("huisregel", GUARDS)
def house_rule(page: Page) -> list[str]:
    follow(page, "/beheer/", "Huisregels")
    return [".rule-card >> nth=0", ".rule-card >> nth=3"]


@picture("logboek", REVIEWS)
def trail(page: Page) -> list[str]:
    page.goto("/logboek/")
    page.get_by_label("nagaan of de verwerking rechtmatig was").check()
    page.get_by_label("De aanleiding").fill("Steekproef van november (verzonnen)")
    with page.expect_navigation():
        page.get_by_role("button", name="Naar de regels").click()
    page.get_by_label("Persoon").select_option(label=POLICE)
    with page.expect_navigation():
        page.get_by_role("button", name="Toon").click()
    return ["main h1", "tbody tr >> nth=3"]


# --- taking them -------------------------------------------------------------------


@contextmanager
def demo() -> Iterator[str]:
    """The address of a fictional house, there for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
        settings = {"PORT": port, "EXPLICIET_DATA": data, "LANG": "nl_NL.UTF-8"}
        server = subprocess.Popen(  # noqa: S603
            [ROOT / "expliciet", "demo"], env={**os.environ, **settings}
        )
        try:
            await_answer(f"http://127.0.0.1:{port}/health/ready", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def await_answer(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _second in range(300):
        if server.poll() is not None:
            sys.exit("The demo did not start.")
        try:
            urlopen(address, timeout=5).close()  # noqa: S310
        except (URLError, TimeoutError):
            time.sleep(1)
        else:
            return
    sys.exit("The demo did not answer within five minutes.")


def enter(browser: Browser, site: str, who: str) -> Page:
    """A window of this person; of nobody, where nobody is named."""
    page = browser.new_context(
        base_url=site, locale="nl-NL", viewport=WIDE, device_scale_factor=1
    ).new_page()
    if who:
        page.goto("/demo/")
        page.get_by_role("button", name=who).click()
    return page


def bounds(page: Page, selectors: list[str]) -> FloatRect:
    """The smallest part of the page that holds all of these, and a margin."""
    page.evaluate("scrollTo(0, 0)")
    found = [page.locator(each).first.bounding_box() for each in selectors]
    boxes = [box for box in found if box]
    left = min(box["x"] for box in boxes) - AROUND
    top = min(box["y"] for box in boxes) - AROUND
    right = max(box["x"] + box["width"] for box in boxes) + AROUND
    bottom = max(box["y"] + box["height"] for box in boxes) + AROUND
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def take(named: list[str]) -> None:
    """These pictures, or all; at an address among them, or in a demo of our own."""
    sites = [each for each in named if each.startswith("http")]
    names = [each for each in named if each not in sites]
    if unknown := set(names) - set(TAKEN):
        sys.exit(f"No picture is called {', '.join(sorted(unknown))}.")
    house = nullcontext(sites[0]) if sites else demo()
    with house as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ALONE
        )
        windows: dict[str, Page] = {}
        for name in names or TAKEN:
            who, look = TAKEN[name]
            if who not in windows:
                windows[who] = enter(browser, site, who)
            page = windows[who]
            selectors = look(page)
            page.evaluate("document.activeElement.blur()")
            page.screenshot(
                path=PICTURES / f"{name}.png",
                clip=bounds(page, selectors),
                full_page=True,
                animations="disabled",
            )
            sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    take(sys.argv[1:])
