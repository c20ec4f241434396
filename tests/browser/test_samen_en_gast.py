"""Working together made explicit, at three screens and by a guest without an account:
agreed in absence, accepted, done, not yet, confirmed; stuck and resolved; held back."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.accounts.models import User
from expliciet.casework.models import Agreement, Expectation, Impasse, Withholding
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Note, Opening, Record
from tests.browser.cast import PATIENCE, Somebody, in_days
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
WIDE, PHONE, SMALL_PHONE = 1280, 375, 320
HOME = "/"
DEED = "Rijdt langs de sporthal op woensdagavond."
LACKS = "De beheerder zag woensdag niemand."
PROMISE = "Belt dezelfde dag als hij niet komt."
SENTENCE = "Welke dag past de training het best?"
ANSWERED = "Donderdag, dan is de zaal leeg."
HELD = "Wij zeggen het zodra het dringend wordt."
GONE = "Gast Verzonnen"


class Around:
    """A made-up table: who chairs, police, GGZ, school; and a guest."""

    def __init__(
        self, new_context: CreateContextCallback, site: str, axe: Look
    ) -> None:
        self.new_context, self.site, self.axe = new_context, site, axe
        self.table = table = Table(now=earlier_today())
        self.seats = {
            "chair": table.chair,
            "police": table.seat("police"),
            "ggz": table.seat("GGZ"),
            "school": table.seat("onderwijs"),
        }
        self.guest = table.guest("jeugdwerk")
        widths = {"police": PHONE, "ggz": SMALL_PHONE}
        self.people = {}
        for name, seat in self.seats.items():
            purpose = Opening(purpose="overleg voorbereiden")
            state_purpose(purpose, by=seat, now=timezone.now())
            assert isinstance(seat.user, User)
            width = widths.get(name, WIDE)
            page = new_context().new_page()
            self.people[name] = Somebody(page, site, seat.user, width)

    def __getattr__(self, name: str) -> Somebody:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def to(self, name: str, *about: object) -> str:
        room = "" if ":" in name else "casework:"
        return reverse(f"{room}{name}", args=[self.table.dossier.pk, *about])

    @property
    def together(self) -> str:
        return f"{self.to('dossiers:detail')}?deel=samenwerking"

    def looks_well(self, page: Page) -> None:
        """As axe reads it, and without sideways scrolling on the smallest screen."""
        assert self.axe(page) == [], page.url
        before = page.viewport_size
        assert before
        page.set_viewport_size({"width": SMALL_PHONE, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE
        page.set_viewport_size(before)

    # --- one's own page ---------------------------------------------------------------

    def waits_for(self, name: str) -> str:
        """All that stands under 'Ik wacht op' of this person."""
        page = self.people[name].at(HOME)
        return page.locator("section[aria-labelledby=awaited] .waits").inner_text()

    def waits_for_nothing_about(self, name: str, record: Record) -> None:
        page = self.people[name].at(HOME)
        there = page.locator("section[aria-labelledby=awaited]")
        expect(there).not_to_contain_text(record.reference)

    def asked(self, name: str, record: Record) -> Locator:
        """Where this is asked of this person, on their own page."""
        return self.people[name].at(HOME).locator(f"#m-{record.pk}")

    def opened(self, name: str, record: Record) -> Locator:
        row = self.asked(name, record)
        row.locator(".ask__deed a").click()
        expect(
            self.people[name].page.locator(f"#m-{record.pk}.ask--open")
        ).to_be_visible()
        return row

    def at_the_table(self, name: str, record: Record) -> Locator:
        """Where this stands in the dossier, as this person sees it."""
        return self.people[name].at(self.together).locator(f"[id='{record.reference}']")


@pytest.fixture
def around(
    new_context: CreateContextCallback, live_server: LiveServer, axe: Look
) -> Around:
    return Around(new_context, str(live_server.url), axe)


def test_three_partners_and_a_guest_say_what_they_count_on(around: Around) -> None:
    """F49-F53, F55, F56, F60-F62, N3, N15, N28, S33, S36, S37: one case, on screen."""
    made = agreed_in_absence_and_accepted_on_a_phone(around)
    expected_and_promised(around)
    said_to_be_done_and_not_so_yet(around, made)
    stuck_and_resolved(around)
    held_back_from_the_school(around)
    a_guest_answers_one_sentence(around)


# --- from expectation to agreement ----------------------------------------------------


def agreed_in_absence_and_accepted_on_a_phone(around: Around) -> Agreement:
    """F50: an expectation until the police accepts it, in place."""
    around.chair.says(
        around.to("agree"),
        deed=DEED,
        owner=around.seats["police"].pk,
        due_on=in_days(6),
        done_when="De beheerder zag een agent.",
        hears="table",
    )
    made = Agreement.objects.get()
    there = around.at_the_table("chair", made)
    expect(there).to_contain_text("Nog een verwachting")
    around.looks_well(around.chair.page)
    assert "hun ja of nee op" in around.waits_for("chair")
    asked = around.asked("police", made)
    around.looks_well(around.police.page)
    tap = asked.get_by_role("button", name="Akkoord")
    box = tap.bounding_box()
    assert box
    assert box["height"] >= 44
    tap.click()
    expect(asked.get_by_role("status")).to_contain_text("Uw antwoord staat.")
    assert around.police.page.url == around.site + HOME
    assert "de uitvoering van" in around.waits_for("chair")
    around.waits_for_nothing_about("police", made)
    expect(around.at_the_table("chair", made)).not_to_contain_text("verwachting")
    return made


def expected_and_promised(around: Around) -> None:
    """F55, F56, N3: the GGZ first sees what to promise; a yes becomes an agreement."""
    around.police.says(
        around.to("expect"),
        of=around.seats["ggz"].organisation_id,
        text="Jullie bellen ons als hij niet komt.",
        answer_by=in_days(3),
        hears="table",
    )
    asked = Expectation.objects.get()
    assert "hun antwoord op" in around.waits_for("police")
    row = around.opened("ggz", asked)
    row.get_by_text("Ja, dat doen wij").click()
    around.looks_well(around.ggz.page)
    row.get_by_label("Wat zegt u toe").fill(PROMISE)
    row.get_by_label("Voor welke dag").fill(in_days(9).isoformat())
    row.get_by_label("Klaar als").fill("De politie werd gebeld.")
    row.get_by_role("button", name="Dit toezeggen").click()
    expect(row.get_by_role("status")).to_contain_text("Uw antwoord staat.")
    promised = Agreement.objects.get(because_of=asked)
    assert promised.owner == around.seats["ggz"]
    waits = around.waits_for("police")
    assert "de uitvoering van" in waits
    assert promised.reference in waits
    assert asked.reference not in waits


# --- from claim to confirmation -------------------------------------------------------


def said_to_be_done_and_not_so_yet(around: Around, made: Agreement) -> None:
    """F51, N15: never confirmed by who did it; and 'not yet' brings it back."""
    says_done(around, made, "Wij reden langs.")
    assert "hun bevestiging van" in around.waits_for("police")
    mine = around.at_the_table("police", made)
    expect(mine).to_contain_text("Wij reden langs.")
    expect(mine.get_by_role("link", name="Bevestig")).to_have_count(0)
    expect(mine.get_by_role("link", name="Nog niet")).to_have_count(0)
    around.at_the_table("ggz", made).get_by_role("link", name="Nog niet").click()
    around.looks_well(around.ggz.page)
    around.ggz.fill("words", LACKS)
    around.ggz.sends()
    row = around.opened("police", made)
    expect(row).to_contain_text(LACKS)
    around.looks_well(around.police.page)
    around.waits_for_nothing_about("police", made)
    assert "de uitvoering van" in around.waits_for("chair")
    says_done(around, made, "Nu met de beheerder erbij.")
    around.at_the_table("ggz", made).get_by_role("link", name="Bevestig").click()
    around.ggz.fill("words", "De beheerder belde ons.")
    around.ggz.sends()
    around.waits_for_nothing_about("police", made)
    around.waits_for_nothing_about("chair", made)
    there = around.at_the_table("police", made)
    around.police.page.locator("summary", has_text="Gedaan en bevestigd").click()
    for words in (LACKS, "De beheerder belde ons."):
        expect(there).to_contain_text(words)


def says_done(around: Around, made: Agreement, words: str) -> None:
    """Its day is still to come: on one's own page it may stand in what comes later."""
    page = around.police.at(HOME)
    later = page.locator("details.later:not([open]) > summary")
    row = page.locator(f"#m-{made.pk}")
    if not row.is_visible():
        later.click()
    row.locator(".ask__deed a").click()
    row.locator("textarea[name=words]").fill(words)
    row.get_by_role("button", name="Het is gedaan").click()
    expect(row.get_by_role("status")).to_contain_text("gereed")


# --- stuck ----------------------------------------------------------------------------


def stuck_and_resolved(around: Around) -> None:
    """F60-F62: who says it, where others stand, and how it ended."""
    around.ggz.says(
        around.to("declare"),
        question="Wie praat met de ouders?",
        asked="Een besluit van wie het mandaat heeft.",
        since=in_days(-9),
        decide_by=in_days(7),
        breaker=around.seats["chair"].pk,
        hears="table",
    )
    question = Impasse.objects.get()
    stands = {"police": "Wij niet alleen.", "school": "Wij wel, met de GGZ erbij."}
    for name, words in stands.items():
        around.people[name].says(around.to("position", question.pk), words=words)
    around.looks_well(around.people["school"].at(around.together))
    expect(around.at_the_table("ggz", question)).to_contain_text(stands["school"])
    around.looks_well(around.ggz.page)
    around.chair.says(
        around.to("resolve", question.pk),
        how="agreed",
        words="De mentor praat met hen, de GGZ is erbij.",
    )
    page = around.police.at(around.together)
    expect(page.get_by_text("De mentor praat met hen")).to_have_count(1)


# --- held back ------------------------------------------------------------------------


def held_back_from_the_school(around: Around) -> None:
    """S37: said to the core; of the school no page tells that there is anything."""
    around.police.says(
        around.to("withhold"),
        ground="*",
        words=HELD,
        review_on=in_days(30),
        hears="core",
    )
    held = Withholding.objects.get()
    around.looks_well(around.police.at(around.together))
    expect(around.chair.at(around.together).get_by_text(HELD)).to_be_visible()
    school = around.people["school"]
    pages = {HOME, reverse("mirror:look"), reverse("agreements:open")}
    pages |= {reverse("dossiers:list"), around.to("dossiers:log")}
    pages |= {f"{around.to('dossiers:search')}?woorden=dringend"}
    own = school.at(around.to("dossiers:detail"))
    parts = own.locator("a[href*='deel=']").evaluate_all(
        "links => links.map(each => each.getAttribute('href'))"
    )
    assert parts
    base = around.to("dossiers:detail")
    pages |= {each if each.startswith("/") else base + each for each in parts}
    for address in pages:
        page = school.at(address)
        for secret in (HELD, held.reference, str(held.pk)):
            assert secret not in page.content(), address
    school.page.goto(around.site + around.to("dossiers:record", held.pk))
    assert HELD not in school.page.content()


# --- a guest --------------------------------------------------------------------------


def a_guest_answers_one_sentence(around: Around) -> None:
    """N28: by link and code, in a window of their own; they see that and no more."""
    page = around.chair.at(around.to("guests:ask", around.guest.pk))
    around.looks_well(page)
    around.chair.fill("text", SENTENCE)
    around.chair.fill("hears", "table")
    around.chair.sends()
    around.looks_well(page)
    link, code = (
        page.locator(f"output[aria-label={each}]").inner_text()
        for each in ("Link", "Code")
    )
    guest = around.new_context().new_page()
    guest.set_default_timeout(PATIENCE)
    guest.set_viewport_size({"width": SMALL_PHONE, "height": 640})
    guest.goto(link)
    around.looks_well(guest)
    guest.get_by_label("Code").fill(code)
    guest.get_by_label("Code").press("Enter")
    expect(guest.get_by_text(SENTENCE)).to_be_visible()
    around.looks_well(guest)
    sees_nothing_else(around, guest)
    guest.locator("main form textarea").fill(ANSWERED)
    guest.get_by_role("button", name="Dit antwoord geven").click()
    expect(guest.get_by_role("heading", name="vastgelegd")).to_be_visible()
    around.looks_well(guest)
    sees_nothing_else(around, guest)
    guest.goto(link)
    expect(guest.get_by_text(SENTENCE)).to_have_count(0)
    guest.goto(around.site + around.together)
    sees_nothing_else(around, guest)
    answer = Note.objects.get(on_behalf_of=around.guest)
    for name in ("police", "school"):
        shown = around.people[name].at(around.to("dossiers:record", answer.pk))
        expect(shown.get_by_text(ANSWERED)).to_be_visible()
        expect(shown.locator("main")).to_contain_text("namens")
        expect(shown.locator("main")).to_contain_text(GONE)


def sees_nothing_else(around: Around, guest: Page) -> None:
    seen = guest.content()
    dossier = around.table.dossier
    others = [str(each.user.name) for each in around.seats.values() if each.user]
    told = (DEED, PROMISE, LACKS, HELD, dossier.number, dossier.working_name)
    references = Record.objects.values_list("reference", flat=True)
    assert not [each for each in (*told, *others, *references) if each in seen]
