"""F67: findings rest on passages and figures, for and against."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.actions.findings import (
    add_evidence,
    change_finding,
    replace_finding,
    take_evidence_off,
    write_finding,
)
from expliciet.evaluation.evidence import (
    NOTHING,
    NOTHING_AGAINST,
    ONE_SOURCE,
    questions,
)
from expliciet.evaluation.models import Coded, Evidence, Finding, Settling, Subject
from tests.evaluation.finding import Found, destroyed
from tests.evaluation.marks import mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
WELL, BETTER = Finding.Goes.WELL, Finding.Goes.BETTER


@pytest.fixture
def found() -> Found:
    return Found()


def changed(finding: Finding, words: str) -> Finding:
    finding.words = words
    return finding


def anew(old: Finding, words: str = "Anders gezegd.", why: str = "Te ruim.") -> Finding:
    return Finding(subject=old.subject, goes=old.goes, words=words, why_changed=why)


def test_findings_are_numbered_in_their_study_and_leave_a_line(found: Found) -> None:
    first, second = found.finding(goes=WELL), found.finding()
    assert [first.number, second.number] == [1, 2]
    assert Line.objects.filter(action=Action.FINDING_MADE).count() == 2


def test_who_does_not_research_the_study_writes_nothing_in_it(found: Found) -> None:
    other = Found()
    finding = found.finding()
    with pytest.raises(Refused):
        change_finding(finding, read=mark(finding), by=other.lead, now=found.now)
    found.lead.left_at = found.now
    found.lead.save()
    with pytest.raises(Refused):
        write_finding(Finding(subject=Subject.SCALING), by=found.lead, now=found.now)


def test_it_asks_what_carries_a_finding_where_else_it_is_seen_and_what_is_against(
    found: Found,
) -> None:
    """F67: asked, never in the way."""
    finding = found.finding()
    assert questions(finding.evidence.all()) == [NOTHING]
    found.carry(finding)
    assert questions(finding.evidence.all()) == [ONE_SOURCE, NOTHING_AGAINST]
    line = next(found.said("Dat herken ik."))
    heard = found.coding()
    heard.text, heard.line, heard.begins, heard.ends = None, line, 0, 3
    heard.save()
    found.carry(finding, heard)
    assert questions(finding.evidence.all()) == [NOTHING_AGAINST]
    found.carry(finding, found.coding(words="sinds maart"), speaks="against")
    assert questions(finding.evidence.all()) == []


def test_a_passage_lies_once_with_a_finding(found: Found) -> None:
    finding, coding = found.finding(), found.coding()
    found.carry(finding, coding)
    with pytest.raises(ValidationError, match="already"):
        found.carry(finding, coding)


def test_what_another_coded_carries_a_finding_once_both_are_done(found: Found) -> None:
    """F64: who still codes blind, uses nothing of another."""
    finding, theirs = found.finding(), found.coding(by=found.coder)
    with pytest.raises(Refused):
        found.carry(finding, theirs)
    for member in (found.lead, found.coder):
        Coded.objects.create(study_dossier=found.dossier, member=member, at=found.now)
    assert found.carry(finding, theirs).pk


def test_a_passage_that_was_settled_not_to_apply_carries_nothing(found: Found) -> None:
    finding, coding = found.finding(), found.coding()
    Settling.objects.create(
        text=found.text,
        code=coding.code,
        applies=False,
        why="Bij nader inzien niet.",
        by=found.lead,
        at=found.now,
    )
    with pytest.raises(Refused):
        found.carry(finding, coding)


def test_before_it_is_offered_a_finding_is_changed_freely(found: Found) -> None:
    old = found.finding()
    finding = change_finding(
        changed(old, "Beter gezegd."), read=mark(old), by=found.coder, now=found.now
    )
    finding.refresh_from_db()
    assert finding.words == "Beter gezegd."


def test_after_it_was_offered_another_text_takes_its_place_with_why(
    found: Found,
) -> None:
    old = found.offered()
    with pytest.raises(ValidationError, match="in its place"):
        change_finding(
            changed(old, "Beter."), read=mark(old), by=found.lead, now=found.now
        )
    with pytest.raises(ValidationError, match="why"):
        replace_finding(old, anew(old, why=""), by=found.lead, now=found.now)
    new = replace_finding(old, anew(old), by=found.lead, now=found.now)
    assert (new.number, new.offered_at) == (old.number, None)
    assert new.evidence.get().coding == old.evidence.get().coding
    assert list(Finding.objects.current()) == [new]


def test_two_cannot_take_the_place_of_one(found: Found) -> None:
    old = found.offered()
    replace_finding(old, anew(old), by=found.lead, now=found.now)
    with pytest.raises(ValidationError, match="took the place"):
        replace_finding(old, anew(old, "Nog anders."), by=found.coder, now=found.now)


def test_evidence_is_taken_off_but_never_the_last_of_what_was_offered(
    found: Found,
) -> None:
    finding = found.finding()
    take_evidence_off(found.carry(finding), by=found.lead, now=found.now)
    assert not finding.evidence.exists()
    offered = found.offered()
    with pytest.raises(ValidationError, match="Something has to carry"):
        take_evidence_off(offered.evidence.get(), by=found.lead, now=found.now)


def test_nothing_is_laid_under_a_final_finding(found: Found) -> None:
    finding = found.final()
    with pytest.raises(ValidationError, match="final"):
        found.carry(finding, found.coding(words="sinds maart"))


def test_destroying_a_dossier_empties_passages_and_leaves_findings_standing(
    found: Found,
) -> None:
    finding = found.finding()
    evidence = found.carry(finding, note="Zie ook de notitie.")
    assert evidence.coding
    assert evidence.coding.passage == "geen vaste begeleider"
    destroyed(found.dossier)
    kept = Evidence.objects.select_related("coding__text").get(pk=evidence.pk)
    assert kept.coding
    assert kept.coding.passage is None
    finding.refresh_from_db()
    assert finding.words == "Begeleiders wisselen zonder overdracht."
    old = found.offered_again(finding)
    new = replace_finding(old, anew(old), by=found.lead, now=found.now)
    assert new.evidence.get().note is None


def test_a_figure_that_is_not_there_carries_nothing(found: Found) -> None:
    from expliciet.evaluation.models import Reconstruction

    figures = Reconstruction.objects.create(
        study=found.study,
        figures='{"measures": [], "durations": []}',
        by=found.lead.user,
        at=found.now,
    )
    evidence = Evidence(
        finding=found.finding(),
        speaks="for",
        reconstruction=figures,
        measure="decisions",
    )
    with pytest.raises(ValidationError, match="no such figure"):
        add_evidence(evidence, by=found.lead, now=found.now)


def test_once_the_study_is_over_nothing_is_written_any_more(found: Found) -> None:
    finding = found.finding()
    later = found.now + timedelta(days=300)
    with pytest.raises(Refused):
        change_finding(finding, read=mark(finding), by=found.lead, now=later)


def test_a_passage_that_may_not_be_read_any_more_carries_no_new_finding(
    found: Found,
) -> None:
    """F67, V8: nothing of a dossier that was taken back is laid under a finding."""
    coding, finding = found.coding(), found.finding()
    found.dossier.taken_back_at = found.now
    found.dossier.save(update_fields=["taken_back_at"])
    with pytest.raises(Refused):
        found.carry(finding, coding)
