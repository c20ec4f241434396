"""Writing what one's own organisation takes the facts to mean."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.circles import circle_for
from ...dossiers.actions.recording import Overtaken, correct, one_at_a_time, say
from ...dossiers.models import Circle, Seat, Withdrawal
from ..models import Reading, Reveal, Round, Statement, Take, Theme
from .resting import rest
from .rounds import open_to_all

THEMES: dict[str, tuple[str, ...]] = {
    Round.Size.SHORT: (Theme.ANSWER,),
    Round.Size.FULL: tuple(Theme),
}
"""What a reading may speak of, by the size of the round."""


@transaction.atomic
def record_reading(
    reading: Reading,
    takes: Sequence[Take],
    statements: Iterable[Statement],
    *,
    by: Seat,
    now: datetime,
    on_behalf_of: Seat | None = None,
    instead_of: UUID | None = None,
) -> Reading:
    """One reading for each organisation, in its own circle until the reveal.

    Written again before the reveal, it supersedes; after it, it is late and opens at
    once, and both are seen. `instead_of` is what its writer saw standing there: a
    colleague who wrote meanwhile is not overwritten. Whoever chairs may enter a guest's
    reading: then it is said in the circle of that guest's organisation and the house's.
    """
    now = one_at_a_time(by.dossier, now=now)
    round_ = reading.of_round
    organisation = (on_behalf_of or by).organisation_id
    require(
        Round.objects.visible_to(by, now).filter(pk=round_.pk).exists()
        and (on_behalf_of is None or may_write_for(by, on_behalf_of, now)),
        "round.read",
    )
    if Withdrawal.objects.filter(record=round_).exists():
        raise ValidationError(_("This round was withdrawn."))
    if not round_.asks(organisation):
        raise ValidationError(_("This organisation does not read along in this round."))
    look_at(takes, round_)
    revealed = Reveal.objects.filter(round=round_).select_related("round").first()
    earlier = own_reading(round_, organisation, by=by, now=now)
    if earlier is not None and earlier.pk != instead_of:
        raise Overtaken(earlier)
    if earlier is None:
        say(
            reading,
            by=by,
            circle=circle_of(by, on_behalf_of, now),
            action=Action.READING_RECORDED,
            now=now,
            on_behalf_of=on_behalf_of,
        )
    else:
        say_anew(reading, earlier, by=by, now=now, is_late=revealed is not None)
    for take in takes:
        take.reading = reading
        take.full_clean()
        take.save(force_insert=True)
    rest(reading, statements, by=by, now=now)
    if revealed is not None:
        open_to_all(reading, revealed, by)
    return reading


def may_write_for(by: Seat, guest: Seat, now: datetime) -> bool:
    return (
        by.records_for_others
        and guest.is_guest
        and guest.is_taken(now)
        and guest.dossier_id == by.dossier_id
    )


def circle_of(by: Seat, guest: Seat | None, now: datetime) -> Circle:
    """Nobody hears it but the organisation itself, and who wrote it down."""
    if guest is None:
        return circle_for(by, Circle.Kind.OWN, now)
    return circle_for(by, Circle.Kind.NAMED, now, [guest.organisation_id])


def own_reading(
    round_: Round, organisation: UUID, *, by: Seat, now: datetime
) -> Reading | None:
    """What stands of this organisation, to be written anew; never a second one."""
    standing = (
        Reading.objects.current()
        .filter(of_round=round_, organisation=organisation, withdrawal=None)
        .first()
    )
    if standing is None:
        return None
    if not Reading.objects.visible_to(by, now).filter(pk=standing.pk).exists():
        raise ValidationError(
            _(
                "A reading of this organisation is in already, and you do not hear it. "
                "Whoever wrote it can write it anew, or withdraw it first."
            ),
            code="in",
        )
    return standing


def say_anew(
    reading: Reading, earlier: Reading, *, by: Seat, now: datetime, is_late: bool
) -> None:
    """In the place of what stood there; after the reveal it says what changed."""
    if is_late and not reading.why_changed:
        raise ValidationError(
            {
                "why_changed": _(
                    "The others were heard since. Say what made you see it otherwise."
                )
            }
        )
    reading.why_changed = reading.why_changed or str(_("Written anew, still blind."))
    correct(reading, earlier, by=by, now=now)


def look_at(takes: Sequence[Take], round_: Round) -> None:
    """The question is answered, each theme once, and none that was not asked."""
    told = [take.theme for take in takes]
    if len(set(told)) != len(told) or set(told) - set(THEMES[round_.size]):
        raise ValidationError(_("Speak of each theme of this round once."))
    if Theme.ANSWER not in told:
        raise ValidationError(_("Answer the question itself: yes, no, or unsure."))
