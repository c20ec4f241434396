"""Who is asked what they say to findings and recommendations: partners, by house."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from ..accounts.models import Appointment, House, Organisation, User
from ..accounts.models.appointment import AppointmentQuerySet
from ..post.actions.notices import notify
from ..post.models import Notice
from .models import Recommendation, Study


def partners_of(study: Study, today: date) -> AppointmentQuerySet:
    """Whoever is appointed at tables in a house that let this study look."""
    let_in = study.houses.filter(released_at__isnull=False).values("house")
    return (
        Appointment.objects.holding(today)
        .in_role(*Appointment.AT_TABLES)
        .filter(house__in=let_in, organisation__is_active=True)
    )


def asked_of(study: Study, today: date) -> set[uuid.UUID]:
    """The organisations whose word on the facts is waited for."""
    found = partners_of(study, today).order_by().values_list("organisation", flat=True)
    return set(found)


def addressed(recommendation: Recommendation, today: date) -> AppointmentQuerySet:
    """Whoever may answer it: people of the organisation that it is said to; of the
    office, where it is said to all partners together."""
    there = partners_of(recommendation.study, today).filter(house=recommendation.house)
    if recommendation.addressee_id:
        return there.filter(organisation=recommendation.addressee_id)
    return there.filter(organisation__function=Organisation.OFFICE)


def tell(study: Study, appointments: AppointmentQuerySet, now: datetime) -> None:
    """That something waits for their word; once each, by the house they are of."""
    by_house: dict[uuid.UUID, list[User]] = {}
    just_now = Notice.objects.filter(kind=Notice.Kind.STUDY, about=study.pk, at=now)
    told = set(just_now.values_list("user", flat=True))
    for each in appointments.select_related("user").order_by("house", "user"):
        if each.user_id not in told:
            told.add(each.user_id)
            by_house.setdefault(each.house_id, []).append(each.user)
    for house, users in by_house.items():
        notify(Notice.Kind.STUDY, users, now=now, house=house, about=study.pk)


def at_tables(by: Appointment, study: Study, now: datetime) -> bool:
    """Speaks for an organisation at tables of a house that let the study look; asked
    of the database, not of what this request read before."""
    return partners_of(study, timezone.localdate(now)).filter(pk=by.pk).exists()


def role_names(organisations: Iterable[Organisation]) -> dict[uuid.UUID, str]:
    """What researchers call organisations: their function, never their name."""
    found = sorted(organisations, key=lambda each: str(each.pk))
    alike: dict[str, list[uuid.UUID]] = {}
    for each in found:
        alike.setdefault(each.function_name, []).append(each.pk)
    return {
        pk: name if len(those) == 1 else f"{name} {number}"
        for name, those in alike.items()
        for number, pk in enumerate(those, start=1)
    }


def roles_in(houses: Iterable[House]) -> dict[uuid.UUID, str]:
    """The same of every organisation of these houses, numbered in each by itself."""
    roles: dict[uuid.UUID, str] = {}
    for house in houses:
        roles |= role_names(house.organisations.all())
    return roles


def roles_of(study: Study) -> dict[uuid.UUID, str]:
    """What its researchers call every organisation of its houses."""
    return roles_in(each.house for each in study.houses.select_related("house"))
