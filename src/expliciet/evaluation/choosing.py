"""Which dossiers fit a study, and which of them are drawn."""

import random
from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from ..accounts.terms import AMSTERDAM, end_of
from ..casework.models import Scaling
from ..dossiers.models import Dossier, Record
from .models import Study

OVER = (Dossier.Phase.CLOSED, Dossier.Phase.REFUSED)


def fitting(study: Study) -> list[UUID]:
    """The dossiers of the houses of a study in which something was said in its period,
    in the state and at the level that it asks for; in a fixed order that says nothing.
    """
    begun = datetime.combine(study.begins_on, time.min, tzinfo=AMSTERDAM)
    until = end_of(study.until)
    said = Record.objects.filter(
        dossier=OuterRef("pk"), recorded_at__gte=begun, recorded_at__lte=until
    )
    released = study.houses.filter(released_at__isnull=False).values("house")
    found = Dossier.objects.filter(Exists(said), house__in=released)
    if study.state == Study.State.CLOSED:
        found = found.filter(phase__in=OVER)
    elif study.state == Study.State.RUNNING:
        found = found.exclude(phase__in=OVER)
    if study.level:
        last = Scaling.objects.filter(
            dossier=OuterRef("pk"), recorded_at__lte=until, withdrawal=None
        ).order_by("-recorded_at")
        at_level = Subquery(last.values("level__code")[:1])
        found = found.annotate(at_level=at_level).filter(at_level=study.level.code)
    return sorted(found.order_by().values_list("pk", flat=True), key=str)


def drawn(study: Study) -> list[UUID]:
    """Those that are chosen, in the order of their numbers: the same seed draws the
    same dossiers again, and numbers follow nothing that is known of a dossier."""
    chance = random.Random(study.seed)  # noqa: S311
    found = fitting(study)
    chance.shuffle(found)
    most = study.most if study.choosing == Study.Choosing.CHANCE else None
    return found[:most]
