"""One turn of the clock: every errand whose moment has come, each on its own."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ...audit.here import being_here
from ...audit.trail import CLOCK
from ...vault.keyring import keyring
from ..errands import Work, known
from ..models import Errand
from ..models.errand import HELD
from ..stopping import not_asked

log = logging.getLogger("expliciet")


class Done(NamedTuple):
    """One errand that was run in this turn."""

    work: Work
    did: int
    """How many things it did."""
    trouble: str
    """The kind of thing that went wrong; empty when all went well."""


def turn(now: datetime, *, goes_on: Callable[[], bool] = not_asked) -> list[Done]:
    """Do what is due. Another turn at the same moment finds nothing left to do.

    An errand that fails does not keep the others from being done, and is tried again
    soon. One line in the trail, but for errands whose work tells of itself.
    """
    errands = {errand.name: errand for errand in Errand.objects.all()}
    done = []
    for work in known().values():
        if not goes_on():
            break
        errand = errands.get(work.name) or begin(work)
        if errand.is_due(now) and take(errand, now):
            done.append(run(work, errand, now))
    told = [each for each in done if not each.work.is_silent]
    if told:
        with transaction.atomic(), being_here():
            trail.record(Action.CLOCK_RAN, by=CLOCK, count=len(told))
    return done


def begin(work: Work) -> Errand:
    return Errand.objects.get_or_create(name=work.name)[0]


def take(errand: Errand, now: datetime) -> bool:
    """Hold it, unless somebody did so since we looked; a hold runs out by itself."""
    held = errand.held_until
    errand.held_until = now + HELD
    return bool(
        Errand.objects.filter(
            pk=errand.pk, began_at=errand.began_at, held_until=held
        ).update(began_at=now, held_until=errand.held_until)
    )


def run(work: Work, errand: Errand, now: datetime) -> Done:
    """Do it, in a place and with a keyring of its own, and write down how it went."""
    began, count, trouble = time.monotonic(), 0, ""
    try:
        with being_here(), keyring():
            count = work.run(now)
    except Exception as wrong:
        trouble = type(wrong).__name__
        log.warning("the errand %s ran into %s", work.name, trouble)
    ended = now + timedelta(seconds=time.monotonic() - began)
    let_go(errand, count, trouble, ended, now)
    return Done(work, count, trouble)


def let_go(
    errand: Errand, count: int, trouble: str, ended: datetime, now: datetime
) -> None:
    """Only when it is still ours: who took too long may have been relieved."""
    written = {"ended_at": ended, "trouble": trouble[:80], "held_until": None}
    if not trouble:
        written |= {"well_at": now, "count": count}
    Errand.objects.filter(pk=errand.pk, held_until=errand.held_until).update(**written)
