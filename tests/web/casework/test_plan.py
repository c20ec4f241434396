"""Planning on a screen: exit criteria, goals, what is done, and how it goes."""

from typing import Any

import pytest
from django.urls import reverse

from expliciet.casework.actions.plan import record_progress
from expliciet.casework.models import (
    Approval,
    Factor,
    Goal,
    Intervention,
    Progress,
    Result,
)
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Seat
from tests.factories import Table, unlock_all
from tests.web.casework.deciding import (
    INTRUDES,
    a_goal,
    an_exit,
    core,
    decide,
    in_days,
    plan,
    the_plan,
    to,
)
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import page_of, questions

pytestmark = pytest.mark.django_db


def typed(table: Table, goal: Goal, owner: Seat, **other: Any) -> dict[str, Any]:
    """An intervention as somebody types it."""
    return {
        "towards": str(goal.pk),
        "weight": "voluntary",
        "deed": "Een jobcoach gaat mee. (verzonnen)",
        "owner": str(owner.pk),
        "factors": [str(Factor.objects.filter(list__is_ours=True)[0].pk)],
        "starts_on": in_days(1).isoformat(),
        "review_on": in_days(60).isoformat(),
        "effect": "hij solliciteert",
        "seen_by": "zijn brieven",
        "offered": "ja, hij wil het",
        "hears": table.hears(table.chair),
    } | other


def test_exit_criteria_come_before_the_first_intervention(table: Table, at: At) -> None:
    """S42: said on the page, in the form, and refused at recording."""
    town = table.seat("municipality")
    goal = a_goal(table, town)
    client = at(table.chair)
    assert "Nog niet afgesproken." in the_plan(client, table)
    address = to("plan", table.dossier.pk)
    assert "Spreek eerst af wanneer de aanpak klaar is." in words(client.get(address))
    assert client.post(address, typed(table, goal, town)).status_code == REFUSED
    told = {"text": "Hij werkt zes maanden.", "seen_by": "zijn baas"}
    told["hears"] = table.hears(table.chair)
    assert client.post(to("exit", table.dossier.pk), told).status_code == REDIRECTED
    assert client.post(address, typed(table, goal, town)).status_code == REDIRECTED
    page = the_plan(client, table)
    assert page.index("Hij werkt zes maanden.") < page.index("Hij heeft werk.")
    assert page.index("Hij heeft werk.") < page.index("Een jobcoach gaat mee.")


def test_a_goal_is_in_one_domain_of_life(table: Table, at: At) -> None:
    """F30, I-18: phrased as what there will be; the hint says so."""
    town = table.seat("municipality")
    client = at(town)
    address = to("goal", table.dossier.pk)
    assert "Zeg wat er zal zijn, niet wat moet stoppen" in words(client.get(address))
    told = {"text": "Hij heeft werk.", "seen_by": "een contract"}
    told["hears"] = table.hears(town)
    assert client.post(address, told).status_code == REFUSED
    answer = client.post(address, told | {"domain": "work"})
    assert answer.status_code == REDIRECTED
    assert "Hij heeft werk." in the_plan(client, table)


@pytest.mark.parametrize(
    "lacking", ["towards", "owner", "starts_on", "review_on", "effect", "seen_by",
                "offered", "factors"]
)  # fmt: skip
def test_an_intervention_is_asked_all_of_this(
    table: Table, at: At, lacking: str
) -> None:
    """S30, F32, F34, I-19, I-20, I-21."""
    town = table.seat("municipality")
    an_exit(table)
    goal = a_goal(table, town)
    told = typed(table, goal, town) | {lacking: ""}
    if lacking == "factors":
        told["factors"] = []
    answer = at(table.chair).post(to("plan", table.dossier.pk), told)
    assert answer.status_code == REFUSED
    assert "Een jobcoach gaat mee." in words(answer)
    assert not Intervention.objects.exists()


def test_a_day_in_the_past_is_refused(table: Table, at: At) -> None:
    town = table.seat("municipality")
    an_exit(table)
    goal = a_goal(table, town)
    told = typed(table, goal, town, starts_on=in_days(-9).isoformat())
    told["review_on"] = in_days(-2).isoformat()
    answer = at(table.chair).post(to("plan", table.dossier.pk), told)
    assert answer.status_code == REFUSED
    assert "een dag die nog komt" in words(answer).lower()


@pytest.mark.parametrize("lacking", ["power", "proportionate", "lighter", "harm"])
def test_what_intrudes_is_asked_more(table: Table, at: At, lacking: str) -> None:
    """F35, I-20, I-23, I-24: voluntary support is asked none of it."""
    police = table.seat("police")
    an_exit(table)
    goal = a_goal(table, police)
    told = typed(table, goal, police) | INTRUDES | {lacking: ""}
    client = at(table.chair)
    answer = client.post(to("plan", table.dossier.pk), told)
    assert answer.status_code == REFUSED
    assert "iemands leven" in words(answer)
    told = typed(table, goal, police)
    assert client.post(to("plan", table.dossier.pk), told).status_code == REDIRECTED


def test_a_second_person_of_another_organisation_approves(table: Table, at: At) -> None:
    """F31: until then it does not start; and not by the doer, nor without mandate."""
    town, police, om = core(table)
    Seat.objects.filter(pk=om.pk).update(mandate=Seat.Mandate.DECIDE)
    Seat.objects.filter(pk=police.pk).update(mandate=Seat.Mandate.DECIDE)
    an_exit(table)
    measure = plan(table, a_goal(table, town), police, **INTRUDES)
    address = to("approve", table.dossier.pk, measure.pk)
    detail = page_of(table)
    assert "wacht op akkoord" in words(at(om).get(detail))
    assert "Lezen en akkoord geven" in words(at(om).get(detail))
    assert "Lezen en akkoord geven" not in words(at(police).get(detail))
    assert at(police).get(address).status_code == 403
    assert at(town).get(address).status_code == 403
    told = {"known": "claimed", "seen_on": in_days(0).isoformat(), "words": "begonnen"}
    going = to("progress", table.dossier.pk, measure.pk)
    assert at(police).post(going, told).status_code == REFUSED
    client = at(om)
    assert "hij kan zijn zus niet bezoeken" in words(client.get(address))
    assert client.post(address).status_code == REDIRECTED
    assert client.post(address).status_code == REFUSED, "once"
    assert Approval.objects.get().by_id == om.pk
    assert "Akkoord van" in the_plan(at(town), table)
    assert "wacht op akkoord" not in words(client.get(detail))
    assert at(police).post(going, told).status_code == REDIRECTED


def test_progress_says_how_we_know_it_and_who_confirmed(table: Table, at: At) -> None:
    """N4, F33: the doer claims, somebody of another organisation confirms."""
    town, police, _om = core(table)
    an_exit(table)
    support = plan(table, a_goal(table, town), police)
    address = to("progress", table.dossier.pk, support.pk)
    told = {"seen_on": in_days(0).isoformat(), "words": "Hij kwam twee keer."}
    assert at(town).post(address, told | {"known": "claimed"}).status_code == REFUSED
    assert (
        at(police).post(address, told | {"known": "confirmed"}).status_code == REFUSED
    )
    assert at(police).post(address, told | {"known": "claimed"}).status_code == 302
    assert at(town).post(address, told | {"known": "confirmed"}).status_code == 302
    assert at(town).post(address, told | {"known": "assumed"}).status_code == 302
    future = told | {"known": "assumed", "seen_on": in_days(4).isoformat()}
    assert at(town).post(address, future).status_code == REFUSED
    page = the_plan(at(police), table)
    for said in (
        "Gezegd door wie het doet",
        "Bevestigd door een ander",
        "niemand bevestigde het",
        town.organisation.name,
    ):
        assert said in page, said


def test_at_its_day_the_owner_says_what_came_of_it(table: Table, at: At) -> None:
    """S31, I-22, F32: overdue in words, asked of the owner, harm is an answer too."""
    town, police, om = core(table)
    an_exit(table)
    support = plan(table, a_goal(table, town), police)
    Intervention.objects.filter(pk=support.pk).update(review_on=in_days(-3))
    page = the_plan(at(town), table)
    assert "niemand heeft het nog vastgelegd" in page
    detail = page_of(table)
    assert "Het resultaat vastleggen" in words(at(police).get(detail))
    assert "het resultaat van een interventie is nodig" in words(at(om).get(detail))
    address = to("result", table.dossier.pk, support.pk)
    assert at(om).get(address).status_code == 403
    told = {"came": "harmful", "why": "Hij durft nu niet meer naar buiten."}
    assert at(police).post(address, {"came": "reached"}).status_code == REFUSED
    assert at(police).post(address, told).status_code == REDIRECTED
    page = the_plan(at(town), table)
    assert "Hij durft nu niet meer naar buiten." in page
    assert "niemand heeft het nog vastgelegd" not in page
    assert "interventie is nodig" not in words(at(om).get(detail))
    assert Result.objects.get().organisation_id == police.organisation_id


def test_a_day_moves_in_sight_and_is_approved_anew(table: Table, at: At) -> None:
    """S33, F31: the earlier day stays; what was approved was the old text."""
    town, police, om = core(table)
    Seat.objects.filter(pk=om.pk).update(mandate=Seat.Mandate.DECIDE)
    an_exit(table)
    goal = a_goal(table, town)
    measure = plan(table, goal, police, **INTRUDES)
    client = at(om)
    assert client.post(to("approve", table.dossier.pk, measure.pk)).status_code == 302
    address = to("plan-anew", table.dossier.pk, measure.pk)
    chair = at(table.chair)
    assert "gebiedsverbod (verzonnen)" in words(chair.get(address))
    told = typed(table, goal, police) | INTRUDES
    told |= {"review_on": in_days(90).isoformat(), "why_changed": "langer nodig"}
    assert chair.post(address, told).status_code == REDIRECTED
    page = the_plan(client, table)
    assert "eerder:" in page
    assert "Nog niet begonnen:" in page
    assert client.post(to("approve", table.dossier.pk, measure.pk)).status_code == 302
    refused = at(table.substitute).post(address, told)
    assert refused.status_code == REFUSED
    assert "intussen" in words(refused)


def test_two_that_clash_stay_in_sight_until_it_is_settled(table: Table, at: At) -> None:
    """S32, I-24."""
    town, police, _om = core(table)
    an_exit(table)
    goal = a_goal(table, town)
    one, other = plan(table, goal, police), plan(table, goal, town)
    hidden = plan(table, a_goal(table, police, "own"), police, by=police, circle="own")
    client = at(town)
    address = to("clash", table.dossier.pk, one.pk)
    form = words(client.get(address))
    assert other.reference in form
    assert hidden.reference not in form
    told = {"why": "De een bouwt vertrouwen, de ander volgt hem."}
    told["hears"] = table.hears(town)
    answer = client.post(address, told | {"other": str(hidden.pk)})
    assert answer.status_code == REFUSED
    assert client.post(address, told | {"other": str(other.pk)}).status_code == 302
    page = the_plan(client, table)
    assert page.count("Botst met een andere interventie.") == 2


def test_a_provisional_decision_starts_nothing_that_intrudes(
    table: Table, at: At
) -> None:
    """S24: voluntary support it may start, and the decision shows what it started."""
    town, police, om = core(table)
    an_exit(table)
    goal = a_goal(table, town)
    provisional = decide(table, [town, police])
    advised = decide(table, [town, police, om], advice_to="de driehoek")
    client = at(table.chair)
    address = to("plan", table.dossier.pk)
    for decision in (provisional, advised):
        told = typed(table, goal, police) | INTRUDES | {"decided_in": decision.pk}
        assert client.post(address, told).status_code == REFUSED
    told = typed(table, goal, police) | {"decided_in": provisional.pk}
    assert client.post(address, told).status_code == REDIRECTED
    page = the_plan(client, table)
    assert "Wordt uitgevoerd door:" in page


def test_whoever_hears_an_intervention_hears_its_goal(table: Table, at: At) -> None:
    """V4: and one that was passed on alone stands without it."""
    town, police, _om = core(table)
    table.seat("GGZ")
    an_exit(table)
    goal = a_goal(table, town, "core")
    told = typed(table, goal, police)
    refused = at(table.chair).post(to("plan", table.dossier.pk), told)
    assert refused.status_code == REFUSED
    assert "hoort het doel" in words(refused)


def test_an_intervention_passed_on_alone_points_at_nothing(
    table: Table, at: At
) -> None:
    """V4, S34: it stands in a group of its own."""
    town, police, _om = core(table)
    an_exit(table)
    goal = a_goal(table, town)
    support = plan(table, goal, police)
    care = table.seat("GGZ")
    pass_on(support, care.organisation, by=table.chair, now=table.tick())
    page = the_plan(at(care), table)
    assert "Een jobcoach gaat mee." in page
    assert "zonder een doel dat u hier leest" in page
    assert goal.reference not in page


def test_an_owner_who_left_is_said_and_asked_about(table: Table, at: At) -> None:
    """An organisation that left: who takes it over?"""
    town = table.seat("municipality")
    care = table.seat("GGZ")
    an_exit(table)
    plan(table, a_goal(table, town), care)
    end_seat(care, "klaar (verzonnen)", by=table.chair, now=table.tick())
    page = the_plan(at(table.chair), table)
    assert "wie neemt het over?" in page
    assert "Kies wie het overneemt" in page


def test_a_withdrawn_goal_leaves_what_is_done_in_sight(table: Table, at: At) -> None:
    town, police, _om = core(table)
    an_exit(table)
    goal = a_goal(table, town)
    plan(table, goal, police)
    withdraw(goal, "vergist (verzonnen)", by=town, now=table.tick())
    page = the_plan(at(police), table)
    assert "zonder een doel dat u hier leest" in page
    assert "Hij heeft werk." not in page


def test_what_is_planned_in_a_small_circle_is_absent_for_others(
    table: Table, at: At
) -> None:
    """Two worlds: page, form and address alike."""
    town, police, _om = core(table)
    school = table.seat("onderwijs")
    an_exit(table)
    client = at(school)
    before = the_plan(client, table)
    measure = plan(table, a_goal(table, town, "core"), police, circle="core")
    after = the_plan(client, table)
    assert measure.reference not in after
    assert before.count("<article") == after.count("<article")
    for deed in ("progress", "result", "approve", "clash", "plan-anew"):
        assert client.get(to(deed, table.dossier.pk, measure.pk)).status_code == 404


def test_more_that_is_done_asks_no_more_of_the_database(table: Table, at: At) -> None:
    town, police, _om = core(table)
    an_exit(table)
    goal = a_goal(table, town)

    def one_more() -> None:
        support = plan(table, goal, police)
        told = Progress(
            of_intervention=support, known="claimed", seen_on=in_days(0), words="goed"
        )
        record_progress(told, by=police, now=table.tick())

    one_more()
    client = at(table.chair)
    page = page_of(table, deel="besluit")
    client.get(page)
    few = questions(client, page)
    for _ in range(5):
        one_more()
    assert questions(client, page) == few
    unlock_all(table.dossier)
    assert reverse("dossiers:detail", args=[table.dossier.pk]) in page
