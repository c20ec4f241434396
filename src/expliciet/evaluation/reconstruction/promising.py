"""What was expected, promised and done."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from ...casework.models import Reply
from .counting import Count
from .deeds import standing_claims
from .rows import Case
from .standing import Row, Thing, by_then, things

MONTH, QUARTER = 30, 90
"""Days past its own day after which an expectation is counted as older."""


def count_expectations(case: Case, count: Count) -> None:
    """By what was answered; without an answer, by how long its day has passed."""
    for each in things(case["expectations"], count.now):
        last = each.last
        if by_then(last["answer__at"], count.now):
            part = str(last["answer__says"])
        else:
            part = waiting((count.today - last["answer_by"]).days)
        count.tallies["expectations"].add(each.day, part, last["of__function"])


def waiting(late: int) -> str:
    """How long the day has passed on which an answer was asked."""
    if late <= 0:
        return "not_yet_due"
    if late <= MONTH:
        return "month"
    return "quarter" if late <= QUARTER else "longer"


def count_agreements(case: Case, count: Count) -> None:
    """By how far each came, measured by the first day that was promised."""
    claims = by_agreement(standing_claims(case["claims"], count.now))
    for each in things(case["agreements"], count.now):
        part = came_to(each, claims.get(each.last["pk"], []), count.now, count.today)
        function = each.last["owner_organisation__function"]
        organisation = each.last["owner_organisation_id"]
        count.tallies["agreements"].add(each.day, part, function, organisation)


def by_agreement(claims: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = {}
    for claim in claims:
        found.setdefault(claim["agreement_id"], []).append(claim)
    return found


def came_to(each: Thing, claims: list[Row], now: datetime, today: date) -> str:
    due = each.first["due_on"]
    if claims:
        claim = max(claims, key=lambda row: row["at"])
        known = "confirmed" if by_then(claim["confirmation__at"], now) else "claimed"
        late = due is not None and claim["done_on"] > due
        return f"{'late' if late else 'kept'}_{known}"
    if by_then(each.last["reply__at"], now) and each.last["reply__says"] == (
        Reply.Says.NO
    ):
        return "not_accepted"
    return "not_kept" if due is not None and due < today else "open"


def count_interventions(case: Case, count: Count) -> None:
    """By how the table knows how each goes: what was said last, or nothing yet."""
    latest: dict[UUID, Row] = {}
    said = [each.last for each in things(case["progress"], count.now)]
    for row in sorted(said, key=lambda row: (row["seen_on"], row["recorded_at"])):
        latest[row["of_intervention_id"]] = row
    for each in things(case["interventions"], count.now):
        told = [latest[text] for text in each.texts if text in latest]
        last = max(told, key=lambda r: (r["seen_on"], r["recorded_at"]), default=None)
        part = str(last["known"]) if last else "untold"
        function = each.last["owner__organisation__function"]
        count.tallies["interventions"].add(each.day, part, function)
