"""A summary as it stands on paper: each part in the words in which it was said."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import cast

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ...casework.models import (
    Decision,
    Dissent,
    Impasse,
    Interpretation,
    Intervention,
    Scaling,
)
from ...documents.paper import Block, Facts, Grid, Paragraph, Part
from ...dossiers.models import Seat
from ..dossiers.entries import Entry
from ..dossiers.frame import head_at
from .as_text import named
from .minutes_rows import TABLES, day
from .summed import Summed

Pairs = tuple[tuple[str, str], ...]


def parts_of(
    there: Summed, seat: Seat, now: datetime, purpose: str
) -> tuple[Part, ...]:
    """From top to bottom; where nothing stands the paper says so."""
    return (
        Part(_("The dossier"), blocks=(Facts(heading(seat, now, purpose)),)),
        Part(_("Who sits at the table"), blocks=(sitting(there.seats),)),
        Part(
            _("How we read it together"),
            blocks=read(there.reading, there.dissents) if there.reading else nothing(),
        ),
        Part(
            _("Level of the approach"),
            blocks=level(there.level) if there.level else nothing(),
        ),
        *listed(_("Decisions"), there.decisions, decision),
        *planned(there),
        Part(_("Agreements"), blocks=table("agreed", there.agreements)),
        Part(
            _("Expectations without an answer"),
            blocks=table("expected", there.expectations),
        ),
        *listed(_("Where we are stuck"), there.impasses, impasse),
    )


def nothing() -> tuple[Block, ...]:
    return (Paragraph(_("Nothing.")),)


def heading(seat: Seat, now: datetime, purpose: str) -> Pairs:
    dossier, head = seat.dossier, head_at(seat, now, None)
    assert head is not None  # noqa: S101 (as it is now, there always is one)
    return (
        (_("Number"), dossier.number),
        (label(_("working name")), head.working_name),
        (label(_("phase")), str(dossier.get_phase_display())),
        (label(_("regime")), str(head.regime_name)),
        (_("Answers for the processing"), head.controller),
        (_("Next review"), day(head.review_on)),
        (_("Taken along for"), purpose),
    )


def label(words: object) -> str:
    return str(capfirst(str(words)))


def sitting(seats: Iterable[Seat]) -> Grid:
    rows = tuple(
        (
            each.who,
            each.organisation.name,
            str(each.get_role_display()),
            str(each.get_mandate_display()),
        )
        for each in seats
    )
    return Grid("", (_("Name"), _("Organisation"), _("Role"), _("Mandate")), rows)


def read(reading: Entry, dissents: Iterable[Dissent]) -> tuple[Block, ...]:
    """With what is not known, and who sees it otherwise."""
    said = cast("Interpretation", reading.said)
    told = [
        (_("Reference"), f"{said.reference}, {day(said.recorded_at)}"),
        (label(_("threat of violence")), str(said.get_violence_display())),
        *of_texts(reading, "violence_why", "protective", "alternative"),
        (label(_("how sure are we")), str(said.get_confidence_display())),
        *of_texts(reading, "limits"),
        *otherwise(dissents),
    ]
    return (Paragraph(reading.words.get("summary", "")), Facts(tuple(told)))


def of_texts(entry: Entry, *names: str) -> list[tuple[str, str]]:
    """Those of its texts that say something, by the names of their fields."""
    fields = {field.name: field for field in entry.said._meta.concrete_fields}
    return [
        (label(fields[name].verbose_name), entry.words[name])
        for name in names
        if entry.words.get(name)
    ]


def otherwise(dissents: Iterable[Dissent]) -> list[tuple[str, str]]:
    """An organisation that sees it otherwise, and what the table does with that."""
    return [
        (
            _("%(organisation)s sees it otherwise")
            % {"organisation": each.organisation.name},
            "\n".join(filter(None, (each.sees, each.handled))),
        )
        for each in dissents
    ]


def level(entry: Entry) -> tuple[Block, ...]:
    """On which criteria, and in what one sees each; no number comes out of it."""
    said = cast("Scaling", entry.said)
    rows = tuple(
        (one["met"].criterion, str(one["met"].get_met_display()), one["met"].evidence)
        for one in entry.more["criteria"]
    )
    told = (
        (_("Level"), said.level.name),
        *of_texts(entry, "reason"),
        (label(_("look again on")), day(said.review_on)),
    )
    headers = (label(_("criterion")), _("Met?"), label(_("in what we see that")))
    return (Facts(told), *([Grid("", headers, rows)] if rows else []))


def listed(
    title: str, found: Iterable[Entry], told: Callable[[Entry], Pairs]
) -> Iterable[Part]:
    """A heading of its own for each, so that one finds it by ear as well."""
    each_of = [Part(each.record.reference, 2, (Facts(told(each)),)) for each in found]
    yield Part(title, blocks=() if each_of else nothing())
    yield from each_of


def decision(entry: Entry) -> Pairs:
    said = cast("Decision", entry.said)
    when = day(said.decided_on)
    if said.is_provisional:
        when = f"{when}, {_('provisional')}"
    return (
        *of_texts(entry, "question", "outcome", "why", "advice_to"),
        (label(_("decided on")), when),
        *([(label(_("look again on")), day(said.review_on))] if said.review_on else []),
        *otherwise(entry.more["dissents"]),
    )


def impasse(entry: Entry) -> Pairs:
    said = cast("Impasse", entry.said)
    where = [
        (each.organisation.name, each.latest.words or "")
        for each in entry.more["standings"]
    ]
    return (
        *of_texts(entry, "question", "asked"),
        (label(_("since")), day(said.since)),
        *where,
        (label(_("decided by")), day(entry.more["due_by"])),
        (_("Who sees to it"), entry.more["leads"].who),
    )


def planned(there: Summed) -> Iterable[Part]:
    """By goal: what is done, by whom, and how it goes."""
    yield Part(_("Plan"), blocks=() if there.aims else nothing())
    for aim in there.aims:
        title, about = _("Without a goal that you hear"), []
        if aim.goal:
            title = aim.goal.record.reference
            about = [Facts(tuple(of_texts(aim.goal, "text", "seen_by")))]
        rows = tuple(intervention(each) for each in aim.interventions)
        headers = (_("Reference"), _("What"), _("Who"), _("Day"), _("How it goes"))
        grid = [Grid("", headers, rows)] if rows else []
        yield Part(title, 2, (*about, *grid))


def intervention(entry: Entry) -> tuple[str, ...]:
    said = cast("Intervention", entry.said)
    looked = named(label(_("look at the result on")), day(said.review_on))
    days = f"{day(said.starts_on)}\n{looked}"
    goes = [
        f"{day(each.seen_on)}, {each.get_known_display()}: {each.words}"
        for each in entry.more["progress"][:1]
    ]
    goes += [f"{each.get_came_display()}: {each.why}" for each in entry.more["results"]]
    return (
        entry.record.reference,
        "\n".join(filter(None, (entry.words.get("deed"), entry.words.get("effect")))),
        f"{said.owner.who}, {said.owner.organisation.name}",
        days,
        "\n".join(goes) or _("nothing said yet"),
    )


def table(name: str, found: list[Entry]) -> tuple[Block, ...]:
    """As in minutes: a row for each, with its reference."""
    if not found:
        return nothing()
    make, headers = TABLES[name]
    rows = tuple((each.record.reference, *make(each)) for each in found)
    return (Grid("", tuple(str(each) for each in headers), rows),)
