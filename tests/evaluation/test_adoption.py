"""N15: what became of a recommendation, claimed by one and confirmed by another."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.models import Appointment, HouseRule, WorkingAgreement
from expliciet.accounts.refusal import Refused
from expliciet.evaluation.actions.adoption import (
    adopt,
    claim_adoption,
    judge_adoption,
)
from expliciet.evaluation.models import Adoption, AdoptionStep, Response
from tests.evaluation.learning import Learning, answered, called, opened, partner, put
from tests.factories import AppointmentFactory, Role

pytestmark = pytest.mark.django_db
Says = AdoptionStep.Says


def proposal(found: Learning, **facts: object) -> WorkingAgreement:
    known = {
        "house": found.studied.table.house,
        "subject": WorkingAgreement.Subject.EACH_OTHER,
        "text": "De GGZ belt de school binnen twee dagen (verzonnen).",
        "review_on": timezone.localdate() + timedelta(days=200),
    }
    found.studied.table.house.unlock()
    return WorkingAgreement(**known | facts)


def made(found: Learning, **facts: object) -> Adoption:
    recommendation = found.recommendations[0]
    if recommendation.response is None:
        answered(recommendation, found.director, found.now)
    owner = found.studied.table.organisation("GGZ")
    known = {"recommendation": recommendation, "owner": owner}
    return adopt(
        Adoption(**known | facts), proposal(found), by=found.director, now=found.now
    )


def step(adoption: Adoption, says: str = "") -> AdoptionStep:
    return AdoptionStep(adoption=adoption, says=says, words="te zien in drie dossiers")


def claimed(found: Learning) -> tuple[Adoption, Appointment]:
    adoption, owner = made(found), partner(found, "GGZ")
    claim_adoption(step(adoption), by=owner, now=found.studied.table.tick())
    return adoption, owner


def test_a_direction_becomes_a_working_agreement() -> None:
    """N14, N15: one thing that partners answer, in the place of an old one."""
    found, _code = opened()
    old = made(found).agreement
    direction = put(found)
    anew = adopt(
        Adoption(
            recommendation=found.recommendations[0],
            direction=direction,
            owner=found.studied.table.organisation("GGZ"),
        ),
        proposal(found, supersedes=old),
        by=found.director,
        now=found.studied.table.tick(),
    )
    assert anew.agreement is not None
    assert anew.agreement.supersedes == old
    assert anew.direction == direction


def test_what_was_declined_or_not_answered_becomes_nothing() -> None:
    found = called()
    recommendation = found.recommendations[0]
    fresh = Adoption(
        recommendation=recommendation,
        owner=found.studied.table.organisation("GGZ"),
    )
    with pytest.raises(ValidationError, match="Answer it first"):
        adopt(fresh, proposal(found), by=found.director, now=found.now)
    answered(recommendation, found.director, found.now, Response.Says.DECLINE)
    with pytest.raises(ValidationError, match="Answer it first"):
        adopt(fresh, proposal(found), by=found.director, now=found.now)
    assert not WorkingAgreement.objects.exists()


def test_it_may_point_to_a_house_rule_that_was_set_since() -> None:
    found = called()
    house, recommendation = found.studied.table.house, found.recommendations[0]
    before = HouseRule.objects.filter(house=house).first()
    answered(recommendation, found.director, timezone.now())
    owner = found.studied.table.organisation("GGZ")
    with pytest.raises(ValidationError, match="set since"):
        adopt(
            Adoption(recommendation=recommendation, owner=owner, house_rule=before),
            by=found.director,
            now=found.now,
        )
    assert before is not None
    before.pk, before.set_at = None, timezone.localtime() + timedelta(seconds=5)
    before.id = Adoption().id
    before.save(force_insert=True)
    adoption = adopt(
        Adoption(recommendation=recommendation, owner=owner, house_rule=before),
        by=found.director,
        now=found.now,
    )
    assert adoption.agreement is None


def test_who_it_was_not_said_to_does_not_adopt_it() -> None:
    found = called()
    answered(found.recommendations[0], found.director, found.now)
    for by in (partner(found, "police"), found.studied.officer):
        with pytest.raises(Refused):
            adopt(
                Adoption(
                    recommendation=found.recommendations[0],
                    owner=by.organisation,
                ),
                proposal(found),
                by=by,
                now=found.now,
            )


def test_only_its_owner_says_that_it_is_done_and_says_what_shows_it() -> None:
    found = called()
    adoption = made(found)
    with pytest.raises(Refused):
        claim_adoption(step(adoption), by=partner(found, "police"), now=found.now)
    bare = AdoptionStep(adoption=adoption)
    with pytest.raises(ValidationError, match="what shows it"):
        claim_adoption(bare, by=partner(found, "GGZ"), now=found.now)


def test_another_organisation_confirms_it_and_never_its_owner() -> None:
    """N15: nobody confirms their own word, a colleague of theirs neither."""
    found = called()
    adoption, owner = claimed(found)
    elsewhere = AppointmentFactory(
        user=owner.user,
        organisation=found.studied.table.organisation("police"),
        role=Role.PARTNER,
    )
    for by in (owner, partner(found, "GGZ"), elsewhere):
        with pytest.raises(Refused):
            judge_adoption(step(adoption, Says.CONFIRMED), by=by, now=found.now)
    police = partner(found, "police")
    now = found.studied.table.tick()
    judge_adoption(step(adoption, Says.CONFIRMED), by=police, now=now)
    assert Adoption.objects.get(pk=adoption.pk).is_confirmed
    with pytest.raises(ValidationError, match="nothing to judge"):
        judge_adoption(step(adoption, Says.NOT_SEEN), by=police, now=now)


def test_not_seen_yet_it_may_be_said_to_be_done_again() -> None:
    found = called()
    adoption, owner = claimed(found)
    with pytest.raises(ValidationError, match="another looks"):
        claim_adoption(step(adoption), by=owner, now=found.now)
    police = partner(found, "police")
    later = found.studied.table.tick()
    judge_adoption(step(adoption, Says.NOT_SEEN), by=police, now=later)
    claim_adoption(step(adoption), by=owner, now=found.studied.table.tick())
    says = [each.says for each in adoption.steps.all()]
    assert says == [Says.CLAIMED, Says.NOT_SEEN, Says.CLAIMED]
