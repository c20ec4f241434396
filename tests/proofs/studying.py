"""A study of the table of the matrix: released, coded, found, recommended, adopted."""

from datetime import date, timedelta

from django.utils import timezone

from expliciet.evaluation.actions.board import add_direction
from expliciet.evaluation.actions.learning import call_session, open_session
from expliciet.evaluation.actions.scans import begin_scan
from expliciet.evaluation.actions.studies import (
    draw_dossiers,
    make_study,
    say_on_study,
)
from expliciet.evaluation.models import (
    Adoption,
    Code,
    Coded,
    Coding,
    Conversation,
    ConversationLine,
    Evidence,
    FactCheck,
    Finding,
    LearningSession,
    Participant,
    Recommendation,
    Response,
    Scan,
    SolutionDirection,
    Study,
    StudyApproval,
    StudyDossier,
    StudyMember,
    StudyText,
)
from tests.factories import Role, Table
from tests.proofs.stage import Stage

Task = StudyMember.Task


def study_it(stage: Stage, table: Table) -> None:
    """Everything that a study can hold, once; its masked words are its own."""
    now = table.tick()
    study = begun(stage, table)
    stage.made["study"] = study
    study.unlock_work()
    lead, coder = (study.members.get(task=each) for each in (Task.LEAD, Task.CODER))
    stage.made["researcher"] = coder
    chosen = study.dossiers.get(dossier=table.dossier)
    chosen.masked_at = chosen.released_at = now
    chosen.save()
    chosen.unlock()
    coding = coded(stage, chosen, lead, coder)
    talked(stage, study, lead)
    found(stage, study, lead, coding)
    recommended(stage, study, lead)
    learned(stage, table, study)
    scan = Scan(
        house=table.house, year=now.year, answer_by=in_days(20), made_by=lead.user
    )
    table.house.unlock()
    stage.made["scan"] = begin_scan(scan, by=table.director, now=now)


def begun(stage: Stage, table: Table) -> Study:
    actors = {each.name: each.user for each in stage.actors}
    bureau = stage.organisation("here", "onderzoek")
    second = stage.appoint(bureau, Role.EVALUATOR, since=date(2021, 1, 1))
    stage.act("second evaluator of this house", second.user)
    first = actors["evaluator of this house"]
    assert first is not None
    study = Study(
        name="kanarie onderzoek",
        commissioner="kanarie opdracht",
        ground="kanarie grondslag",
        asks_interpretation="kanarie vraag",
        begins_on=in_days(-300),
        until=in_days(10),
        ends_on=in_days(200),
    )
    officers = table.house.appointments.filter(role=Role.PRIVACY_OFFICER)
    officer = officers.get(user=actors["privacy_officer of this house"])
    make_study(
        study,
        [],
        {first: Task.LEAD, second.user: Task.CODER},
        by=table.director,
        now=table.tick(),
    )
    for by in (table.director, officer):
        word = StudyApproval(
            at_house=study.houses.get(), says=True, with_core=True, why="kanarie ja"
        )
        say_on_study(word, by=by, now=table.tick())
    study = Study.objects.get(pk=study.pk)
    return draw_dossiers(study, by=table.director, now=table.tick())


def coded(
    stage: Stage, chosen: StudyDossier, lead: StudyMember, coder: StudyMember
) -> Coding:
    """One text, coded by the one and not by the other, who are both done."""
    now = timezone.now()
    record = stage.words["table"]
    text = StudyText.objects.create(
        study_dossier=chosen,
        record_id=record,
        number=1,
        kind="note",
        recorded_at=now - timedelta(hours=1),
        voice="politie-1",
        words="Kanarie gemaskeerd.",
        heard="[]",
    )
    code = Code.objects.create(
        study=chosen.study, name="kanarie code", definition="kanarie", made_at=now
    )
    coding = Coding.objects.create(
        code=code, coder=lead, text=text, begins=0, ends=7, at=now
    )
    for member in (lead, coder):
        Coded.objects.create(study_dossier=chosen, member=member, at=now)
    stage.made |= {"code": code, "coding": coding, "study dossier": chosen}
    return coding


def talked(stage: Stage, study: Study, lead: StudyMember) -> None:
    now = timezone.now()
    talk = Conversation.objects.create(
        study=study,
        number=1,
        held_on=in_days(-3),
        about="kanarie gesprek",
        made_by=lead,
        made_at=now,
    )
    who = Participant.objects.create(
        conversation=talk, function="kanarie rol", agreed_on=in_days(-3)
    )
    ConversationLine.objects.create(
        conversation=talk, number=1, words="kanarie gezegd", entered_by=lead.user
    )
    stage.made |= {"talk": talk, "participant": who}


def found(stage: Stage, study: Study, lead: StudyMember, coding: Coding) -> None:
    """One finding that partners check, and one that is final."""
    now = timezone.now()
    findings = [
        Finding.objects.create(
            study=study,
            number=number,
            subject="scaling",
            goes="better",
            words=f"kanarie bevinding {number}",
            by=lead,
            at=now,
            offered_at=now,
            check_by=in_days(9),
            final_at=now if number == 2 else None,
        )
        for number in (1, 2)
    ]
    evidence = Evidence.objects.create(
        finding=findings[0], speaks="for", coding=coding, by=lead, at=now
    )
    school = stage.made["seats"]["school"]
    check = FactCheck.objects.create(
        finding=findings[0],
        organisation=school.organisation,
        by=school.user,
        says=FactCheck.Says.OTHERWISE,
        words="kanarie anders",
        at=now,
    )
    stage.made |= {"findings": findings, "evidence": evidence, "check": check}


def recommended(stage: Stage, study: Study, lead: StudyMember) -> None:
    now, police = timezone.now(), stage.made["seats"]["police"]
    recommendation = Recommendation.objects.create(
        study=study,
        number=1,
        subject="scaling",
        house=stage.houses["here"],
        addressee=police.organisation,
        words="kanarie aanbeveling",
        why="kanarie waarom",
        by=lead,
        at=now,
        offered_at=now,
    )
    recommendation.findings.set(stage.made["findings"][1:])
    Response.objects.create(
        recommendation=recommendation,
        organisation=police.organisation,
        by=police.user,
        says=Response.Says.ADOPT,
        on=in_days(40),
        at=now,
    )
    stage.made["recommendation"] = recommendation


def learned(stage: Stage, table: Table, study: Study) -> None:
    now, recommendation = timezone.now(), stage.made["recommendation"]
    session = LearningSession(
        study=study, house=table.house, held_on=in_days(0), name="kanarie middag"
    )
    session.unlock()
    call_session(session, [recommendation], by=table.director, now=now)
    open_session(session, by=table.director, now=now)
    session.refresh_from_db()
    session.unlock()
    line = SolutionDirection(
        session=session, recommendation=recommendation, words="kanarie richting"
    )
    add_direction(line, by=table.director, now=now)
    police = stage.made["seats"]["police"]
    adoption = Adoption.objects.create(
        recommendation=recommendation,
        agreement=stage.made["agreement"],
        owner=police.organisation,
        by=table.director.user,
        at=now,
    )
    stage.made |= {"session": session, "adoption": adoption}


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
