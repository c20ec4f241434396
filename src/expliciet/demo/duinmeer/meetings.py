"""Two meetings of Duinmeer: one that was, with its minutes, and one of today.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import AgendaItem, Attendance, OpenPoint
from ..deeds import Guest
from ..meetings import (
    AnswersMinutes,
    Calls,
    Establishes,
    GoesOn,
    LeavesOpen,
    PutsOn,
    ReadsBack,
    SaysComing,
    SeesThere,
)
from .people import (
    ANOUK,
    DELANO,
    FLOOR,
    HAMZA,
    HILDE,
    JEROEN,
    JEUGDBESCHERMING,
    MARIJKE,
    YARA,
)

MACHTELD = Guest("Machteld Oosting", JEUGDBESCHERMING)
Phase, Says = AgendaItem.Phase, Attendance.Says
THEN, TODAY = "twee weken geleden", "vandaag"
PLACE = "Overlegkamer 2, Veiligheidshuis"

KLUUT = (
    Calls("-3 do 11:00", MARIJKE, meeting=THEN, at="-2 di 13:15", place=PLACE),
    PutsOn(
        "-3 do 11:02",
        MARIJKE,
        meeting=THEN,
        minutes=30,
        asks=(MARIJKE, HILDE, YARA, HAMZA, JEROEN, DELANO, MACHTELD, ANOUK),
    ),
    SaysComing("-3 vr 09:10", HAMZA, meeting=THEN, says=Says.COMES),
    SaysComing("-3 vr 11:40", DELANO, meeting=THEN, says=Says.ABSENT),
    GoesOn("-2 di 13:18", MARIJKE, meeting=THEN, phase=Phase.SHARE),
    SeesThere(
        "-2 di 13:19",
        MARIJKE,
        meeting=THEN,
        there=(MARIJKE, HILDE, YARA, HAMZA, JEROEN, MACHTELD, ANOUK),
    ),
    GoesOn("-2 di 13:24", MARIJKE, meeting=THEN, phase=Phase.INTERPRET),
    GoesOn("-2 di 13:29", MARIJKE, meeting=THEN, phase=Phase.AGREE),
    LeavesOpen(
        "-2 di 13:44", MARIJKE, meant=OpenPoint.Meant.AGREEMENT, mark="sportclub"
    )("""
        Iemand vraagt de sportclub of Milan in januari mag meetrainen.
    """),
    GoesOn("-2 di 13:46", MARIJKE, meeting=THEN, phase=Phase.READ_BACK),
    ReadsBack(
        "-2 di 13:47",
        MARIJKE,
        meeting=THEN,
        so=(MARIJKE, HILDE, YARA, HAMZA, JEROEN, MACHTELD, ANOUK),
    ),
    GoesOn("-2 di 13:50", MARIJKE, meeting=THEN, phase=Phase.DONE),
    AnswersMinutes("-2 wo 16:20", DELANO, meeting=THEN),
    Establishes("-1 wo 10:00", MARIJKE, meeting=THEN),
    Calls(
        "-1 do 15:30",
        MARIJKE,
        meeting=TODAY,
        at="today",
        place=PLACE,
        follows=THEN,
    ),
    PutsOn(
        "-1 do 15:32",
        MARIJKE,
        meeting=TODAY,
        minutes=20,
        asks=(MARIJKE, HILDE, YARA, HAMZA, JEROEN, DELANO, MACHTELD, ANOUK),
    ),
    SaysComing("-1 vr 10:40", HAMZA, meeting=TODAY, says=Says.COMES),
    SaysComing("-1 vr 11:15", YARA, meeting=TODAY, says=Says.COMES),
    SaysComing("-1 vr 13:05", MARIJKE, meeting=TODAY, who=MACHTELD, says=Says.COMES),
    SaysComing("-1 vr 13:20", ANOUK, meeting=TODAY, says=Says.ABSENT),
)

DUINDOORN = (
    PutsOn(
        "-3 do 11:06",
        MARIJKE,
        meeting=THEN,
        minutes=20,
        asks=(MARIJKE, HILDE, YARA, JEROEN, FLOOR),
    ),
    GoesOn("-2 di 13:55", MARIJKE, meeting=THEN, phase=Phase.SHARE),
    SeesThere(
        "-2 di 13:56",
        MARIJKE,
        meeting=THEN,
        there=(MARIJKE, HILDE, YARA, JEROEN),
    ),
    GoesOn("-2 di 14:02", MARIJKE, meeting=THEN, phase=Phase.AGREE),
    LeavesOpen("-2 di 14:06", MARIJKE, meant=OpenPoint.Meant.DECISION)("""
        Wij wachten met een gesprek met de werkgever tot er antwoord is van de GGZ.
    """),
    GoesOn("-2 di 14:10", MARIJKE, meeting=THEN, phase=Phase.READ_BACK),
    ReadsBack("-2 di 14:11", MARIJKE, meeting=THEN, so=(MARIJKE, HILDE, YARA)),
    GoesOn("-2 di 14:14", MARIJKE, meeting=THEN, phase=Phase.DONE),
    AnswersMinutes("-2 do 09:30", JEROEN, meeting=THEN)("""
        Er stond bij dat wij op de werkgever wachten. Wij zeiden: op het antwoord van
        de GGZ over het gesprek, niet over de behandeling.
    """),
    PutsOn(
        "-1 do 15:36",
        MARIJKE,
        meeting=TODAY,
        minutes=15,
        asks=(MARIJKE, HILDE, YARA, JEROEN, FLOOR, ANOUK),
    ),
    SaysComing("-1 vr 16:00", FLOOR, meeting=TODAY, says=Says.COMES),
)

WULP = (
    PutsOn(
        "-1 do 15:40",
        MARIJKE,
        meeting=TODAY,
        minutes=10,
        asks=(MARIJKE, HILDE, YARA, JEROEN, FLOOR, ANOUK),
    ),
)
