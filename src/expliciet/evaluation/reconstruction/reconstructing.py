"""From records to figures: one pass over a selection of dossiers."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from .beginnings import count_beginnings
from .counting import Count
from .deciding import count_decisions, count_scalings
from .deeds import deeds_of
from .differing import count_impasses, count_questions, count_readings
from .figures import Figures
from .periods import Period
from .promising import count_agreements, count_expectations, count_interventions
from .rows import Case, cases, chunks, functions_around


def reconstruct(dossiers: Iterable[UUID], period: Period, now: datetime) -> Figures:
    """The figures of these dossiers as they stood at this moment.

    For whoever counts only: nobody is shown them before `suppressed` looked at them.
    """
    count = Count(period, now)
    for chunk in chunks(dossiers):
        count.know_functions(functions_around(chunk))
        for case in cases(chunk):
            count_case(case, count)
            count.end_of_dossier()
    return Figures(
        begin=period.begin,
        end=count.period.end,
        now=now,
        dossiers=count.dossiers,
        measures=tuple(each.measure() for each in count.tallies.values()),
        durations=tuple(each.duration() for each in count.clocks.values()),
    )


def count_case(case: Case, count: Count) -> None:
    deeds = deeds_of(case, count.now)
    count_beginnings(case, deeds, count)
    count_decisions(case, deeds, count)
    count_scalings(case, count)
    count_expectations(case, count)
    count_agreements(case, count)
    count_interventions(case, count)
    count_impasses(case, count)
    count_readings(case, count)
    count_questions(case, count)
