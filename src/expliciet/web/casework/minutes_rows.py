"""The records of minutes as rows of a table, for paper: every word as it was said."""

from typing import cast

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...casework.models import Agreement, Decision, Expectation
from ...documents.paper import Block, Grid, Paragraph
from ..dossiers.entries import Entry
from .minuted import Group

Row = tuple[str, ...]


def table_of(group: Group) -> Block:
    """A group as a table, under its heading: a row for each record."""
    if not group.lines:
        return Paragraph(_("Nothing."))
    make, headers = TABLES.get(group.name, (other, OTHER))
    return Grid(
        "",
        tuple(str(header) for header in headers),
        tuple(row(line, make(line), len(headers)) for line in group.lines),
    )


def row(line: Entry, cells: Row, width: int) -> Row:
    """With its reference; closed words stay closed."""
    reference = line.record.reference
    if line.record.is_superseded:
        later = line.record.superseded_by.reference
        reference += "\n" + _("corrected since: %(reference)s") % {"reference": later}
    if not line.is_readable:
        return (reference, _("Withdrawn."), *[""] * (width - 2))
    return (reference, *cells)


def decided(line: Entry) -> Row:
    if line.record.kind != Decision.KIND:
        return (prose(line), "", day(line.record.recorded_at))
    said = cast("Decision", line.said)
    when = day(said.decided_on)
    if said.is_provisional:
        when += "\n" + _("provisional")
    told = [line.words.get("question", ""), line.words.get("outcome", "")]
    return ("\n".join(filter(None, told)), line.words.get("why", ""), when)


def agreed(line: Entry) -> Row:
    if line.record.kind != Agreement.KIND:
        return (prose(line), line.record.organisation.name, "", "", "")
    said = cast("Agreement", line.said)
    who = said.owner.who if said.owner else line.words.get("function", "")
    when = day(said.due_on)
    if trigger := line.words.get("trigger"):
        told = {"trigger": trigger, "days": said.trigger_days}
        when = _("When: %(trigger)s, then within %(days)s days") % told
    return (
        line.words.get("deed", ""),
        f"{who}, {said.owner_organisation.name}",
        when,
        line.words.get("done_when", ""),
        str(line.more["stands"].label) if "stands" in line.more else "",
    )


def expected(line: Entry) -> Row:
    said = cast("Expectation", line.said)
    answer = line.more.get("answer")
    told = [str(answer.get_says_display()), answer.words or ""] if answer else []
    return (
        line.words.get("text", ""),
        line.record.organisation.name,
        said.of.name,
        day(said.answer_by),
        "\n".join(filter(None, told)) or _("no answer yet"),
    )


def other(line: Entry) -> Row:
    return (
        str(capfirst(str(line.said._meta.verbose_name))),
        line.record.organisation.name,
        prose(line),
    )


def prose(line: Entry) -> str:
    """All that it says: its own words, and those of its parts."""
    return "\n".join([*line.words.values(), *line.said.texts_within])


def day(when: object) -> str:
    return date_format(when, "SHORT_DATE_FORMAT") if when else ""  # type: ignore[arg-type]


REFERENCE = gettext_lazy("Reference")
OTHER = (
    REFERENCE,
    gettext_lazy("Kind"),
    gettext_lazy("By"),
    gettext_lazy("What was said"),
)
TABLES = {
    "decided": (
        decided,
        (
            REFERENCE,
            gettext_lazy("Decision"),
            gettext_lazy("Because"),
            gettext_lazy("Day"),
        ),
    ),
    "agreed": (
        agreed,
        (
            REFERENCE,
            gettext_lazy("What"),
            gettext_lazy("Who"),
            gettext_lazy("By which day"),
            gettext_lazy("Done when"),
            gettext_lazy("State"),
        ),
    ),
    "expected": (
        expected,
        (
            REFERENCE,
            gettext_lazy("What"),
            gettext_lazy("Who"),
            gettext_lazy("Of whom"),
            gettext_lazy("Answer by"),
            gettext_lazy("What they answered"),
        ),
    ),
}
