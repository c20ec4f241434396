"""A study over several dossiers in which much happened; all of it invented."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from expliciet.accounts.models import House
from expliciet.dossiers.models import Dossier
from expliciet.evaluation.actions.reconstructing import reconstruct_process
from expliciet.evaluation.models import Reconstruction, StudyDossier
from tests.evaluation.finding import Found
from tests.evaluation.reconstruction.busy import Reported, busy
from tests.factories import Table, unlock_all

AGO = timedelta(days=220)


class Course(Found):
    """A study that may read one quiet dossier, and as many busy ones as are added."""

    def __init__(self, busy: int = 0, steps: int = 9, **facts: Any) -> None:
        today = timezone.localdate()
        told = {
            "begins_on": half_year(today - AGO)[0],
            "until": half_year(today)[1],
            "ends_on": today + timedelta(days=200),
        }
        super().__init__(AGO, **told | facts)
        self.study.smallest = 3
        self.study.save(update_fields=["smallest"])
        for _ in range(busy):
            self.add(steps)

    def add(self, steps: int = 9) -> StudyDossier:
        """One more dossier of the house, released to the study."""
        return self.let_in(happened(self.table.house, steps))

    def let_in(self, dossier: UUID) -> StudyDossier:
        last = self.study.dossiers.order_by("-number").first()
        return StudyDossier.objects.create(
            study=self.study,
            dossier=Dossier.objects.get(pk=dossier),
            number=last.number + 1 if last else 1,
            chosen_at=self.now,
            masked_at=self.now,
            released_at=self.now,
            released_by=self.director.user,
        )

    def counted(self, now: datetime | None = None) -> Reconstruction:
        self.study.unlock_work()
        return reconstruct_process(by=self.lead, now=now or timezone.now())

    @property
    def dossiers(self) -> list[UUID]:
        return list(self.study.dossiers.values_list("dossier", flat=True))


def half_year(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year in which this day falls."""
    if day.month < 7:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def happened(house: House, steps: int = 9) -> UUID:
    """A dossier that began with a report, at which so much happened."""
    table: Table = Reported(house, timezone.now() - AGO)
    found = busy(table, steps)
    unlock_all(table.dossier)
    return found
