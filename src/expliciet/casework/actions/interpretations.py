"""Reading together, and standing beside it with another view."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat, Withdrawal
from ..models import Decision, Dissent, Interpretation, Reveal, Round, Statement
from .resting import rest

BESIDE = (Interpretation.KIND, Decision.KIND)
"""What a dissent may stand beside."""


@transaction.atomic
def record_interpretation(
    interpretation: Interpretation,
    statements: Iterable[Statement],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
) -> Interpretation:
    """How the table reads it together, on at least one fact (S13)."""
    now = one_at_a_time(by.dossier, now=now)
    require(by.records_for_others, "interpretation.record")
    facts = on_a_fact(statements)
    look_at_round(interpretation.of_round, by=by, now=now)
    earlier = Interpretation.objects.visible_to(by, now).filter(withdrawal=None)
    if earlier.exists() and not interpretation.changed:
        raise ValidationError({"changed": _("Say what changed since the last one.")})
    say(
        interpretation,
        by=by,
        circle=circle,
        action=Action.INTERPRETATION_RECORDED,
        now=now,
    )
    rest(interpretation, facts, by=by, now=now)
    return interpretation


@transaction.atomic
def correct_interpretation(
    interpretation: Interpretation,
    statements: Iterable[Statement],
    old: Interpretation,
    *,
    by: Seat,
    now: datetime,
) -> Interpretation:
    """What was written down wrongly, set right; a new reading is a new record."""
    require(by.records_for_others, "interpretation.record")
    facts = on_a_fact(statements)
    interpretation.of_round = old.of_round
    correct(interpretation, old, by=by, now=now)
    rest(interpretation, facts, by=by, now=now)
    return interpretation


def on_a_fact(statements: Iterable[Statement]) -> list[Statement]:
    told = list(statements)
    if not any(each.kind == Statement.Kind.FACT for each in told):
        raise ValidationError(
            {"rests_on": _("Choose at least one fact that this rests on.")}
        )
    return told


def look_at_round(round_: Round | None, *, by: Seat, now: datetime) -> None:
    """Reading together comes after reading alone; and of a round one hears (V4)."""
    if round_ is None:
        return
    require(
        Round.objects.visible_to(by, now).filter(pk=round_.pk).exists(),
        "interpretation.record",
    )
    if not Reveal.objects.filter(round=round_).exists():
        raise ValidationError(
            _("This round was not revealed yet. First reveal it, then read together.")
        )


@transaction.atomic
def record_dissent(dissent: Dissent, *, by: Seat, now: datetime) -> Dissent:
    """A view of one's own organisation beside what the table says; it stays (S25)."""
    now = one_at_a_time(by.dossier, now=now)
    beside = dissent.beside
    require(
        beside.kind in BESIDE
        and Record.objects.visible_to(by, now).filter(pk=beside.pk).exists(),
        "dissent.record",
    )
    if Withdrawal.objects.filter(record=beside).exists():
        raise ValidationError(_("This was withdrawn, so nothing stands beside it."))
    return say(
        dissent,
        by=by,
        circle=beside.circle,
        action=Action.DISSENT_RECORDED,
        now=now,
    )
