"""A made-up house with people in every role, and what they agreed."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
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
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory

Role = Appointment.Role
Says = WorkingAnswer.Says


class Partners:
    """`of("police")` is somebody of the police; `of("office", Role.SECRETARY)` too."""

    def __init__(self, house: House | None = None) -> None:
        self.house = house or HouseFactory()
        self.house.unlock()
        self.people: dict[tuple[str, str], Appointment] = {}

    def organisation(self, function: str) -> Organisation:
        found = self.house.organisations.filter(function=function).first()
        return found or OrganisationFactory(house=self.house, function=function)

    def of(self, function: str, role: str = Role.PARTNER) -> Appointment:
        """Somebody of this organisation in this role; the same one each time."""
        if (function, role) not in self.people:
            organisation = self.organisation(function)
            self.people[function, role] = AppointmentFactory(
                organisation=organisation, role=role
            )
        return self.people[function, role]

    @property
    def director(self) -> Appointment:
        return self.of(Organisation.OFFICE, Role.PROCESS_DIRECTOR)

    @property
    def administrator(self) -> Appointment:
        return self.of(Organisation.OFFICE, Role.ADMINISTRATOR)

    @property
    def privacy_officer(self) -> Appointment:
        return self.of(Organisation.OFFICE, Role.PRIVACY_OFFICER)

    @property
    def reviewer(self) -> Appointment:
        return self.of(Organisation.MUNICIPALITY, Role.LOG_REVIEWER)

    def agreement(
        self,
        text: str = "Een verzonnen afspraak.",
        *,
        by: Appointment | None = None,
        now: datetime | None = None,
        **about: Any,
    ) -> WorkingAgreement:
        """Proposed by the process director for all, unless said otherwise."""
        now = now or timezone.now()
        about = {
            "subject": WorkingAgreement.Subject.BRINGS,
            "review_on": timezone.localdate(now) + timedelta(days=300),
        } | about
        return make_working_agreement(
            WorkingAgreement(house=self.house, text=text, **about),
            by=by or self.director,
            now=now,
        )

    def answers(
        self,
        agreement: WorkingAgreement,
        by: Appointment,
        says: str = Says.YES,
        words: str = "",
        now: datetime | None = None,
    ) -> WorkingAnswer:
        answer = WorkingAnswer(agreement=agreement, says=says, words=words)
        return answer_working_agreement(answer, by=by, now=now or timezone.now())


def browser(somebody: Appointment) -> Client:
    """The screens, as this person is signed in."""
    client = Client()
    client.force_login(somebody.user)
    return client
