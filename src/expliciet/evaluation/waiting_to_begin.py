"""What a study asks before anybody reads: the word of an office, and masking."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from ..accounts.models import Appointment, User
from ..dossiers.models import Seat
from .models import StudyApproval, StudyDossier, StudyHouse
from .models.study import let_in

WORDS, MASKS = "words", "masks"


def words(
    deciding: Iterable[Appointment], now: datetime
) -> "QuerySet[StudyHouse, tuple[object, ...]]":
    """Studies on which they said nothing yet, in none of the offices that they hold in
    a house."""
    held: dict[uuid.UUID, set[str]] = defaultdict(set)
    for each in deciding:
        held[each.house_id].add(each.role)
    owed = Q(pk__in=[])
    for house, offices in held.items():
        said = StudyApproval.objects.filter(at_house=OuterRef("pk"), office__in=offices)
        owed |= Q(house=house) & ~Q(Exists(said))
    return (
        StudyHouse.objects.filter(
            owed,
            study__ended_at=None,
            study__ends_on__gte=timezone.localdate(now),
        )
        .order_by()
        .values_list(
            Value(WORDS, CharField()), "study", TruncDate("asked_at"), Value(0)
        )
    )


def masks(user: User, now: datetime) -> "QuerySet[StudyDossier, tuple[object, ...]]":
    """Studies with a dossier, at whose table they lead, that was not released yet."""
    leads = Seat.objects.of(user).active(now).chairing()
    return (
        StudyDossier.objects.filter(
            Exists(leads.filter(dossier=OuterRef("dossier"))),
            let_in(OuterRef("dossier__house")),
            released_at=None,
            study__ended_at=None,
            study__ends_on__gte=timezone.localdate(now),
        )
        .order_by()
        .values_list(
            Value(MASKS, CharField()), "study", TruncDate("chosen_at"), Value(0)
        )
    )
