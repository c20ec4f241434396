"""What somebody asked of a dossier that is read: which moment, and known to whom."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404

from ...evaluation.reading.known import Dossier, Text
from ..dossiers.moments import read

YES = "ja"


class Asked(NamedTuple):
    """Now and known to everybody together, unless somebody asked otherwise."""

    moment: datetime
    turning: Text | None = None
    """What was decided at that moment."""
    is_now: bool = True
    spelled: str = ""
    role: str = ""
    later: bool = False
    """What became known only later is on the page as well: only when asked for."""

    def address(self, **other: object) -> str:
        """For in a link: the same, but for this."""
        said = {
            "moment": self.spelled,
            "rol": self.role,
            "later": YES if self.later else "",
        } | other
        return urlencode({name: value for name, value in said.items() if value})


def asked(query: Mapping[str, str], dossier: Dossier, now: datetime) -> Asked:
    """The number of a decision, or a day or a minute; a moment to come is now."""
    role = query.get("rol", "").strip()
    if role and role not in dossier.roles:
        raise Http404
    found = Asked(now, role=role)
    words = query.get("moment", "").strip()
    if not words:
        return found
    turning = numbered(words, dossier)
    moment = turning.row.recorded_at if turning else read(words)
    if moment >= now:
        return found
    return found._replace(
        moment=moment,
        turning=turning or dossier.at(moment),
        is_now=False,
        spelled=words,
        later=query.get("later") == YES,
    )


def numbered(words: str, dossier: Dossier) -> Text | None:
    there = (each for each in dossier.turning if str(each.row.number) == words)
    return next(there, None)
