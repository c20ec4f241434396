"""A study that found something, in the fewest words; all of it invented."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from expliciet.accounts.models import Appointment, Organisation
from expliciet.evaluation.actions.conversations import (
    Said,
    enter_lines,
    keep_consent,
    plan_conversation,
)
from expliciet.evaluation.actions.fact_checks import (
    check_facts,
    make_final,
    offer_findings,
)
from expliciet.evaluation.actions.findings import add_evidence, write_finding
from expliciet.evaluation.actions.recommendations import (
    offer_recommendations,
    recommend,
)
from expliciet.evaluation.models import (
    Code,
    Coding,
    Conversation,
    Evidence,
    FactCheck,
    Finding,
    Recommendation,
    Study,
    StudyDossier,
    StudyMember,
    StudyText,
    Subject,
)
from tests.evaluation.study import released
from tests.factories import AppointmentFactory, OrganisationFactory, Role, Table

WORDS = "De jongen heeft sinds maart geen vaste begeleider meer."


class Found:
    """One released dossier with one text, two coders, and what they write of it.

    `ago` puts its clock back, for screens that look at the clock themselves.
    """

    def __init__(self, ago: timedelta = timedelta(), **facts: Any) -> None:
        begun = timezone.now() - ago if ago else None
        self.table = Table(now=begun)
        self.police = self.table.seat("police")
        record = self.table.note(self.police, "Verzonnen.")
        self.now: datetime = self.table.tick()
        studied, self.dossier = released(
            self.table, [(record, WORDS)], self.now, **facts
        )
        self.study: Study = studied.study
        self.lead: StudyMember = studied.lead
        self.coder: StudyMember = studied.coder
        self.director: Appointment = studied.director
        self.officer: Appointment = studied.officer
        self.text: StudyText = self.dossier.study_texts.get()

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def partner(self) -> Appointment:
        return self.police.user.appointments.get()

    def code(self, name: str = "wisseling", **facts: Any) -> Code:
        told = {
            "subject": Subject.COOPERATION,
            "definition": "Iemand anders neemt het over.",
        }
        return Code.objects.create(
            study=self.study, name=name, made_at=self.now, **told | facts
        )

    def coding(
        self, by: StudyMember | None = None, words: str = "geen vaste begeleider"
    ) -> Coding:
        begins = WORDS.index(words)
        return Coding.objects.create(
            code=self.code(),
            coder=by or self.lead,
            text=self.text,
            begins=begins,
            ends=begins + len(words),
            at=self.now,
        )

    def finding(self, *, carried: bool = False, **facts: Any) -> Finding:
        told = {
            "subject": Subject.COOPERATION,
            "goes": Finding.Goes.BETTER,
            "words": "Begeleiders wisselen zonder overdracht.",
        }
        finding = write_finding(Finding(**told | facts), by=self.lead, now=self.now)
        if carried:
            self.carry(finding)
        return finding

    def carry(
        self, finding: Finding, coding: Coding | None = None, **facts: Any
    ) -> Evidence:
        told = {"speaks": Evidence.Speaks.FOR, "coding": coding or self.coding()}
        evidence = Evidence(finding=finding, **told | facts)
        return add_evidence(evidence, by=self.lead, now=self.now)

    def offered(self, **facts: Any) -> Finding:
        finding = self.finding(carried=True, **facts)
        by = self.today + timedelta(days=14)
        return self.offered_again(finding, by)

    def offered_again(self, finding: Finding, by: date | None = None) -> Finding:
        by = by or self.today + timedelta(days=14)
        return offer_findings([finding], by, by=self.lead, now=self.now)[0]

    def check(
        self, finding: Finding, by: Appointment | None = None, **facts: Any
    ) -> FactCheck:
        check = FactCheck(finding=finding, **{"says": FactCheck.Says.RIGHT} | facts)
        return check_facts(check, by=by or self.partner, now=self.now)

    def final(self, **facts: Any) -> Finding:
        finding = self.offered(**facts)
        later = self.now + timedelta(days=16)
        return make_final(finding, by=self.lead, now=later)

    def recommendation(
        self, *findings: Finding, offered: bool = False, **facts: Any
    ) -> Recommendation:
        told = {
            "subject": Subject.COOPERATION,
            "house": self.table.house,
            "addressee": self.police.organisation,
            "words": "Draag een casus altijd over in een gesprek.",
            "why": "Nu moet de jongen zijn verhaal opnieuw vertellen.",
        }
        made = recommend(
            Recommendation(**told | facts),
            findings or [self.final()],
            by=self.lead,
            now=self.now,
        )
        if offered:
            offer_recommendations([made], by=self.lead, now=self.now)
            made.refresh_from_db()
        return made

    def conversation(self, *roles: str, agreed: bool = True) -> Conversation:
        conversation = Conversation(
            held_on=self.today, about="Overdragen", consent="U mag altijd stoppen."
        )
        plan_conversation(
            conversation, roles or ["wijkagent", "docent"], by=self.lead, now=self.now
        )
        for each in conversation.participants.all() if agreed else ():
            keep_consent(each, self.today, by=self.lead, now=self.now)
        return conversation

    def said(self, *words: str) -> Iterator[Any]:
        conversation = self.conversation()
        lines = [Said("wijkagent", each) for each in words]
        yield from enter_lines(conversation, lines, by=self.lead, now=self.now)

    def outsider(self, role: str = Role.PARTNER) -> Appointment:
        """Somebody of a house that this study does not look at."""
        return AppointmentFactory(role=role)

    def colleague(self, function: str = "onderwijs") -> Appointment:
        """Somebody of another organisation in the same house."""
        there = Organisation.objects.filter(house=self.table.house, function=function)
        organisation = there.first() or OrganisationFactory(
            house=self.table.house, function=function
        )
        return AppointmentFactory(organisation=organisation)


def destroyed(chosen: StudyDossier) -> None:
    """The keys of a dossier are gone, as when it was destroyed."""
    from expliciet.vault.keyring import held
    from expliciet.vault.models import DataKey

    DataKey.objects.filter(scope=chosen.dossier_id).delete()
    held().lock(chosen.place())
    chosen.unlock()
