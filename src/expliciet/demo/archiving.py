"""A closed dossier as a story, from one row of a table: report to closing."""

from ..casework.models import Closure, Met, Scaling, Theme
from ..dossiers.models import Dossier, Person, Seat
from .asked import ANSWERED, WasAsked
from .decisions import AgreesExit, Decides, Did, Differs
from .deeds import (
    COMMIT,
    DECIDE,
    Changes,
    Deed,
    Describes,
    Invites,
    Opens,
    Story,
    in_time,
)
from .duinmeer.people import FLOOR, GEMEENTE, HILDE, JEROEN, YARA
from .levels import Closes, Scales
from .past import Past, Stuck, day_of, week
from .promised_before import expected, promised
from .reading import OpensRound, ReadsAlone, Reveals, Says
from .stuck import GetsStuck, Resolves

Phase = Dossier.Phase
MIDWAY = -30


def story_of(past: Past) -> Story:
    return Story(
        past.name,
        in_time(
            (
                *begun(past),
                *decided(past),
                *promised(past),
                *expected(past),
                *(got_stuck(past, past.stuck) if past.stuck else ()),
                *(read(past) if past.reads else ()),
                *ended(past),
            )
        ),
    )


def begun(past: Past) -> tuple[Deed, ...]:
    first, chair = week(past, 0), past.chair
    with_report = past.begun % 4 != 0
    grounded = f"{first} ma"

    def step(when: str, phase: Dossier.Phase, why: str) -> Changes:
        return Changes(
            when,
            chair,
            phase=phase,
            why=why,
            ground=past.ground,
            grounded=grounded,
            review=f"{past.closed + 1} vr",
        )

    report = step(
        f"{week(past, 1)} {day_of(past)} 09:10",
        Phase.WEIGHING,
        "De melding is compleet.",
    )
    return (
        Opens(
            f"{first} ma 09:30",
            chair,
            deputy=HILDE,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground=past.ground,
            grounded=grounded,
            review=f"{past.closed + 1} vr",
            phase=Phase.REPORT if with_report else Phase.WEIGHING,
        ),
        Invites(
            f"{first} ma 09:35",
            chair,
            YARA,
            "Casusregisseur namens de gemeente.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        *(
            Invites(f"{first} ma 09:{minute}", chair, who, "Hoort bij dit team.", may)
            for minute, who, may in (
                (36, JEROEN, COMMIT),
                (37, FLOOR, DECIDE),
                (38, past.beside, COMMIT),
            )
        ),
        Describes(
            f"{first} ma 09:45",
            YARA,
            role=Person.Kind.SUBJECT,
            name=past.about,
        ),
        *((report,) if with_report else ()),
        step(f"{week(past, 2)} di 10:00", Phase.CONFERENCE, "De weegploeg koos dit."),
        scaled(past, f"{week(past, 2)} di 10:10", "overleg", is_up=True),
        scaled(past, f"{week(past, 9)} di 10:10", "volgen", is_up=False),
        step(f"{week(past, 9)} di 10:20", Phase.MONITORING, "Wij kijken nog mee."),
    )


def scaled(past: Past, when: str, level: str, *, is_up: bool) -> Scales:
    """Of half of them nobody knows of a criterion, and the table steps all the same."""
    sure = past.begun % 3 == 0 if is_up else past.begun < MIDWAY
    second = Met.Is.MET if sure else Met.Is.UNKNOWN
    return Scales(
        when,
        past.chair,
        level=level,
        direction=Scaling.Direction.UP if is_up else Scaling.Direction.DOWN,
        reason="Partners hebben elkaar nu nodig."
        if is_up
        else "Eén partner houdt contact; de anderen kijken op afspraak mee.",
        review=f"{week(past, 10)} di" if is_up else f"{past.closed + 1} vr",
        answers=(
            (Met.Is.MET, "Gezien in wat er deze weken gebeurde."),
            (second, "Besproken aan tafel."),
        ),
    )


def decided(past: Past) -> tuple[Deed, ...]:
    there = week(past, 2)
    differs = Differs(f"{there} di 10:40", JEROEN, "besluit", past.dissent)
    return (
        Decides(
            f"{there} di 10:30",
            past.chair,
            question=past.question,
            outcome=f"{past.chosen}.",
            why=past.why,
            options=((past.chosen, ""), (past.dropped, past.why)),
            deciders=(YARA, JEROEN, FLOOR),
            review=f"{week(past, 6)} di",
            mark="besluit",
        ),
        WasAsked(
            f"{there} di 10:31",
            past.chair,
            mark="besluit",
            asks=(("EX112", "why", ANSWERED), ("EX209", "why", ANSWERED)),
        ),
        *((differs,) if past.dissent else ()),
        Did(
            f"{week(past, 3 + past.begun % 2)} {day_of(past)} 11:00",
            YARA,
            "Gebeld met wie de melding deed: wij zijn ermee bezig.",
            "Eigen taak van de gemeente.",
            "Wie meldt, hoort dat er iets gebeurt.",
        ),
    )


def got_stuck(past: Past, stuck: Stuck) -> tuple[Deed, ...]:
    first, end = week(past, 5), week(past, 7)
    day = "di" if past.begun % 2 else "do"
    return (
        GetsStuck(
            f"{first} ma 14:00",
            YARA,
            mark="vast",
            question=stuck.question,
            asked="Dat één van ons het zegt.",
            since=f"{first} ma",
            decide_by=f"{end} vr",
            breaker=past.chair,
        ),
        Resolves(f"{end} {day} 14:00", past.chair, "vast", stuck.how)(stuck.end),
    )


def read(past: Past) -> tuple[Deed, ...]:
    asked = week(past, 3)
    return (
        OpensRound(
            f"{asked} do 09:00",
            past.chair,
            question="Is hier een plan?",
            answer_by=f"{asked} vr",
            mark="ronde",
        ),
        *(
            ReadsAlone(
                f"{asked} do 1{number}:00",
                who,
                of="ronde",
                sees="Wat er deze weken is gebeurd, zoals het hier staat.",
                reads="Wij houden het op wat wij zelf zagen.",
                would_change="Iets wat iemand zelf hoort of ziet.",
                themes=(Says(Theme.ANSWER, says, "Zo lezen wij het nu."),),
            )
            for number, (who, says) in enumerate(
                zip((JEROEN, YARA), past.reads, strict=True)
            )
        ),
        Reveals(f"{asked} vr 09:00", past.chair, "ronde"),
    )


def ended(past: Past) -> tuple[Deed, ...]:
    return (
        AgreesExit(
            f"{week(past, 2)} di 10:50",
            past.chair,
            "Twee maanden niets nieuws.",
            "De casusregisseur en de wijkagent zeggen dat allebei.",
        ),
        Closes(
            f"{past.closed} {'di' if past.begun % 2 else 'do'} 1{past.begun % 5}:00",
            past.chair,
            outcome=Closure.Outcome.REGULAR if past.begun % 3 else Closure.Outcome.GONE,
            why="De reden om te beginnen is er niet meer.",
            criteria="Twee maanden niets nieuws, gezien door gemeente en politie.",
            remaining="Geen zorg die partners samen moeten dragen.",
            keeper=YARA,
            aftercare="De casusregisseur belt nog één keer.",
            look="+20 di",
            signs="Iets wat op het begin lijkt.",
            call="De casusregisseur.",
            person_told="In een gesprek, met een brief erbij.",
            reporter_told="Gebeld: afgesloten, zonder inhoud.",
        ),
    )
