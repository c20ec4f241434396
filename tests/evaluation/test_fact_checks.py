"""F67: partners check the facts before a finding is final."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.evaluation.actions.fact_checks import (
    make_final,
    offer_findings,
    say_what_became,
)
from expliciet.evaluation.actions.studies import end_study
from expliciet.evaluation.models import FactCheck, Finding
from expliciet.evaluation.waiting import waiting
from expliciet.post.models import Notice
from tests.evaluation.finding import Found
from tests.factories import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
Says = FactCheck.Says


@pytest.fixture
def found() -> Found:
    return Found()


def test_a_finding_that_rests_on_nothing_is_not_offered(found: Found) -> None:
    bare = found.finding()
    with pytest.raises(ValidationError, match="rests on nothing"):
        found.offered_again(bare)
    bare.refresh_from_db()
    assert bare.offered_at is None


def test_offering_is_for_the_lead_until_a_day_to_come_and_once(found: Found) -> None:
    finding = found.finding(carried=True)
    soon = found.today + timedelta(days=7)
    with pytest.raises(Refused):
        offer_findings([finding], soon, by=found.coder, now=found.now)
    with pytest.raises(ValidationError, match="still to come"):
        found.offered_again(finding, found.today)
    found.offered_again(finding)
    with pytest.raises(ValidationError, match="offered already"):
        found.offered_again(finding)


def test_partners_at_tables_are_told_that_something_waits(found: Found) -> None:
    found.offered()
    told = set(Notice.objects.filter(kind="study").values_list("user", flat=True))
    assert {found.partner.user_id, found.director.user_id} <= told
    assert found.officer.user_id not in told
    assert found.lead.user_id not in told


def test_findings_that_are_offered_together_are_told_once(found: Found) -> None:
    """And what was refused, or is still being written, tells nobody."""
    carried = [found.finding(carried=True) for _each in range(2)]
    bare, by = found.finding(), found.today + timedelta(days=7)
    with pytest.raises(ValidationError, match="rests on nothing"):
        offer_findings([*carried, bare], by, by=found.lead, now=found.now)
    told = Notice.objects.filter(kind=Notice.Kind.STUDY)
    assert not told.exists()
    offer_findings(carried, by, by=found.lead, now=found.now)
    assert told.filter(user=found.partner.user_id).count() == 1
    assert not told.filter(user=found.outsider().user_id).exists()


def test_nothing_is_to_be_seen_before_it_is_offered(found: Found) -> None:
    """V1: neither by a partner nor by an office of the house."""
    finding = found.finding(carried=True)
    everybody = [found.partner.user, found.director.user, found.officer.user]
    seen = Finding.objects.visible_to
    assert [seen(each, found.now).count() for each in everybody] == [0, 0, 0]
    found.offered_again(finding)
    assert [seen(each, found.now).count() for each in everybody] == [1, 1, 1]
    assert not seen(found.outsider().user, found.now).exists()


def test_each_organisation_says_once_whether_the_facts_are_right(found: Found) -> None:
    finding = found.offered()
    assert found.check(finding).organisation == found.police.organisation
    with pytest.raises(ValidationError, match="already"):
        found.check(finding, says=Says.UNKNOWN)
    assert found.check(finding, found.colleague(), says=Says.UNKNOWN).pk


def test_what_was_otherwise_is_said_in_words(found: Found) -> None:
    with pytest.raises(ValidationError, match="what was otherwise"):
        found.check(found.offered(), says=Says.OTHERWISE)


def test_who_is_not_at_tables_of_the_house_checks_nothing(found: Found) -> None:
    finding = found.offered()
    for by in (found.outsider(), found.officer):
        with pytest.raises(Refused):
            found.check(finding, by)
    ended = found.colleague()
    ended.until = found.today - timedelta(days=1)
    ended.save()
    with pytest.raises(Refused):
        found.check(finding, ended)


def test_a_finding_that_was_not_offered_is_not_checked(found: Found) -> None:
    with pytest.raises(Refused):
        found.check(found.finding(carried=True))


def test_final_only_when_all_answered_or_the_day_has_passed(found: Found) -> None:
    finding = found.offered()
    with pytest.raises(ValidationError, match="Not everybody answered"):
        make_final(finding, by=found.lead, now=found.now)
    found.check(finding)
    found.check(finding, found.director)
    assert make_final(finding, by=found.lead, now=found.now).is_final
    second = found.offered()
    day_itself, day_after = (found.now + timedelta(days=each) for each in (14, 15))
    with pytest.raises(ValidationError, match="Not everybody answered"):
        make_final(second, by=found.lead, now=day_itself)
    assert make_final(second, by=found.lead, now=day_after).is_final


def test_final_only_when_what_was_otherwise_got_an_answer(found: Found) -> None:
    finding = found.offered()
    check = found.check(finding, says=Says.OTHERWISE, words="Er was wel overdracht.")
    after = found.now + timedelta(days=20)
    with pytest.raises(ValidationError, match="what became"):
        make_final(finding, by=found.lead, now=after)
    with pytest.raises(Refused):
        say_what_became(check, "Aangepast.", by=found.coder, now=found.now)
    with pytest.raises(ValidationError, match="what became"):
        say_what_became(check, " ", by=found.lead, now=found.now)
    say_what_became(check, "Wij lazen het na.", by=found.lead, now=found.now)
    assert make_final(finding, by=found.lead, now=after).is_final


def test_a_finding_becomes_final_by_the_lead_and_once_it_was_offered(
    found: Found,
) -> None:
    finding = found.finding(carried=True)
    with pytest.raises(ValidationError, match="Ask the partners first"):
        make_final(finding, by=found.lead, now=found.now)
    with pytest.raises(Refused):
        make_final(finding, by=found.coder, now=found.now)


def test_a_final_finding_is_checked_no_more(found: Found) -> None:
    with pytest.raises(ValidationError, match="final by now"):
        found.check(found.final())


def test_somebody_who_codes_is_no_partner(found: Found) -> None:
    """An evaluator has no word on the facts for an organisation."""
    by = found.lead.user.appointments.get()
    assert by.role == Role.EVALUATOR
    with pytest.raises(Refused):
        found.check(found.offered(), by)


def test_a_study_that_ended_asks_partners_nothing_any_more(found: Found) -> None:
    """F67: nobody would read it, and it would wait for ever."""
    finding = found.offered()
    assert waiting([found.partner], found.now)
    end_study(found.study, "klaar (verzonnen)", by=found.officer, now=found.now)
    assert not waiting([found.partner], found.now)
    with pytest.raises(ValidationError, match="has ended"):
        found.check(finding)
