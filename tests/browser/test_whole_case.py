"""A made-up case from the opening of its dossier to the card that is left of it, by six
people, each at their own screen."""

from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.accounts.models import Appointment, Organisation
from expliciet.casework.actions.levels import set_level
from expliciet.casework.lists import bring_ours
from expliciet.casework.models import (
    Closure,
    Contribution,
    Decision,
    Dissent,
    Factor,
    Goal,
    Interpretation,
    Intervention,
    Level,
    Progress,
    Reading,
    Round,
    Scaling,
)
from expliciet.dossiers.models import Dossier, Question, Seat
from tests.browser.cast import Somebody, in_days
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Role = Appointment.Role
TABLE = "table"
PHONE, SMALL_PHONE = 375, 320
PARTNERS = {
    "town": ("municipality", "case_director", "decide"),
    "police": ("police", "participant", "decide"),
    "law": ("prosecution", "participant", "decide"),
    "probation": ("reclassering", "participant", "commit"),
    "youth": ("jeugdwerk", "participant", "commit"),
}
SECRET = "Ik lees hierin rouw en geen plan."


class Cast:
    """A made-up house with six people, none of whom sits at a table yet."""

    def __init__(self, new_context: CreateContextCallback, site: str) -> None:
        bring_ours()
        house = HouseFactory()
        office = OrganisationFactory(house=house, function=Organisation.OFFICE)
        leads = {"organisation": office, "role": Role.PROCESS_DIRECTOR}
        self.director = AppointmentFactory(**leads, user__name="Procesregie Verzonnen")
        AppointmentFactory(**leads, user__name="Vervanger Verzonnen")
        self.level = set_level(
            Level(
                house=house,
                code="ico",
                order=1,
                name="ICO",
                meaning="partners zitten samen aan tafel",
                criteria=["er is een dreiging", "één partner kan het niet alleen"],
                decider="de tafel",
                review_days=90,
                source="verzonnen besluit",
                source_date=in_days(-9),
                valid_from=in_days(0),
            ),
            by=self.director,
            now=self.director.user.joined_at,
        )
        appointed = {"chair": self.director}
        for name, (function, _role, _mandate) in PARTNERS.items():
            organisation = OrganisationFactory(
                house=house, function=function, name=f"{function} (verzonnen)"
            )
            appointed[name] = AppointmentFactory(
                organisation=organisation, user__name=f"{name.title()} Verzonnen"
            )
        widths = {"youth": PHONE, "probation": SMALL_PHONE}
        self.people = {
            name: Somebody(
                new_context().new_page(), site, each.user, widths.get(name, 1280)
            )
            for name, each in appointed.items()
        }

    def __getattr__(self, name: str) -> Somebody:
        return self.people[name]

    @property
    def dossier(self) -> Dossier:
        return Dossier.objects.get()

    def to(self, name: str, *about: UUID) -> str:
        room = "" if ":" in name else "casework:"
        return reverse(f"{room}{name}", args=[self.dossier.pk, *about])

    def part(self, name: str) -> str:
        return f"{self.to('dossiers:detail')}?deel={name}"

    def seat(self, name: str) -> Seat:
        return Seat.objects.get(user=self.people[name].user, left_at=None)


@pytest.fixture
def cast(
    new_context: CreateContextCallback,
    live_server: LiveServer,
) -> Cast:
    return Cast(new_context, str(live_server.url))


def test_a_case_from_its_opening_to_the_card_that_is_left(cast: Cast) -> None:
    """F13-F39, F57, F58, N1, N2, N4, N5, N13, N20, N25: on screen, by six people."""
    the_table_is_laid(cast)
    each_brings_in_what_they_know(cast)
    everybody_reads_alone_first(cast)
    and_then_together(cast)
    the_table_decides(cast)
    a_plan_is_made_and_confirmed(cast)
    the_approach_steps_up_and_the_person_is_told(cast)
    turning_back_shows_what_was_known(cast)
    it_ends_and_only_the_card_is_left(cast)


# --- the table ---------------------------------------------------------------------


def the_table_is_laid(cast: Cast) -> None:
    chair = cast.chair
    page = chair.at(reverse("dossiers:open"))
    deputy = page.locator("[name=deputy] option", has_text="Vervanger")
    controller = page.locator("[name=controller] option", has_text="municipality")
    page.select_option("[name=deputy]", deputy.get_attribute("value"))
    page.select_option("[name=controller]", controller.get_attribute("value"))
    said = {
        "ground": "Weegploeg van maandag (verzonnen).",
        "grounded_on": in_days(-3),
        "regime": "wet-pga",
        "phase": "conference",
        "review_on": in_days(90),
        "why": "leiden de tafel",
    }
    for name, value in said.items():
        chair.fill(name, value)
    chair.sends()
    chair.at(cast.part("beeld"))
    for name, (_function, role, mandate) in PARTNERS.items():
        page = chair.at(cast.to("dossiers:invite"))
        option = page.locator(
            "[name=user] option", has_text=f"{name.title()} Verzonnen"
        )
        page.select_option("[name=user]", option.get_attribute("value"))
        for field, value in {
            "why": "draagt bij",
            "role": role,
            "mandate": mandate,
        }.items():
            chair.fill(field, value)
        chair.sends()
    assert Seat.objects.filter(left_at=None).count() == 7
    for each in ({"role": "subject", "name": "Verzonnen Persoon"}, A_COACH):
        cast.town.says(cast.to("dossiers:add-person"), **each, hears=TABLE)


A_COACH = {
    "role": "third_party",
    "name": "Coach Verzonnen",
    "close_link": "traint hem drie keer per week",
    "necessity": "is de enige die hem elke dag ziet",
}


# --- what is known -----------------------------------------------------------------


def each_brings_in_what_they_know(cast: Cast) -> None:
    """Who leaves a question says why; the youth worker does it on a telephone."""
    header = {
        "source": "eigen waarneming",
        "obtained": "gesprek",
        "seen_on": in_days(-2),
        "reliability": "direct",
        "hears": TABLE,
    }
    told = {"kind_1": "fact", "domain_1": "conduct", "text_1": "Hij is gevaarlijk."}
    page = cast.police.at(cast.to("contribute"))
    for name, value in (header | told).items():
        cast.police.fill(name, value)
    page.click("#question_1 .asking__leave", timeout=8_000)
    why = page.locator("#question_1 .asking__why input")
    expect(why).to_be_focused(timeout=8_000)
    page.keyboard.type("zo zei de burgemeester het")
    cast.police.sends()
    first = Contribution.objects.get()
    assert [each.outcome for each in Question.objects.all()] == ["stays"]
    page = cast.police.at(cast.to("dossiers:record", first.pk))
    expect(page.locator("main")).to_contain_text("zo zei de burgemeester het")
    told = {"kind_1": "fact", "domain_1": "work", "text_1": "Hij kwam elke dag."}
    cast.youth.says(cast.to("contribute"), **header, **told)
    page = cast.youth.at(cast.part("beeld"))
    expect(page.locator("#inbreng")).to_contain_text("Hij kwam elke dag.")
    expect(page.locator(".drawing__network")).to_contain_text("Coach Verzonnen")
    factor = Factor.objects.filter(list__is_ours=True).earliest("code")
    cast.probation.says(
        cast.to("read-factor", factor.pk),
        read="observed",
        argument="Hij kwam drie keer te laat op een afspraak.",
        hears=TABLE,
    )


# --- reading apart, and together ---------------------------------------------------


def everybody_reads_alone_first(cast: Cast) -> None:
    """N1: blind until the reveal, for whoever leads too; one by keyboard alone."""
    cast.chair.says(
        cast.to("open-round"),
        question="Zien wij een dreiging van geweld tegen het stadhuis?",
        size="short",
        answer_by=in_days(7),
        hears=TABLE,
    )
    asked = Round.objects.get()
    for name in ("town", "police", "probation", "youth"):
        cast.people[name].says(
            cast.to("reading", asked.pk),
            sees="Hij kwam elke dag.",
            reads=SECRET if name == "youth" else "Dat past bij hem.",
            says_answer="no",
            words_answer="Wij hoorden niets over het stadhuis.",
            would_change="Een brief aan het stadhuis.",
        )
    page = cast.chair.at(cast.to("round", asked.pk))
    expect(page.locator("main")).not_to_contain_text(SECRET)
    page = cast.police.at(cast.to("round", asked.pk))
    expect(page.locator("main")).not_to_contain_text(SECRET)
    read_by_keyboard(cast, asked)
    assert Reading.objects.count() == 5
    page = cast.chair.at(cast.to("round", asked.pk))
    cast.chair.press("form[action$='/onthullen/'] button")
    page = cast.police.at(cast.to("round", asked.pk))
    expect(page.locator("main")).to_contain_text(SECRET)
    expect(page.locator(".difference").first).to_be_visible()


def read_by_keyboard(cast: Cast, asked: Round) -> None:
    """The prosecution touches no mouse: Tab, letters, Space and Ctrl+Enter."""
    page = cast.law.at(cast.to("reading", asked.pk))
    keys = page.keyboard

    def tab_to(name: str) -> None:
        for _press in range(80):
            if page.evaluate("document.activeElement.name") == name:
                return
            keys.press("Tab")
        raise AssertionError(f"no way to {name} with the Tab key")

    for name, words in {
        "sees": "Een boze brief.",
        "reads": "Dat is een dreiging.",
    }.items():
        tab_to(name)
        keys.type(words)
    tab_to("says_answer")
    keys.press("Space")
    tab_to("words_answer")
    keys.type("In de brief staat een datum.")
    tab_to("would_change")
    keys.type("Als de brief niet van hem is.")
    with page.expect_navigation():
        keys.press("Control+Enter")
    assert page.locator(".utrecht-form-field-error-message").all_inner_texts() == []


def and_then_together(cast: Cast) -> None:
    """F24, F25: read together by the table, and by one otherwise."""
    cast.chair.says(
        cast.to("interpret"),
        summary="Boos om de sluiting van het buurthuis.",
        rests_on="*",
        violence="not_seen",
        violence_why="Niemand hoorde hem iets over geweld zeggen.",
        protective="Het werk waar hij elke dag komt.",
        alternative="Rouw om zijn broer.",
        confidence="fairly",
        limits="Wie hij online spreekt.",
        hears=TABLE,
    )
    together = Interpretation.objects.get()
    cast.law.says(
        cast.to("dissent", together.pk),
        sees="Wij lezen in de brief wel een dreiging.",
    )
    assert Dissent.objects.count() == 1
    page = cast.youth.at(cast.part("duiding"))
    expect(page.locator("main")).to_contain_text("Wij lezen in de brief wel")


# --- deciding and doing --------------------------------------------------------------


def the_table_decides(cast: Cast) -> None:
    """F57, F58, N5: between options, with considerations, by who may decide."""
    chair = cast.chair
    page = chair.at(cast.to("decide"))
    said = {
        "question": "Wie praat met hem?",
        "outcome": "De jongerenwerker praat met hem.",
        "option_1": "de jongerenwerker",
        "option_2": "de wijkagent",
        "dropped_2": "hij loopt weg voor het uniform",
        "chosen": "1",
        "why": "Hij kwam elke dag bij het jongerenwerk.",
        "side_1": "for",
        "consideration_1": "Zij spreken hem al.",
        "way": "consensus",
        "where": "meeting",
        "decided_on": in_days(0),
        "review_on": in_days(30),
        "deciders": [str(cast.seat(name).pk) for name in ("town", "police", "law")],
        "hears": TABLE,
    }
    whose = str(cast.seat("youth").organisation_id)
    page.select_option("[name=organisation_1]", whose)
    for name, value in said.items():
        chair.fill(name, value)
    chair.sends()
    decision = Decision.objects.get()
    assert not decision.is_provisional
    page = cast.probation.at(cast.part("besluit"))
    expect(page.locator(".decision__outcome")).to_have_text(said["outcome"])


def a_plan_is_made_and_confirmed(cast: Cast) -> None:
    """N4, F33: said by who does it, and confirmed by another organisation."""
    cast.town.says(
        cast.to("exit"),
        text="Hij werkt zes maanden aaneen.",
        seen_by="De werkgever bevestigt het elke maand.",
        hears=TABLE,
    )
    cast.town.says(
        cast.to("goal"),
        domain="work",
        text="Hij heeft werk dat hij houdt.",
        seen_by="een contract",
        hears=TABLE,
    )
    page = cast.town.at(cast.to("plan"))
    page.select_option("[name=towards]", str(Goal.objects.get().pk))
    page.select_option("[name=owner]", str(cast.seat("youth").pk))
    said = {
        "weight": "voluntary",
        "deed": "De jongerenwerker zoekt met hem een baan.",
        "starts_on": in_days(0),
        "review_on": in_days(60),
        "effect": "Hij solliciteert zelf.",
        "seen_by": "drie brieven",
        "offered": "op maandag; hij wil het",
        "factors": "*",
        "hears": TABLE,
    }
    for name, value in said.items():
        cast.town.fill(name, value)
    cast.town.sends()
    done = Intervention.objects.get()
    to = cast.to("progress", done.pk)
    cast.youth.says(to, known="claimed", words="Hij stuurde drie brieven.")
    cast.probation.says(to, known="confirmed", words="Hij liet ons er twee zien.")
    known = set(Progress.objects.values_list("known", flat=True))
    assert known == {"claimed", "confirmed"}
    page = cast.law.at(cast.part("besluit"))
    expect(page.locator("#plan")).to_contain_text("Hij liet ons er twee zien.")
    expect(page.locator(".drawing__plan .bar")).to_have_count(1)


def the_approach_steps_up_and_the_person_is_told(cast: Cast) -> None:
    """F36, F37, S18: every criterion answered; and the person knows."""
    cast.chair.at(cast.to("ladder"))
    cast.chair.says(
        cast.to("step", cast.level.pk),
        met_1="unknown",
        evidence_1="De brief is nog niet onderzocht.",
        met_2="met",
        evidence_2="Vijf partners kennen hem elk half.",
        direction="up",
        reason="De brief kwam bij het stadhuis aan.",
        review_on=in_days(60),
        hears=TABLE,
    )
    assert Scaling.objects.count() == 1
    cast.town.says(
        cast.to("inform"),
        state="informed",
        whom="hijzelf",
        told_on=in_days(0),
        words="In een gesprek op het stadhuis; hij was boos en bleef zitten.",
        hears=TABLE,
    )
    cast.chair.says(
        cast.to("review"),
        outcome="continue",
        necessary="De brief kwam op maandag aan; één partner kan dit niet alleen.",
        lighter="Het jongerenwerk alleen kan de brief niet onderzoeken.",
        next_on=in_days(60),
        hears=TABLE,
    )


def turning_back_shows_what_was_known(cast: Cast) -> None:
    """F13, F18, N13: the course of it, and what stood there before the reveal."""
    page = cast.probation.at(cast.part("tijdlijn"))
    expect(page.locator(".course-line svg")).to_be_visible()
    cast.youth.at(cast.to("between"))
    before = Round.objects.get().recorded_at
    page = cast.police.at(f"{cast.part('duiding')}&op={before:%Y-%m-%dT%H:%M:%S.%fZ}")
    expect(page.locator(".then")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text(SECRET)


# --- the end -------------------------------------------------------------------------


def it_ends_and_only_the_card_is_left(cast: Cast) -> None:
    """N20, F39, S44: a promise to look again; the card, for who is named on it."""
    detail, record = cast.part("beeld"), Contribution.objects.earliest("recorded_at")
    chair = cast.chair
    page = chair.at(cast.to("close"))
    page.select_option("[name=aftercare_by]", str(cast.seat("town").pk))
    said = {
        "outcome": "gone",
        "why": "Hij werkt zes maanden; er kwam geen brief meer.",
        "criteria": "Hij werkt zes maanden: de werkgever bevestigde het op 3 november.",
        "remaining": "geen",
        "aftercare": "De gemeente belt hem op 1 mei.",
        "look_on": in_days(180),
        "signs": "Hij schrijft weer een brief aan het stadhuis.",
        "call": "de wijkagent",
        "person_told": "in een gesprek",
        "reporter_told": "gebeld",
        "named": str(cast.seat("youth").pk),
        "agreed": "*",
    }
    for name, value in said.items():
        chair.fill(name, value)
    chair.sends()
    assert Closure.objects.count() == 1
    for reader in (cast.town, cast.youth):
        page = reader.at(detail)
        assert page.url.endswith("/nazorgkaart/")
        expect(page.locator("main")).to_contain_text(said["signs"])
        expect(page.locator("main")).not_to_contain_text("Rouw om zijn broer")
        answer = page.goto(reader.site + cast.to("dossiers:record", record.pk))
        assert answer is not None
        assert answer.status == 404
    for gone in (cast.police, cast.law, cast.probation):
        answer = gone.page.goto(gone.site + detail)
        assert answer is not None
        assert answer.status == 404
