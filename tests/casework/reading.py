"""Rounds, readings and interpretations, in as few words as a test needs (made up)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from expliciet.accounts.models import Organisation
from expliciet.casework.actions.contributions import record_contribution
from expliciet.casework.actions.interpretations import (
    record_dissent,
    record_interpretation,
)
from expliciet.casework.actions.readings import record_reading
from expliciet.casework.actions.rounds import open_round, reveal
from expliciet.casework.actions.views import record_view
from expliciet.casework.models import (
    Contribution,
    Dissent,
    Interpretation,
    Reading,
    Reveal,
    Round,
    Statement,
    Take,
    View,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Record, Seat
from tests.factories import Table

YES, NO, UNSURE = Take.Says.YES, Take.Says.NO, Take.Says.UNSURE


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def opened(
    table: Table,
    circle: str = "table",
    named: Iterable[Organisation] = (),
    *,
    size: str = Round.Size.SHORT,
    question: str = "Zien wij dreiging? (verzonnen)",
    now: datetime | None = None,
) -> Round:
    """A round that whoever chairs opened, in this circle."""
    now = now or table.tick()
    said_in = circle_for(table.chair, circle, now, [each.pk for each in named])
    asked = Round(size=size, question=question, answer_by=in_days(3))
    return open_round(asked, by=table.chair, circle=said_in, now=now)


def written(
    table: Table,
    round_: Round,
    by: Seat,
    says: str = YES,
    *,
    themes: dict[str, str] | None = None,
    rests_on: Iterable[Statement] = (),
    for_guest: Seat | None = None,
    instead_of: Reading | None = None,
    now: datetime | None = None,
    **words: Any,
) -> Reading:
    """A reading of the organisation of this seat, in words of its own."""
    name = (for_guest or by).organisation.name
    full = {"confidence": "fairly", "limits": "wij zien weinig"}
    told = {
        "sees": f"wat {name} ziet",
        "reads": f"hoe {name} leest",
        "would_change": f"wat {name} anders zou doen lezen",
        **(full if round_.size == Round.Size.FULL else {}),
        **words,
    }
    spoken = {"answer": says, **(themes or {})}
    return record_reading(
        Reading(of_round=round_, **told),
        [
            Take(theme=theme, says=each, words=f"{name} zegt {each} over {theme}")
            for theme, each in spoken.items()
        ],
        rests_on,
        by=by,
        now=now or table.tick(),
        on_behalf_of=for_guest,
        instead_of=instead_of.pk if instead_of else None,
    )


def revealed(table: Table, round_: Round, now: datetime | None = None) -> Reveal:
    return reveal(round_, by=table.chair, now=now or table.tick())


def brought_in(
    table: Table, by: Seat, text: str = "Hij plakte stickers.", circle: str = "table"
) -> Statement:
    """One fact, in a contribution of its own."""
    now = table.tick()
    contribution = record_contribution(
        Contribution(
            source="wijkagent (verzonnen)",
            obtained="gesprek",
            seen_on=timezone.localdate(now),
            reliability=Contribution.Reliability.DIRECT,
        ),
        [Statement(kind="fact", domain="conduct", text=text)],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )
    return contribution.statements.get()


def interpretation(**words: Any) -> Interpretation:
    told = {
        "summary": "Boos om een sluiting (verzonnen).",
        "violence": Interpretation.Violence.NOT_SEEN,
        "violence_why": "niets gehoord",
        "protective": "zijn werk",
        "alternative": "rouw",
        "confidence": Reading.Confidence.FAIRLY,
        "limits": "wij zien hem weinig",
    }
    return Interpretation(**(told | words))


def read_together(
    table: Table, facts: Iterable[Statement], circle: str = "table", **words: Any
) -> Interpretation:
    now = table.tick()
    said_in = circle_for(table.chair, circle, now)
    told = interpretation(**words)
    return record_interpretation(told, facts, by=table.chair, circle=said_in, now=now)


def otherwise(table: Table, beside: Record, by: Seat, **words: Any) -> Dissent:
    told = {"sees": "wij zien het anders (verzonnen)", **words}
    return record_dissent(Dissent(beside=beside, **told), by=by, now=table.tick())


def own_view(table: Table, by: Seat, circle: str = "table", **told: Any) -> View:
    now = table.tick()
    said = {
        "voice": View.Voice.PERSON,
        "given": View.Given.GIVEN,
        "given_on": timezone.localdate(now),
        "words": "Ik ben gewoon boos (verzonnen).",
    }
    view = View(**(said | told))
    return record_view(view, by=by, circle=circle_for(by, circle, now), now=now)
