"""From report to weighing, from weighing to the first deed (striking power)."""

from datetime import date

from ...dossiers.models import Dossier
from .counting import Count
from .deeds import Deeds, first_after
from .rows import Case
from .standing import Row, day_of

REPORT, WEIGHING = Dossier.Phase.REPORT, Dossier.Phase.WEIGHING


def count_beginnings(case: Case, deeds: Deeds, count: Count) -> None:
    """Only of what began here: of a dossier taken over, the past has no moments."""
    said = sorted(case["headings"], key=lambda row: row["recorded_at"])
    said = [row for row in said if row["recorded_at"] <= count.now]
    if not said or any(row["running_since"] for row in said):
        return
    opened, weighed = said[0], first_in(said, WEIGHING)
    if opened["phase"] == REPORT:
        report(day_of(opened["recorded_at"]), weighed, count)
    if weighed:
        weighing(weighed, deeds, count)


def first_in(headings: list[Row], phase: str) -> Row | None:
    return next((row for row in headings if row["phase"] == phase), None)


def report(day: date, weighed: Row | None, count: Count) -> None:
    part = "weighed" if weighed else "not_weighed"
    if count.tallies["reports"].add(day, part) and weighed:
        took = day_of(weighed["recorded_at"]) - day
        count.clocks["report_to_weighing"].add(day, took.days)


def weighing(weighed: Row, deeds: Deeds, count: Count) -> None:
    at = weighed["recorded_at"]
    day = day_of(at)
    deed = first_after(deeds, at, day)
    part = "deed" if deed else "no_deed"
    if count.tallies["weighings"].add(day, part) and deed:
        count.clocks["weighing_to_deed"].add(day, (deed - day).days)
