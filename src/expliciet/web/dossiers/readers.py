"""Who can read a record later: the line above every text of a case (N25)."""

from datetime import datetime
from typing import NamedTuple

from ...dossiers.models import Circle, Record


class Readers(NamedTuple):
    """The organisations that hear it, and to which others it was passed on."""

    is_own: bool
    names: list[str]
    passed_to: list[tuple[str, datetime]]


def readers_of(record: Record, moment: datetime) -> Readers:
    """As it was at this moment; of a record fetched with its voice.

    What was withdrawn is read by nobody but the organisation that said it.
    """
    if record.is_withdrawn:
        return Readers(True, [record.organisation.name], [])
    names = [each.name for each in record.circle.organisations]
    passed_to = [
        (passing.organisation.name, passing.at)
        for passing in record.passings.all()
        if passing.at <= moment and passing.organisation.name not in names
    ]
    is_own = record.circle.kind == Circle.Kind.OWN and not passed_to
    return Readers(is_own, names, passed_to)
