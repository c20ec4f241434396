"""The made-up study over Duinmeer: all there is to see, and nobody's name in it."""

import re
from collections import Counter

import pytest
from django.utils import timezone

from expliciet.accounts.models import Organisation, User
from expliciet.demo.duinmeer.study import STUDIES
from expliciet.demo.weeks import Calendar
from expliciet.dossiers.models import Dossier, Person
from expliciet.evaluation.figured import figures_of
from expliciet.evaluation.models import (
    Adoption,
    Coded,
    Coding,
    Comparison,
    Conversation,
    Evidence,
    FactCheck,
    Finding,
    HandMask,
    LearningSession,
    Memo,
    Recommendation,
    Reconstruction,
    Scan,
    Settling,
    SolutionDirection,
    Study,
    StudyDossier,
    StudyText,
    Subject,
)
from expliciet.evaluation.models.study import COVER
from expliciet.evaluation.reading.comparing import differences
from expliciet.vault.keyring import keyring, unlock
from tests.demo.conftest import Duinmeer
from tests.demo.test_stories import MEASURES, ORIGIN_AND_BELIEF
from tests.factories import unlock_all

pytestmark = pytest.mark.django_db

KINDS = set(
    "Zorg en Veiligheidshuis Gemeente Politie Openbaar Ministerie GGZ Reclassering "
    "Jeugdbescherming College Woonstichting Jongerenwerk De de van Bureau verzonnen "
    "Noemt zich online echte naam niet bekend".split()
)
"""Words in a name that say what somebody is, not who."""


def first() -> Study:
    return Study.objects.get(drawn_at__isnull=False)


def told() -> list[str]:
    """Every text of the story of the study, as it stands in its modules."""
    found: list[str] = []

    def gather(thing: object) -> None:
        if isinstance(thing, str):
            found.append(thing)
        elif isinstance(thing, tuple):
            for each in thing:
                gather(each)

    for deed in STUDIES.deeds:
        gather(tuple(vars(deed).values()))
    return found


def test_each_study_says_that_it_is_made_up_and_not_that_of_any_research(
    duinmeer: Duinmeer,
) -> None:
    """S62, F89."""
    with keyring():
        for study in Study.objects.all():
            unlock(study.pk, [COVER])
            assert "verzonnen, niet die van het onderzoek" in study.name
            assert "verzonnen" in study.commissioner
            assert "verzonnen" in study.ground
    bureau = duinmeer.house.organisations.get(function="onderzoek")
    assert "verzonnen" in bureau.name


def test_nobody_in_it_is_described_by_origin_or_belief_and_nobody_is_measured() -> None:
    """S22, and no figure about a person."""
    texts = told()
    assert [words for words in texts if ORIGIN_AND_BELIEF.search(words)] == []
    assert [words for words in texts if MEASURES.search(words)] == []


def test_it_is_told_in_the_order_of_its_days_and_ends_before_today() -> None:
    calendar = Calendar(timezone.now())
    moments = [calendar.moment(deed.when) for deed in STUDIES.deeds]
    assert moments == sorted(moments)
    assert moments[-1] < calendar.now
    for words in told():
        assert "{" not in calendar.told(words, calendar.now)


def test_no_name_of_anybody_stands_in_a_text_that_researchers_read(
    duinmeer: Duinmeer,
) -> None:
    """F63: of people at tables, of whom it is about, of organisations and dossiers."""
    names = {str(each.name) for each in User.objects.all()}
    names |= {each.name for each in Organisation.objects.all()}
    names |= {"Strandwolde", "Duinmeer", "Kuststreek", "Waddenrand"}
    for dossier in Dossier.objects.all():
        unlock_all(dossier)
        names.add(dossier.working_name)
        names |= {each.name or "" for each in Person.objects.filter(dossier=dossier)}
        names |= {each.who for each in dossier.seats.all()}
    words = {word for name in names for word in re.findall(r"\w+", name)} - KINDS
    words = {word for word in words if word[0].isupper()}
    named = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words))})s?(?!\w)")
    assert named.search("Gemeente Strandwolde")
    for chosen in StudyDossier.objects.all():
        chosen.unlock()
    texts = list(StudyText.objects.all())
    assert len(texts) > 60
    for text in texts:
        for read in (text.words, text.voice, text.heard):
            assert not named.findall(read or ""), read


def test_eleven_dossiers_were_masked_and_released_by_whoever_leads_their_table(
    duinmeer: Duinmeer,
) -> None:
    """F63: and two were not looked over yet, so that nobody reads these."""
    chosen = StudyDossier.objects.filter(study=first())
    assert len(chosen) == 13
    released = chosen.exclude(released_at=None)
    assert len(released) == 11
    assert HandMask.objects.count() == 2
    for each in chosen.filter(released_at=None):
        assert not each.study_texts.exists()
    for each in released:
        last = each.study_texts.latest("recorded_at")
        assert each.released_at is not None
        assert last.recorded_at < each.released_at


def test_two_coders_coded_apart_and_settled_all_but_one_difference(
    duinmeer: Duinmeer,
) -> None:
    """F64, N13."""
    study = first()
    assert study.codes.count() >= 10
    assert study.codes.exclude(parent=None).exists()
    by_dossier = Counter(
        Coded.objects.values_list("study_dossier", flat=True).order_by()
    )
    assert sum(count == 2 for count in by_dossier.values()) == 3
    assert Comparison.objects.count() == 1
    assert Settling.objects.count() == 2
    assert Memo.objects.count() == 2
    lead = study.members.get(task="lead")
    open_ones = [
        each for each in differences(lead, timezone.now()) if each.settled is None
    ]
    assert len(open_ones) == 1


def test_four_conversations_were_agreed_to_written_down_and_coded(
    duinmeer: Duinmeer,
) -> None:
    """F65."""
    talks = Conversation.objects.prefetch_related("participants", "lines")
    assert len(talks) == 4
    for talk in talks:
        assert talk.all_agreed
        assert 6 <= talk.lines.count() <= 12
        assert Coding.objects.filter(line__conversation=talk).exists()


def test_findings_of_both_kinds_stand_on_what_was_read_heard_and_counted(
    duinmeer: Duinmeer,
) -> None:
    """F67: with evidence for and against, and two of them still with the partners."""
    findings = Finding.objects.all()
    assert len(findings) == 10
    assert {each.subject for each in findings} == set(Subject)
    assert {each.goes for each in findings} == set(Finding.Goes)
    assert {each.speaks for each in Evidence.objects.all()} == set(Evidence.Speaks)
    assert all(each.evidence.filter(speaks="for").exists() for each in findings)
    assert Evidence.objects.exclude(reconstruction=None).exists()
    assert len(findings.filter(final_at=None)) == 2
    checks = FactCheck.objects.all()
    assert {each.says for each in checks} == set(FactCheck.Says)
    assert len(checks.filter(says="otherwise", became_at=None)) == 1


def test_the_course_was_counted_once_and_something_of_it_may_be_shown(
    duinmeer: Duinmeer,
) -> None:
    """F58, F67: a figure lies under a finding, and tells more than that it is small."""
    counted = Reconstruction.objects.get()
    with keyring():
        counted.study.unlock_work()
        shown = figures_of(counted)["agreements"].parts
    assert [part.number for part in shown if part.number] == [6, 15, 4, 28]
    assert Evidence.objects.get(reconstruction=counted).measure == "agreements"


def test_twelve_recommendations_were_answered_in_every_way_and_two_not(
    duinmeer: Duinmeer,
) -> None:
    """F66."""
    advice = Recommendation.objects.prefetch_related("responses")
    assert len(advice) == 12
    said = [each.response.says if each.response else None for each in advice]
    assert {*said} == {"adopt", "adapt", "decline", None}
    assert said.count(None) == 2
    assert len({each.addressee_id for each in advice}) >= 6


def test_a_learning_session_was_held_and_one_direction_became_an_agreement(
    duinmeer: Duinmeer,
) -> None:
    """F68, N14, N15: claimed with proof by one, confirmed by another."""
    session = LearningSession.objects.get()
    assert session.closed_at
    directions = SolutionDirection.objects.all()
    assert len(directions) == 15
    assert len(directions.exclude(owner=None)) == 3
    assert session.groups.count() == 3
    assert directions.exclude(dots=None).exists()
    adoption = Adoption.objects.get()
    assert adoption.is_confirmed
    assert adoption.agreement in duinmeer.house.working_agreements.current()
    claim, judged = adoption.steps.all()
    assert claim.organisation_id == adoption.owner_id != judged.organisation_id


def test_a_second_study_waits_for_the_privacy_officer(duinmeer: Duinmeer) -> None:
    second = Study.objects.get(drawn_at=None)
    assert second.follows == first()
    said = second.houses.get().said
    assert set(said) == {"process_director"}


def test_one_scan_was_opened_and_one_is_being_answered(duinmeer: Duinmeer) -> None:
    """N22."""
    now, before = Scan.objects.all()
    assert before.opened_at
    assert not now.opened_at
    assert now.year == before.year + 1
    assert len({each.organisation_id for each in before.answers.all()}) == 5
    assert len({each.organisation_id for each in now.answers.all()}) == 2
