"""What a recommendation that became something still asks: that it is done, and seen."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from ..accounts.models import Appointment
from .models import Adoption, AdoptionStep
from .models.study import let_in

CLAIMS, JUDGES = "claims", "judges"
Says = AdoptionStep.Says


def claims(
    speaking: Collection[Appointment], now: datetime
) -> "QuerySet[Adoption, tuple[object, ...]]":
    """What their organisation took up: from the day of its first step until it says
    that it is done, and again once somebody did not see it."""
    today = timezone.localdate(now)
    begun = Q(says=None, direction__first_step_on__lte=today)
    return (
        standing(now)
        .filter(
            begun | Q(says=Says.NOT_SEEN),
            owner__in={by.organisation_id for by in speaking},
        )
        .values_list(
            Value(CLAIMS, CharField()), "recommendation__study", "day", Value(0)
        )
    )


def judges(
    speaking: Collection[Appointment], now: datetime
) -> "QuerySet[Adoption, tuple[object, ...]]":
    """What another organisation of their house said to be done, until somebody sees it
    or does not."""
    own = Q(owner__in={by.organisation_id for by in speaking})
    own |= Q(who__in={by.user_id for by in speaking})
    return (
        standing(now)
        .filter(
            Q(says=Says.CLAIMED) & ~own,
            recommendation__house__in={by.house_id for by in speaking},
        )
        .values_list(
            Value(JUDGES, CharField()), "recommendation__study", "day", Value(0)
        )
    )


def standing(now: datetime) -> "QuerySet[Adoption]":
    """Each with what was said of it last, by whom, and on which day; or the day on
    which it was adopted."""
    last = AdoptionStep.objects.filter(adoption=OuterRef("pk")).order_by("-at", "-id")
    return (
        Adoption.objects.filter(
            let_in(OuterRef("recommendation__house"), "recommendation__study"),
            recommendation__study__ends_on__gte=timezone.localdate(now),
        )
        .annotate(
            says=Subquery(last.values("says")[:1]),
            who=Subquery(last.values("by")[:1]),
            day=Coalesce(TruncDate(Subquery(last.values("at")[:1])), TruncDate("at")),
        )
        .order_by()
    )
