"""Bringing in what is known."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, say
from ...dossiers.models import Circle, Record, Seat
from ..models import Contribution, OtherUse, Statement

MOST = 40


@transaction.atomic
def record_contribution(
    contribution: Contribution,
    statements: Sequence[Statement],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    on_behalf_of: Seat | None = None,
) -> Contribution:
    """One header, and the lines that share it; each a fact, hearsay or an estimate."""
    look_at(contribution, statements)
    say(
        contribution,
        by=by,
        circle=circle,
        action=Action.CONTRIBUTION_RECORDED,
        now=now,
        on_behalf_of=on_behalf_of,
    )
    add(statements, contribution)
    return contribution


@transaction.atomic
def correct_contribution(
    contribution: Contribution,
    statements: Sequence[Statement],
    old: Contribution,
    *,
    by: Seat,
    now: datetime,
) -> Contribution:
    """The whole contribution anew, in the place of the old one.

    Whoever chairs may set right what was written down, but for what it may be used is
    for the contributor alone (S48).
    """
    look_at(contribution, statements)
    if by.organisation_id != old.organisation_id and contribution.use != old.use:
        raise ValidationError(
            {"use": _("Only who brought this in decides what it may be used for.")}
        )
    correct(contribution, old, by=by, now=now)
    add(statements, contribution)
    return contribution


def allow_other_use(other: OtherUse, *, by: Seat, now: datetime) -> OtherUse:
    """Only whoever brought it in decides about another use (S48)."""
    require(
        Record.objects.visible_to(by, now).filter(pk=other.of_contribution_id).exists()
        and other.of_contribution.organisation_id == by.organisation_id,
        "contribution.other_use",
    )
    if other.of_contribution.is_withdrawn:
        raise ValidationError(_("This was withdrawn, so it is not used at all."))
    if Record.objects.filter(supersedes=other.of_contribution_id).exists():
        raise ValidationError(
            _("This was corrected since. Decide about the text that stands now.")
        )
    if other.use == other.of_contribution.use:
        raise ValidationError(
            {"use": _("It may be used for this already. Choose another use.")}
        )
    return say(
        other,
        by=by,
        circle=other.of_contribution.circle,
        action=Action.OTHER_USE_ALLOWED,
        now=now,
    )


def look_at(contribution: Contribution, statements: Sequence[Statement]) -> None:
    """Enough lines and not too many; and a reason where belief may come in (S22)."""
    if not statements:
        raise ValidationError(_("Write at least one statement."))
    if len(statements) > MOST:
        raise ValidationError(
            _("At most %(most)d statements fit in one contribution. Divide them."),
            params={"most": MOST},
        )
    belief = any(statement.is_about_belief for statement in statements)
    if belief and not contribution.necessity:
        raise ValidationError(
            {
                "necessity": _(
                    "A line is about ideas or meaning. Say why belief or opinion must "
                    "be recorded here, or leave that line out."
                )
            }
        )


def add(statements: Sequence[Statement], contribution: Contribution) -> None:
    wrong: list[ValidationError] = []
    for order, statement in enumerate(statements, 1):
        statement.contribution, statement.order = contribution, order
        try:
            statement.full_clean()
        except ValidationError as complaint:
            wrong += [
                ValidationError(
                    _("Line %(line)d: %(words)s"),
                    params={"line": order, "words": " ".join(complaint.messages)},
                )
            ]
            continue
        statement.save(force_insert=True)
    if wrong:
        raise ValidationError(wrong)
