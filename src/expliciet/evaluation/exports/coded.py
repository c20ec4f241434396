"""The codebook, what was coded with it, and how far coders agreed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Coding, Study, StudyMember, StudyText
from ..reading.comparing import agreed, compared_for
from ..tabular import Cell, Column, Table

Row = tuple[Cell, ...]


def numbers_of(study: Study) -> dict[UUID, int]:
    """Each code under a number, in the order in which they were made."""
    codes = study.codes.order_by("made_at", "id").values_list("pk", flat=True)
    return {pk: number for number, pk in enumerate(codes, start=1)}


def coders_of(study: Study) -> dict[UUID, str]:
    """Researchers by number, in the order in which they came."""
    members = study.members.order_by("joined_at", "id").values_list("pk", flat=True)
    return {pk: f"codeur-{number}" for number, pk in enumerate(members, start=1)}


def codebook(study: Study) -> Table:
    numbers = numbers_of(study)
    columns = (
        Column("code", _("number of the code in this file")),
        Column("onder", _("number of the code above it; empty at the top")),
        Column("onderwerp", _("subject of the study it belongs to")),
        Column("naam", _("name of the code")),
        Column("betekenis", _("what it stands for")),
        Column("voorbeeld", _("a made-up example")),
        Column("wanneer_niet", _("when it does not apply")),
        Column("in_gebruik", _("whether it is still given"), "", "ja, nee"),
    )
    rows = [
        (
            numbers[each.pk],
            numbers.get(each.parent_id) if each.parent_id else None,
            str(each.get_subject_display()) if each.subject else "",
            each.name or "",
            each.definition or "",
            each.example or "",
            each.counter_example or "",
            each.ended_at is None,
        )
        for each in study.codes.order_by("made_at", "id")
    ]
    return Table("codeboek", columns, rows)


def codings(member: StudyMember, now: datetime) -> Table:
    columns = (
        Column("bron", _("where the passage stands"), "", "dossier, gesprek"),
        Column("nummer", _("number of the dossier or conversation in the study")),
        Column("tekst", _("number of the text, or of the line, in it")),
        Column("code", _("number of the code, as in codeboek.csv")),
        Column("codeur", _("who gave it, by a number that says nothing")),
        Column("begint", _("where the passage begins"), _("signs from the start")),
        Column("eindigt", _("where it ends"), _("signs from the start")),
        Column("dag", _("when it was coded"), _("day")),
        Column(
            "eens",
            _("whether all who are done with it gave it, or settled that it applies"),
            "",
            "ja, nee",
        ),
    )
    return Table("coderingen", columns, list(coded(member, now)))


def coded(member: StudyMember, now: datetime) -> Iterator[Row]:
    """Of dossiers that may be read now, and of conversations."""
    numbers, coders = numbers_of(member.study), coders_of(member.study)
    readable = StudyText.objects.visible_to(member.user, now).order_by().values("pk")
    alike = set(agreed(member.study).values_list("pk", flat=True))
    seen = (
        Coding.objects.visible_to(member)
        .standing()
        .filter(Q(line__isnull=False) | Q(text__in=readable))
    )
    for (
        coding,
        dossier,
        text,
        conversation,
        line,
        code,
        coder,
        begins,
        ends,
        at,
    ) in seen.order_by(
        "text__study_dossier__number",
        "text__number",
        "line__conversation__number",
        "line__number",
        "begins",
        "at",
    ).values_list(
        "pk",
        "text__study_dossier__number",
        "text__number",
        "line__conversation__number",
        "line__number",
        "code",
        "coder",
        "begins",
        "ends",
        "at",
    ):
        source = "gesprek" if dossier is None else "dossier"
        place = (conversation, line) if dossier is None else (dossier, text)
        day = timezone.localdate(at)
        told = (numbers[code], coders[coder], begins, ends, day, coding in alike)
        yield source, *place, *told


def agreement(member: StudyMember) -> Table:
    columns = (
        Column("vergeleken_op", _("when two coders were compared"), _("day")),
        Column("eerste", _("one coder")),
        Column("tweede", _("the other coder")),
        Column("code", _("number of the code; empty for all decisions together")),
        Column("teksten", _("texts that both coded"), _("texts")),
        Column("beide", _("decisions in which both gave the code")),
        Column("alleen_eerste", _("decisions in which only the first gave it")),
        Column("alleen_tweede", _("decisions in which only the second gave it")),
        Column("geen_van_beide", _("decisions in which neither gave it")),
        Column("gelijk", _("share of decisions alike"), "", "0 - 1"),
        Column("kappa", _("Cohen’s kappa; empty where it cannot be given")),
        Column("alpha", _("Krippendorff’s alpha; empty where it cannot be given")),
        Column("alpha_laag", _("lower bound of its 95% interval")),
        Column("alpha_hoog", _("upper bound of its 95% interval")),
        Column("waarom_niet", _("why a figure is not given")),
    )
    return Table("overeenstemming", columns, list(compared(member)))


def compared(member: StudyMember) -> Iterator[Row]:
    """From the first on, as far as one is done oneself with what was compared."""
    numbers, coders = numbers_of(member.study), coders_of(member.study)
    for each, told in reversed(compared_for(member)):
        both = coders[each.first_id], coders[each.second_id]
        by_code = {
            numbers[UUID(code)]: figures
            for code, figures in told.get("codes", {}).items()
            if UUID(code) in numbers
        }
        lines: list[tuple[int | None, dict[str, Any]]] = [
            (None, told["overall"]),
            *sorted(by_code.items()),
        ]
        for code, figures in lines:
            bounds = figures["interval"] or (None, None)
            yield (
                timezone.localdate(each.at),
                *both,
                code,
                figures["units"],
                *figures["counts"],
                figures["observed"],
                figures["kappa"],
                figures["alpha"],
                *bounds,
                figures["why"] or figures["why_no_interval"] or "",
            )
