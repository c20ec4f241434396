"""One made-up case from what is known to what was closed, through the actions alone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.contributions import record_contribution
from expliciet.casework.actions.decisions import record_decision
from expliciet.casework.actions.factors import load_list, read_factor
from expliciet.casework.actions.interpretations import record_interpretation
from expliciet.casework.actions.levels import (
    agree_exit,
    close_dossier,
    scale,
    set_level,
)
from expliciet.casework.actions.plan import plan_intervention, set_goal
from expliciet.casework.actions.readings import record_reading
from expliciet.casework.actions.rounds import open_round, reveal
from expliciet.casework.differences import difference_map, differing
from expliciet.casework.models import (
    Closure,
    Contribution,
    Decision,
    ExitCriterion,
    Factor,
    FactorList,
    FactorReading,
    Goal,
    Interpretation,
    Intervention,
    Level,
    Met,
    Option,
    Reading,
    Round,
    Scaling,
    Statement,
    Take,
    Theme,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Dossier, Record, Seat
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def bring_in(table: Table, by: Seat) -> Contribution:
    now = table.tick()
    return record_contribution(
        Contribution(
            source="wijkagent (verzonnen)",
            obtained="gesprek op straat",
            seen_on=in_days(0),
            reliability=Contribution.Reliability.DIRECT,
            necessity="zijn boosheid richt zich op het stadhuis (verzonnen)",
        ),
        [
            Statement(kind="fact", domain="conduct", text="Hij plakte drie stickers."),
            Statement(
                kind="hearsay", domain="ideas", text="Hij is boos.", heard_from="buur"
            ),
        ],
        by=by,
        circle=circle_for(by, Circle.Kind.TABLE, now),
        now=now,
    )


def read(table: Table, round_: Round, by: Seat, says: str) -> Reading:
    return record_reading(
        Reading(
            of_round=round_, sees="stickers", reads="boosheid", would_change="geweld"
        ),
        [Take(theme=Theme.ANSWER, says=says, words="om de stickers")],
        [],
        by=by,
        now=table.tick(),
    )


def test_readings_are_blind_until_the_reveal_and_differ_in_words() -> None:
    """N1, N2, F20, F21, F22: also for whoever chairs."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    round_ = open_round(
        Round(size=Round.Size.SHORT, question="Wat zien wij?", answer_by=in_days(3)),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
    )
    with pytest.raises(ValidationError) as nobody:
        reveal(round_, by=table.chair, now=table.tick())
    assert nobody.value.code == "nobody"
    one = read(table, round_, police, Take.Says.YES)
    other = read(table, round_, town, Take.Says.NO)
    for seat in (table.chair, town, police):
        own = {police: {one}, town: {other}}.get(seat, set())
        assert set(Reading.objects.visible_to(seat, table.tick())) == own
    with pytest.raises(Refused):
        reveal(round_, by=police, now=table.tick())
    reveal(round_, by=table.chair, now=table.tick())
    now = table.tick()
    for seat in (table.chair, town, police):
        seen = Reading.objects.visible_to(seat, now).prefetch_related("takes")
        assert set(seen) == {one, other}
    assert differing(difference_map(seen)) == [Theme.ANSWER]


def test_a_case_goes_from_what_is_known_to_its_end() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    om = table.seat("prosecution")
    known = bring_in(table, police)
    fact, heard = known.statements.all()

    def all_of() -> Circle:
        return circle_for(table.chair, Circle.Kind.TABLE, table.tick())

    with pytest.raises(ValidationError):
        record_interpretation(
            Interpretation(
                summary="x",
                violence="unknown",
                violence_why="x",
                protective="x",
                alternative="x",
                confidence="unsure",
                limits="x",
            ),
            [heard],
            by=table.chair,
            circle=all_of(),
            now=table.tick(),
        )
    record_interpretation(
        Interpretation(
            summary="Boos om de sluiting van het buurthuis.",
            violence="not_seen",
            violence_why="geen dreiging gehoord",
            protective="werk",
            limits="weinig",
            alternative="rouw",
            confidence="fairly",
        ),
        [fact],
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    ours = load_list(
        FactorList(
            name="Neutraal",
            version="1",
            source="eigen",
            licence="EUPL-1.2",
            is_ours=True,
        ),
        [Factor(code="V1", theme="protective", name_nl="werk", name_en="work")],
        by=None,
        now=table.tick(),
    )
    factor = ours.factors.get()
    read_factor(
        FactorReading(factor=factor, read="observed", argument="hij werkt"),
        [fact],
        by=town,
        circle=circle_for(town, "table", table.tick()),
        now=table.tick(),
    )
    decision = record_decision(
        Decision(
            question="Wie praat?",
            outcome="De wijkagent.",
            why="kent hem",
            way="consensus",
            decided_on=in_days(0),
            review_on=in_days(30),
        ),
        options=[
            Option(text="wijkagent", is_chosen=True),
            Option(text="jeugdwerk", why_dropped="kent hem niet"),
        ],
        deciders=[police, town],
        statements=[fact],
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    assert decision.is_provisional, "the prosecution was not there"
    confirmed = record_decision(
        Decision(
            question="Wie praat?",
            outcome="De wijkagent.",
            why="kent hem",
            way="consensus",
            decided_on=in_days(0),
            review_on=in_days(30),
        ),
        options=[
            Option(text="wijkagent", is_chosen=True),
            Option(text="jeugdwerk", why_dropped="kent hem niet"),
        ],
        deciders=[police, town, om],
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    assert not confirmed.is_provisional
    goal = set_goal(
        Goal(domain="work", text="Hij werkt.", seen_by="contract"),
        by=town,
        circle=circle_for(town, "table", table.tick()),
        now=table.tick(),
    )
    plan = {
        "towards": goal,
        "weight": "voluntary",
        "deed": "jobcoach",
        "owner": town,
        "starts_on": in_days(1),
        "review_on": in_days(60),
        "effect": "werk",
        "seen_by": "contract",
        "offered": "ja, hij wil het",
    }
    with pytest.raises(ValidationError):
        plan_intervention(
            Intervention(**plan),
            [factor],
            by=table.chair,
            circle=all_of(),
            now=table.tick(),
        )
    agree_exit(
        ExitCriterion(text="Hij werkt zes maanden.", seen_by="contract"),
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    plan_intervention(
        Intervention(**plan),
        [factor],
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    level = set_level(
        Level(
            house=table.house,
            code="ico",
            order=1,
            name="ICO",
            meaning="tafel",
            criteria=["dreiging"],
            decider="ICO",
            review_days=90,
            source="verzonnen",
            source_date=in_days(-9),
            valid_from=in_days(0),
        ),
        by=table.director,
        now=table.tick(),
    )
    scale(
        Scaling(level=level, direction="up", reason="nieuw", review_on=in_days(60)),
        [Met(criterion="dreiging", met="not_met", evidence="niets gehoord")],
        by=table.chair,
        circle=all_of(),
        now=table.tick(),
    )
    closure = close_dossier(
        Closure(
            outcome="gone",
            why="werkt",
            criteria="zes maanden",
            remaining="geen",
            aftercare_by=town,
            aftercare="belt",
            look_on=in_days(180),
            signs="stickers",
            call="wijkteam",
            person_told="gesprek",
            reporter_told="gebeld",
        ),
        [town],
        by=table.chair,
        now=table.tick(),
    )
    now = table.tick()
    table.dossier.refresh_from_db()
    assert table.dossier.phase == Dossier.Phase.CLOSED
    assert not police.is_active(now)
    card = Seat.objects.of(town.user).active(now).get()
    assert list(Record.objects.visible_to(card, now)) == [closure.record_ptr]
