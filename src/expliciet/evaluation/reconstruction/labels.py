"""Rows and parts in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...casework.models import Decision, Step, Theme
from .figures import ALL, BY, TOTAL
from .naming import counted

Words = str | Promise

THEMES: dict[str, Words] = {
    "owner": _("who does it"),
    "date": _("by when, and until when"),
    "reason": _("the reason"),
    "criterion": _("the criterion"),
    "source": _("the source"),
    "done_when": _("when it is done"),
    "reply": _("the reply"),
    "difference": _("where partners differ"),
    "wording": _("wording"),
    "course": _("what stands still"),
    "another": _("something else"),
}

_OTHERS: dict[str, dict[str, Words]] = {
    "decisions": dict(Decision.Way.choices),
    "expectations": dict(Organisation.FIXED),
    "agreements": dict(Organisation.FIXED),
    "interventions": dict(Organisation.FIXED),
    "impasses": {"none": _("no further stage"), **dict(Step.Stage.choices)},
    "readings": dict(Theme.choices),
    "explicitness": THEMES,
}


def label_of_part(measure: str, part: str) -> Words:
    return _("together") if part == TOTAL else counted(measure).parts[part]


def label_of_row(measure: str, row: str) -> Words:
    """A year as it is, a half-year in words, and the other division in its own."""
    if row == ALL:
        return _("whole period")
    if row.startswith(BY):
        other = row.removeprefix(BY)
        return _OTHERS[measure].get(other, other)
    year, _dash, half = row.partition("-")
    if not half:
        return year
    words = _("first half of %(year)s") if half == "1" else _("second half of %(year)s")
    return words % {"year": year}
