"""How we work: proposed, answered by each, replaced and never overwritten (N27)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.working_agreements import (
    answer_working_agreement,
    make_working_agreement,
)
from expliciet.accounts.models import (
    Appointment,
    House,
    Organisation,
    WorkingAgreement,
    WorkingAnswer,
)
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.accounts.conftest import Trail
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory, Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
NOT_AT_TABLES = [role for role in Role if role not in Appointment.AT_TABLES]
Says = WorkingAnswer.Says


@pytest.fixture
def house() -> House:
    house = HouseFactory()
    house.unlock()
    return house


@pytest.fixture
def director(house: House) -> Appointment:
    office = OrganisationFactory(house=house, function=Organisation.OFFICE)
    return AppointmentFactory(organisation=office, role=Role.PROCESS_DIRECTOR)


@pytest.fixture
def police(house: House) -> Appointment:
    return AppointmentFactory(
        organisation=OrganisationFactory(house=house, function=Organisation.POLICE)
    )


@pytest.fixture
def school(house: House) -> Appointment:
    return AppointmentFactory(
        organisation=OrganisationFactory(house=house, function="onderwijs")
    )


def wanted(house: House, **facts: object) -> WorkingAgreement:
    known: dict[str, object] = {
        "house": house,
        "subject": WorkingAgreement.Subject.EACH_OTHER,
        "text": "Wie niet komt, zegt dat een dag eerder (verzonnen).",
        "review_on": TODAY + timedelta(days=90),
    }
    return WorkingAgreement(**known | facts)


def test_the_process_director_proposes_for_all(
    director: Appointment, trail: Trail
) -> None:
    trail()
    agreement = make_working_agreement(wanted(director.house), by=director, now=NOW)
    assert list(WorkingAgreement.objects.current()) == [agreement]
    assert agreement.ends_on > agreement.review_on
    assert trail() == [Action.WORKING_AGREEMENT_MADE]


def test_a_partner_proposes_what_it_expects_itself(
    police: Appointment, school: Appointment
) -> None:
    house = police.house
    make_working_agreement(
        wanted(house, expects=police.organisation, delivers=school.organisation),
        by=police,
        now=NOW,
    )
    for expects in (None, school.organisation):
        with pytest.raises(Refused):
            make_working_agreement(wanted(house, expects=expects), by=police, now=NOW)


@pytest.mark.parametrize("role", NOT_AT_TABLES)
def test_whoever_sits_at_no_table_proposes_and_answers_nothing(
    role: str, director: Appointment
) -> None:
    by = AppointmentFactory(organisation=director.organisation, role=role)
    agreement = make_working_agreement(wanted(by.house), by=director, now=NOW)
    with pytest.raises(Refused):
        make_working_agreement(
            wanted(by.house, expects=by.organisation), by=by, now=NOW
        )
    with pytest.raises(Refused):
        answer(agreement, by)


def answer(
    agreement: WorkingAgreement, by: Appointment, says: str = Says.YES, words: str = ""
) -> WorkingAnswer:
    return answer_working_agreement(
        WorkingAnswer(agreement=agreement, says=says, words=words), by=by, now=NOW
    )


def test_each_partner_answers_for_itself(
    director: Appointment, police: Appointment, trail: Trail
) -> None:
    agreement = make_working_agreement(wanted(police.house), by=director, now=NOW)
    trail()
    said = answer(agreement, police)
    assert said.organisation == police.organisation
    assert trail() == [Action.WORKING_AGREEMENT_ANSWERED]


@pytest.mark.parametrize("says", [Says.NO, Says.OTHERWISE])
def test_no_and_otherwise_say_why(
    says: str, director: Appointment, police: Appointment
) -> None:
    agreement = make_working_agreement(wanted(police.house), by=director, now=NOW)
    with pytest.raises(ValidationError) as wrong:
        answer(agreement, police, says)
    assert "words" in wrong.value.error_dict
    answer(agreement, police, says, "te weinig mensen (verzonnen)")


def test_another_text_takes_the_place_and_the_old_one_stands(
    director: Appointment, police: Appointment
) -> None:
    first = make_working_agreement(wanted(police.house), by=director, now=NOW)
    second = make_working_agreement(
        wanted(police.house, text="Twee dagen (verzonnen).", supersedes=first),
        by=director,
        now=NOW,
    )
    assert list(WorkingAgreement.objects.current()) == [second]
    assert "een dag" in (WorkingAgreement.objects.get(pk=first.pk).text or "")
    with pytest.raises(ValidationError):
        answer(WorkingAgreement.objects.get(pk=first.pk), police)


def test_of_two_who_put_another_text_in_its_place_the_second_is_told(
    director: Appointment,
) -> None:
    """V14: no silent overwrite."""
    first = make_working_agreement(wanted(director.house), by=director, now=NOW)
    for text, overtaken in (("Twee dagen.", False), ("Drie dagen.", True)):
        again = wanted(director.house, text=text, supersedes=first)
        if overtaken:
            with pytest.raises(ValidationError) as wrong:
                make_working_agreement(again, by=director, now=NOW)
            assert wrong.value.code == "overtaken"
        else:
            make_working_agreement(again, by=director, now=NOW)


def test_nobody_takes_the_place_of_what_another_expects(
    police: Appointment, school: Appointment
) -> None:
    """V4: a reference needs rights on both ends."""
    theirs = make_working_agreement(
        wanted(police.house, expects=police.organisation), by=police, now=NOW
    )
    with pytest.raises(Refused):
        make_working_agreement(
            wanted(police.house, expects=school.organisation, supersedes=theirs),
            by=school,
            now=NOW,
        )


def test_what_we_agree_is_looked_at_again(director: Appointment) -> None:
    with pytest.raises(ValidationError) as wrong:
        make_working_agreement(
            wanted(director.house, review_on=TODAY), by=director, now=NOW
        )
    assert "review_on" in wrong.value.error_dict
    agreement = make_working_agreement(wanted(director.house), by=director, now=NOW)
    due = WorkingAgreement.objects.due
    assert not due(TODAY)
    assert list(due(agreement.review_on)) == [agreement]


def test_houses_do_not_mix(director: Appointment) -> None:
    """V2."""
    elsewhere = AppointmentFactory()
    agreement = make_working_agreement(wanted(director.house), by=director, now=NOW)
    assert list(WorkingAgreement.objects.visible_to(director.user, TODAY)) == [
        agreement
    ]
    assert not WorkingAgreement.objects.visible_to(elsewhere.user, TODAY)
    with pytest.raises(Refused):
        answer(agreement, elsewhere)
    with pytest.raises(ValidationError):
        make_working_agreement(
            wanted(director.house, expects=elsewhere.organisation),
            by=director,
            now=NOW,
        )


def test_the_text_opens_to_who_belongs_to_the_house_alone(
    director: Appointment,
) -> None:
    agreement = make_working_agreement(wanted(director.house), by=director, now=NOW)
    stranger = AppointmentFactory().user
    with keyring():
        stranger.unlock(NOW)
        with pytest.raises(Locked):
            _ = WorkingAgreement.objects.get(pk=agreement.pk).text
    with keyring():
        director.user.unlock(NOW)
        assert WorkingAgreement.objects.get(pk=agreement.pk).text
