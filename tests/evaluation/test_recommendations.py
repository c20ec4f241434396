"""F66: recommendations, to whom they are said, and what is answered."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.evaluation.actions.recommendations import (
    change_recommendation,
    offer_recommendations,
)
from expliciet.evaluation.actions.responses import respond
from expliciet.evaluation.models import Recommendation, Response, StudyHouse
from expliciet.evaluation.waiting import waiting
from expliciet.post.models import Notice
from tests.evaluation.finding import Found
from tests.evaluation.marks import mark
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
Says = Response.Says


@pytest.fixture
def found() -> Found:
    return Found()


def answer(
    found: Found, to: Recommendation, by: Appointment, **facts: object
) -> Response:
    told = {"says": Says.ADOPT, "on": found.today + timedelta(days=60)}
    return respond(Response(recommendation=to, **told | facts), by=by, now=found.now)


def test_it_is_offered_on_a_final_finding_by_the_lead_and_then_stands(
    found: Found,
) -> None:
    loose = found.recommendation(found.offered())
    with pytest.raises(ValidationError, match="no final finding"):
        offer_recommendations([loose], by=found.lead, now=found.now)
    sure = found.recommendation()
    with pytest.raises(Refused):
        offer_recommendations([sure], by=found.coder, now=found.now)
    offer_recommendations([sure], by=found.lead, now=found.now)
    with pytest.raises(ValidationError, match="already"):
        offer_recommendations([sure], by=found.lead, now=found.now)
    with pytest.raises(ValidationError, match="stands"):
        change_recommendation(sure, [], read=mark(sure), by=found.lead, now=found.now)


def test_there_may_be_any_number_each_with_a_number_of_its_own(found: Found) -> None:
    finding = found.final()
    made = [found.recommendation(finding) for _ in range(12)]
    assert [each.number for each in made] == list(range(1, 13))


def test_it_is_said_to_a_house_of_the_study_and_an_organisation_of_that_house(
    found: Found,
) -> None:
    with pytest.raises(ValidationError, match="to whom"):
        found.recommendation(house=HouseFactory(), addressee=None)
    with pytest.raises(ValidationError, match="another house"):
        found.recommendation(addressee=OrganisationFactory())


def test_nothing_is_to_be_seen_before_it_is_offered(found: Found) -> None:
    """V1"""
    seen = Recommendation.objects.visible_to
    made = found.recommendation()
    for each in (found.partner, found.director, found.officer):
        assert not seen(each.user, found.now).exists()
    offer_recommendations([made], by=found.lead, now=found.now)
    for each in (found.partner, found.director, found.officer, found.colleague()):
        assert seen(each.user, found.now).get() == made
    assert not seen(found.outsider().user, found.now).exists()


def test_another_house_of_the_study_sees_only_what_is_said_to_itself(
    found: Found,
) -> None:
    """V1: what is said to one house is no business of the next."""
    found.recommendation(offered=True)
    there = OrganisationFactory()
    StudyHouse.objects.create(
        study=found.study,
        house=there.house,
        asked_at=found.now,
        released_at=found.now,
    )
    theirs = found.recommendation(house=there.house, addressee=there, offered=True)
    beside = AppointmentFactory(organisation=there)
    seen = Recommendation.objects.visible_to(beside.user, found.now)
    assert list(seen) == [theirs]


def test_only_whoever_it_is_said_to_answers(found: Found) -> None:
    made = found.recommendation(offered=True)
    for by in (found.colleague(), found.director, found.officer, found.outsider()):
        with pytest.raises(Refused):
            answer(found, made, by)
    assert answer(found, made, found.partner).organisation == found.police.organisation


def test_for_all_partners_together_the_office_answers(found: Found) -> None:
    made = found.recommendation(addressee=None, offered=True)
    with pytest.raises(Refused):
        answer(found, made, found.partner)
    assert answer(found, made, found.director).pk


def test_nothing_is_answered_before_it_is_offered(found: Found) -> None:
    with pytest.raises(Refused):
        answer(found, found.recommendation(), found.partner)


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        ({"says": Says.DECLINE, "on": None}, "why not"),
        ({"says": Says.ADAPT}, "why not, or how"),
        ({"on": None}, "by which day"),
    ],
)
def test_declining_and_adapting_say_why_and_doing_says_when(
    found: Found, facts: dict[str, object], lacks: str
) -> None:
    made = found.recommendation(offered=True)
    with pytest.raises(ValidationError, match=lacks):
        answer(found, made, found.partner, **facts)
    assert made.response is None


def test_a_day_that_has_passed_is_no_promise(found: Found) -> None:
    made = found.recommendation(offered=True)
    with pytest.raises(ValidationError, match="still to come"):
        answer(found, made, found.partner, on=found.today - timedelta(days=1))


def test_the_last_answer_counts_and_the_first_stays(found: Found) -> None:
    made = found.recommendation(offered=True)
    answer(found, made, found.partner, says=Says.DECLINE, words="Geen tijd.", on=None)
    found.now += timedelta(hours=1)
    answer(found, made, found.partner)
    made = Recommendation.objects.get(pk=made.pk)
    assert made.response is not None
    assert made.response.says == Says.ADOPT
    assert made.responses.count() == 2


def test_the_addressee_alone_is_told(found: Found) -> None:
    finding = found.final()
    found.now = found.table.tick() + timedelta(hours=1)
    found.recommendation(finding, offered=True)
    told = Notice.objects.filter(kind="study", at=found.now)
    assert [each.user_id for each in told] == [found.partner.user_id]


def test_what_waits_for_somebody_is_known_in_one_question(
    found: Found, django_assert_num_queries: object
) -> None:
    finding = found.offered()
    made = found.recommendation(found.final(), offered=True)
    for by, kinds in (
        (found.partner, ["answers", "checks"]),
        (found.director, ["checks"]),
        (found.officer, []),
        (found.outsider(), []),
    ):
        waits = waiting([by], found.now)
        assert sorted(each.kind for each in waits) == kinds
    found.check(finding)
    answer(found, made, found.partner)
    mine = [Appointment.objects.select_related("organisation").get(pk=found.partner.pk)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert waiting(mine, found.now) == []
