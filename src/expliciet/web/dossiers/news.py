"""Since you were here: in one sentence what others added, changed and took back."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from ...dossiers.models import Seat
from .parts import DECISION, TABLE, TOGETHER
from .told import hearing

KINDS: dict[str, tuple[Promise, str]] = {
    "contribution": (
        ngettext_lazy("%(n)d contribution", "%(n)d contributions", "n"),
        "?deel=beeld#inbreng",
    ),
    "other_use": (
        ngettext_lazy("%(n)d other use allowed", "%(n)d other uses allowed", "n"),
        "?deel=beeld#inbreng",
    ),
    "factor_reading": (
        ngettext_lazy("%(n)d reading of a factor", "%(n)d readings of factors", "n"),
        "?deel=duiding#factoren",
    ),
    "assessment": (
        ngettext_lazy("%(n)d assessment", "%(n)d assessments", "n"),
        "?deel=duiding#factoren",
    ),
    "decision": (
        ngettext_lazy("%(n)d decision", "%(n)d decisions", "n"),
        "?deel=besluit#besluiten",
    ),
    "advice": (
        ngettext_lazy("%(n)d answer to an advice", "%(n)d answers to an advice", "n"),
        "?deel=besluit#besluiten",
    ),
    "act": (
        ngettext_lazy("%(n)d deed already done", "%(n)d deeds already done", "n"),
        "?deel=besluit#al-gedaan",
    ),
    "idea": (
        ngettext_lazy("%(n)d parked idea", "%(n)d parked ideas", "n"),
        "?deel=besluit#ideeen",
    ),
    "exit_criterion": (
        ngettext_lazy("%(n)d exit criterion", "%(n)d exit criteria", "n"),
        "?deel=besluit#plan",
    ),
    "goal": (
        ngettext_lazy("%(n)d goal", "%(n)d goals", "n"),
        "?deel=besluit#plan",
    ),
    "intervention": (
        ngettext_lazy("%(n)d intervention", "%(n)d interventions", "n"),
        "?deel=besluit#plan",
    ),
    "progress": (
        ngettext_lazy(
            "%(n)d word on how something goes", "%(n)d words on how something goes", "n"
        ),
        "?deel=besluit#plan",
    ),
    "result": (
        ngettext_lazy("%(n)d result", "%(n)d results", "n"),
        "?deel=besluit#plan",
    ),
    "conflict": (
        ngettext_lazy(
            "%(n)d clash between interventions",
            "%(n)d clashes between interventions",
            "n",
        ),
        "?deel=besluit#plan",
    ),
    "round": (
        ngettext_lazy("%(n)d interpretation round", "%(n)d interpretation rounds", "n"),
        "?deel=duiding#rondes",
    ),
    "reading": (
        ngettext_lazy("%(n)d reading opened", "%(n)d readings opened", "n"),
        "?deel=duiding",
    ),
    "interpretation": (
        ngettext_lazy("%(n)d interpretation", "%(n)d interpretations", "n"),
        "?deel=duiding#samen",
    ),
    "dissent": (
        ngettext_lazy("%(n)d dissent", "%(n)d dissents", "n"),
        "?deel=duiding#samen",
    ),
    "view": (
        ngettext_lazy("%(n)d own view", "%(n)d own views", "n"),
        "?deel=duiding#eigen-kijk",
    ),
    "impasse": (
        ngettext_lazy("%(n)d impasse", "%(n)d impasses", "n"),
        "?deel=samenwerking#vastgelopen",
    ),
    "limit": (
        ngettext_lazy("%(n)d limit", "%(n)d limits", "n"),
        "?deel=samenwerking#grenzen",
    ),
    "scaling": (
        ngettext_lazy(
            "%(n)d step in the level of the approach",
            "%(n)d steps in the level of the approach",
            "n",
        ),
        "?deel=besluit#niveau",
    ),
    "review": (
        ngettext_lazy("%(n)d necessity review", "%(n)d necessity reviews", "n"),
        "?deel=besluit#toets",
    ),
    "informing": (
        ngettext_lazy(
            "%(n)d word on telling the person",
            "%(n)d words on telling the person",
            "n",
        ),
        "?deel=besluit#informeren",
    ),
    "open_point": (
        ngettext_lazy("%(n)d open point", "%(n)d open points", "n"),
        "?deel=samenwerking#open-punten",
    ),
    "minutes": (
        ngettext_lazy("minutes of %(n)d talk", "minutes of %(n)d talks", "n"),
        "?deel=tijdlijn",
    ),
    "note": (ngettext_lazy("%(n)d note", "%(n)d notes", "n"), "#gezegd"),
    "hand_over": (ngettext_lazy("%(n)d hand-over", "%(n)d hand-overs", "n"), "#gezegd"),
    "person": (ngettext_lazy("%(n)d person", "%(n)d persons", "n"), "#persons"),
    "attachment": (ngettext_lazy("%(n)d file", "%(n)d files", "n"), "#files"),
    "heading": (
        ngettext_lazy("%(n)d change at the head", "%(n)d changes at the head", "n"),
        "#grond",
    ),
}
ELSEWHERE = {
    "agreement": TOGETHER,
    "expectation": TOGETHER,
    "withholding": TOGETHER,
    "left_so": TOGETHER,
    "case_number": TOGETHER,
    "closure": DECISION,
}
"""Kinds of which no count is told, and where they stand."""
CORRECTED = ngettext_lazy("%(n)d correction", "%(n)d corrections", "n")
WITHDRAWN = ngettext_lazy("%(n)d withdrawal", "%(n)d withdrawals", "n")
PASSED_ON = ngettext_lazy(
    "%(n)d earlier record passed on to you",
    "%(n)d earlier records passed on to you",
    "n",
)
JOINED = ngettext_lazy(
    "%(n)d newcomer at the table", "%(n)d newcomers at the table", "n"
)
LEFT = ngettext_lazy("%(n)d who left the table", "%(n)d who left the table", "n")


class Part(NamedTuple):
    """One piece of the sentence, and where it is to be read."""

    words: str
    address: str


class News(NamedTuple):
    """What changed since a moment; the first time there is no moment."""

    since: datetime | None
    parts: list[Part]
    records: int = 0
    """How many records there are to read."""


def news(
    seat: Seat,
    since: datetime | None,
    now: datetime,
    *,
    seats: list[Seat],
) -> News:
    """Since this seat looked last: what others did, and what reached it meanwhile."""
    if since is None:
        return News(None, [])
    heard = hearing(seat, now).counted
    added = [each for each in heard if each.heard_at > since and each.seat != seat.pk]
    count: Counter[str] = Counter()
    passed_on = 0
    for each in added:
        if each.kind == "reading":  # opens with its round, whenever it was written
            count[each.kind] += 1
        elif each.recorded_at <= since:
            passed_on += 1
        elif each.corrects and each.kind != "heading":
            count["corrected"] += 1
        else:
            count[each.kind] += 1
    withdrawn = sum(
        each.withdrawn_at is not None
        and each.withdrawn_at > since
        and each.withdrawn_by != seat.pk
        for each in heard
        if each.stands(now)
    )
    joined, left = comings_and_goings(seats, since, now, but=seat)
    told = [
        *((label, count[kind], where) for kind, (label, where) in KINDS.items()),
        (CORRECTED, count["corrected"], "#gezegd"),
        (WITHDRAWN, withdrawn, "#gezegd"),
        (PASSED_ON, passed_on, "#gezegd"),
        (JOINED, joined, f"?deel={TABLE}"),
        (LEFT, left, f"?deel={TABLE}"),
    ]
    parts = [Part(str(label % {"n": n}), where) for label, n, where in told if n]
    return News(since, parts, len(added))


def part_where(kind: str) -> str:
    """The part of a dossier in which a kind of record stands; nothing for the first."""
    if kind in ELSEWHERE:
        return ELSEWHERE[kind]
    place = KINDS[kind][1].partition("#")[0]
    return place.removeprefix("?deel=")


def comings_and_goings(
    seats: Iterable[Seat], since: datetime, now: datetime, *, but: Seat
) -> tuple[int, int]:
    others = [each for each in seats if each.pk != but.pk]
    joined = sum(since < each.joined_at <= now for each in others)
    left = sum(bool(each.left_at and since < each.left_at <= now) for each in others)
    return joined, left
