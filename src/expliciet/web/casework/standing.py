"""How the organisations of a round stand: in, not yet in, or gone. Nothing else of a
reading may be told before the reveal."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from ...accounts.models import Organisation
from ...casework.models import Reveal, Round
from ...casework.models.round import who_is_in
from ...dossiers.models import Seat


class Gone(NamedTuple):
    """An organisation that left the table without a reading, and when."""

    organisation: Organisation
    left_at: datetime


class Standing(NamedTuple):
    """One round, and who is in; by name, never by the time of it."""

    round: Round
    question: str
    reveal: Reveal | None
    is_withdrawn: bool
    are_in: list[Organisation]
    not_in: list[Organisation]
    gone: list[Gone]
    reads: bool
    """The organisation of whoever looks reads along."""
    is_asked: bool
    """It reads along, and is not in yet."""

    @property
    def is_running(self) -> bool:
        return self.reveal is None and not self.is_withdrawn


def standings(
    rounds: Collection[Round], seat: Seat, seats: Iterable[Seat], moment: datetime
) -> list[Standing]:
    """Of rounds that this seat hears, as it is at this moment: one query for all."""
    told = who_is_in(rounds, moment)
    left = left_at(seats, moment)
    return [standing(each, told[each.pk], left, seat, moment) for each in rounds]


def standing(
    round_: Round,
    told: set[UUID],
    left: dict[UUID, datetime],
    seat: Seat,
    moment: datetime,
) -> Standing:
    lacking = [each for each in round_.readers if each.pk not in told]
    withdrawn = round_.is_withdrawn and round_.withdrawal.at <= moment
    return Standing(
        round=round_,
        question=(round_.question or "") if round_.is_readable_by(seat) else "",
        reveal=round_.revealed_by(moment),
        is_withdrawn=withdrawn,
        are_in=[each for each in round_.readers if each.pk in told],
        not_in=[each for each in lacking if each.pk not in left],
        gone=[Gone(each, left[each.pk]) for each in lacking if each.pk in left],
        reads=round_.asks(seat.organisation_id),
        is_asked=any(each.pk == seat.organisation_id for each in lacking),
    )


def left_at(seats: Iterable[Seat], moment: datetime) -> dict[UUID, datetime]:
    """The organisations that sat here and do so no more, with the moment they left."""
    sitting = {each.organisation_id for each in seats if each.is_taken(moment)}
    gone: dict[UUID, datetime] = {}
    for each in seats:
        if each.organisation_id in sitting or each.left_at is None:
            continue
        before = gone.get(each.organisation_id, each.left_at)
        gone[each.organisation_id] = max(before, each.left_at)
    return gone
