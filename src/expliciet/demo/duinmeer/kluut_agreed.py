"""Kluut: what the partners expect of each other, promise, do and confirm.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Answer
from ..deeds import Guest
from ..promises import (
    Accepts,
    Agrees,
    AgreesAnew,
    AnswersWith,
    Expects,
    NumbersIt,
    Promised,
    SaysDone,
    SaysNotYet,
    SaysSo,
)
from .people import (
    DELANO,
    GEMEENTE,
    GGZ,
    HAMZA,
    HILDE,
    JEROEN,
    JEUGDBESCHERMING,
    JEUGDWERK,
    MARIJKE,
    POLITIE,
    SCHOOL,
    YARA,
)

MACHTELD = Guest("Machteld Oosting", JEUGDBESCHERMING)

AGREED = (
    NumbersIt("-9 wo 08:50", YARA, "SW-2217-K"),
    Expects(
        "-5 di 13:34",
        YARA,
        of=SCHOOL,
        answer_by="-5 do",
        why="Hij hoort het liever van zijn mentor dan uit een brief.",
        mark="wie vertelt",
    )("""
        De mentor vertelt Milan zelf, vóór {ma +1}, in welke lessen hij nog niet zit en
        waarom.
    """),
    Agrees(
        "-5 di 13:40",
        MARIJKE,
        promised=Promised(
            what="vraagt bij de gemeente het besluit over hulp thuis na acht weken aan",
            owner=YARA,
            by_day="-2 vr",
            done_when="het besluit staat op papier en moeder heeft het gelezen",
        ),
        why="De hulp loopt af terwijl hij net weer naar school gaat.",
        helped_by=(GGZ,),
        because_of="school",
        mark="hulp thuis",
    ),
    Accepts("-5 di 15:05", YARA, "hulp thuis"),
    AnswersWith(
        "-5 wo 09:10",
        HAMZA,
        mark="wie vertelt",
        says=Answer.Says.YES,
        promised=Promised(
            what="vertelt Milan met de mentor erbij in welke lessen hij nog niet zit",
            owner=HAMZA,
            by_day="-5 vr",
            done_when="Milan kan zelf zeggen in welke lessen hij wel en niet zit",
        ),
        becomes="verteld",
    ),
    SaysDone("-4 ma 12:20", HAMZA, "verteld")("""
        Gesprek op {vr -1} in de kamer van de mentor.
    """),
    SaysNotYet("-4 ma 16:05", YARA, "verteld")("""
        Moeder zegt dat Milan nog niet weet in welke lessen hij niet zit.
    """),
    SaysDone("-4 ma 17:40", HAMZA, "verteld")("""
        Vanmiddag schreef Milan zijn rooster zelf over, met de mentor ernaast.
    """),
    SaysSo("-4 di 10:15", YARA, "verteld")("""
        Moeder liet mij het rooster zien, met zijn eigen pijlen erbij.
    """),
    Expects(
        "-3 do 10:05",
        JEROEN,
        of=JEUGDWERK,
        answer_by="-3 vr",
        mark="studio",
    )("""
        Jullie bellen ons als Milan in de studio over de lijst of over de datum praat.
    """),
    AnswersWith("-3 vr 11:30", DELANO, mark="studio", says=Answer.Says.OTHERWISE)("""
        Wij bellen niet over wat hij vertelt: dan vertelt hij niets meer. Wij bellen wel
        meteen als er gevaar is voor hem of een ander. Milan weet dat, ik zei het hem.
    """),
    Agrees(
        "-2 di 13:32",
        MARIJKE,
        promised=Promised(
            what="geeft de telefoon van Milan terug aan zijn moeder",
            owner=JEROEN,
            by_day="-1 do",
            done_when="moeder heeft de telefoon en tekende daarvoor",
        ),
        mark="telefoon",
    ),
    Agrees(
        "-2 di 13:36",
        MARIJKE,
        promised=Promised(
            what="komt op woensdagavond thuis langs en oefent met moeder de avond",
            owner=MACHTELD,
            by_day="+2 wo",
            done_when="moeder zegt dat zij het drie avonden achter elkaar zelf deed",
        ),
        mark="avond",
    ),
    Expects(
        "-2 di 13:42",
        HAMZA,
        of=GGZ,
        answer_by="-1 di",
        why="De mentor wil helpen en is bang het erger te maken.",
        mark="zin",
    )("""
        Eén zin voor de mentor: wat helpt, en wat niet, als Milan na een slechte nacht
        op school komt. Over hem hoeft er niets in te staan.
    """),
    Accepts("-2 di 16:10", JEROEN, "telefoon"),
    Accepts("-2 do 09:05", HILDE, "avond", MACHTELD, "-2 wo"),
    AgreesAnew(
        "-2 do 16:30",
        YARA,
        mark="hulp thuis",
        by_day="-1 vr",
        why="""
        De gemeente vraagt er een brief van de GGZ bij. Die komt pas na {ma +1}.
        """,
    ),
    SaysDone("-1 wo 16:45", JEROEN, "telefoon")("""
        Teruggegeven aan de balie. Moeder tekende het formulier; dat ligt hier.
    """),
    Expects(
        "-1 wo 09:42",
        HILDE,
        of=GEMEENTE,
        answer_by="+1 vr",
        for_guest=MACHTELD,
    )("""
        Vóór {vr +2} weten wij of de hulp thuis na acht weken door mag, ook als het
        antwoord nee is.
    """),
    Agrees(
        "-1 do 11:05",
        HAMZA,
        promised=Promised(
            what="vraagt Milan of hij zijn muziek op de open avond wil laten horen",
            owner=DELANO,
            by_day="+2 do",
            done_when="Milan heeft ja of nee gezegd, en niemand vroeg het twee keer",
        ),
        helped_by=(SCHOOL,),
        mark="open avond",
    ),
    Expects(
        "-1 vr 09:30",
        DELANO,
        of=POLITIE,
        answer_by="+1 wo",
        about_how_we_work=True,
    )("""
        Jullie zeggen het ons vóóraf als een agent bij de studio langsgaat. Vorige week
        hoorden wij het van Milan.
    """),
)
