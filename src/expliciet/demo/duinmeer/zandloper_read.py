"""Zandloper: how each partner read it apart, and what the table made of it.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Interpretation, Reading, Round, Theme, View
from ..decisions import Differs
from ..deeds import Deed
from ..reading import (
    NO,
    UNSURE,
    YES,
    OpensRound,
    ReadsAlone,
    ReadTogether,
    Reveals,
    Says,
    TellsView,
)
from .people import FLOOR, HILDE, JEROEN, MARIJKE, RUBEN, YARA
from .zandloper_known import OLAF

Sure, Violence = Reading.Confidence, Interpretation.Violence
ASKED = "helpt hij mee"

APART: tuple[Deed, ...] = (
    OpensRound(
        "-26 wo 10:00",
        MARIJKE,
        question="Werkt hij mee aan een plan voor geweld tegen de opvanglocatie?",
        size=Round.Size.FULL,
        answer_by="-22 di",
        mark=ASKED,
    ),
    ReadsAlone(
        "-25 ma 15:20",
        JEROEN,
        of=ASKED,
        sees="""
        Twee keer bij het hek, foto’s op de avond zelf in de groep, en twee vragen wie
        er ‘meegaat kijken’.
        """,
        reads="""
        Wie kijkt, fotografeert en deelt, levert wat een plan nodig heeft. Of hij dat
        wil, weten wij niet; dat hij het doet wel.
        """,
        would_change="""
        Als blijkt dat een ander de foto’s vroeg en de tijden erbij zette zonder dat hij
        het wist.
        """,
        themes=(
            Says(Theme.ANSWER, YES, "Hij leverde foto’s die anderen konden gebruiken."),
            Says(Theme.IDEOLOGY, UNSURE, "Hij deelt veel, maar schrijft zelf weinig."),
            Says(Theme.VIOLENCE, YES, "In dezelfde groep gaat het over vuur."),
            Says(Theme.ALTERNATIVE, NO, "Wij zagen er geen die alles verklaart."),
        ),
        confidence=Sure.FAIRLY,
        limits="Wij lazen zijn berichten, en spraken hem één keer kort.",
        rests=(("bij het hek", 1), ("bij het hek", 2)),
    ),
    ReadsAlone(
        "-24 do 11:40",
        YARA,
        of=ASKED,
        sees="""
        Vier vaste werkdagen, elke zondag bij zijn oma, en een huisgenoot die bepaalt
        wie er over de vloer komt.
        """,
        reads="""
        Hij wil ergens bij horen en doet wat die groep van hem vraagt. Een plan van
        hemzelf zien wij niet.
        """,
        would_change="""
        Een bericht waarin hij zelf een dag of een doel noemt, of een derde keer bij het
        hek.
        """,
        themes=(
            Says(Theme.ANSWER, NO, "Hij volgt; hij maakt geen plan."),
            Says(Theme.IDEOLOGY, NO, "Hij noemt nergens waarom hij tegen zou zijn."),
            Says(Theme.VIOLENCE, UNSURE),
            Says(Theme.DOMAINS, YES, "Thuis heeft een ander het voor het zeggen."),
            Says(Theme.PROTECTIVE, YES, "Zijn werk, zijn baas en zijn oma."),
            Says(Theme.ALTERNATIVE, YES, "Gezelschap zoeken na een winter alleen."),
        ),
        confidence=Sure.FAIRLY,
        limits="Wij kennen de groep alleen van wat de politie vertelde.",
        rests=(("thuis en werk", 1), ("thuis en werk", 2)),
    ),
    ReadsAlone(
        "-22 wo 09:50",
        HILDE,
        of=ASKED,
        sees="Een jongen die wandelend praat en op kantoor niet.",
        reads="Hij zocht gezelschap. De foto’s waren het eerste waarmee hij meetelde.",
        would_change="Als hij weer contact zoekt met die groep.",
        themes=(
            Says(Theme.ANSWER, UNSURE, "Ik heb alleen zijn verhaal."),
            Says(Theme.PROTECTIVE, YES, "Hij kwam elke keer, ook in de regen."),
        ),
        confidence=Sure.UNSURE,
        limits="Twee gesprekken, en niets daarvan kan ik nagaan.",
        for_guest=OLAF,
    ),
    Reveals("-22 wo 09:58", MARIJKE, ASKED),
)

TOGETHER: tuple[Deed, ...] = (
    ReadTogether(
        "-22 wo 10:15",
        HILDE,
        summary="""
        Wat hij deed, is twee keer kijken en foto’s delen. Of hij een plan hielp of
        ergens bij wilde horen, daarover verschillen wij. Beide lezingen vragen nu
        hetzelfde: weg bij het hek, en iets anders op de avonden.
        """,
        violence=Violence.UNKNOWN,
        violence_why="""
        In de groep gaat het over vuur, maar niet van hem. Zijn foto’s kunnen anderen
        helpen.
        """,
        protective="Vast werk, een baas die hem wil houden, en elke zondag zijn oma.",
        alternative="Gezelschap zoeken na een winter zonder werk.",
        confidence=Sure.UNSURE,
        limits="Wij kennen alleen zijn woorden en zijn telefoon.",
        rests=(("bij het hek", 1), ("bij het hek", 2), ("thuis en werk", 1)),
        after=ASKED,
        mark="samen gelezen",
    ),
    Differs(
        "-22 wo 10:25",
        JEROEN,
        "samen gelezen",
        """
        Wij zien wel dreiging. Niet omdat hij die uitspreekt, maar omdat hij deelt wat
        anderen voor vuur nodig hebben.
        """,
        """
        De tafel laat beide lezingen staan en vraagt de politie te melden zodra bekend
        is wie de tijden plaatste.
        """,
    ),
    ReadsAlone(
        "-21 ma 09:10",
        FLOOR,
        of=ASKED,
        sees="Wat hij schreef is niet strafbaar; wat anderen schreven mogelijk wel.",
        reads="Wij zien geen deelneming aan een strafbaar plan.",
        would_change="Een bericht waaruit blijkt dat hij de tijden zelf opnam.",
        themes=(
            Says(Theme.ANSWER, NO, "Voor deelneming is meer nodig dan foto’s delen."),
            Says(Theme.VIOLENCE, UNSURE),
        ),
        confidence=Sure.FAIRLY,
        limits="Wij kijken naar strafbaarheid, niet naar de rest van zijn leven.",
    ),
    TellsView(
        "-20 do 15:00",
        YARA,
        voice=View.Voice.PERSON,
        given=View.Given.GIVEN,
        on="-20 wo",
        words="""
        ‘Ik vond het spannend en ik wilde dat ze me zagen staan. Ik wist niet waar ze
        die foto’s voor wilden. Had iemand dat gezegd, dan was ik niet nog een keer
        gegaan.’
        """,
        whose="De heer Krol, aan de casusregisseur; hij las dit na.",
    ),
)

SINCE: tuple[Deed, ...] = (
    ReadTogether(
        "-8 wo 10:20",
        RUBEN,
        summary="""
        Hij leverde wat de groep vroeg en wist niet waarvoor. Sinds hij bij zijn oma
        woont, is hij weg bij het hek en uit de groep.
        """,
        violence=Violence.NOT_SEEN,
        violence_why="""
        De tijden kwamen van het account van de huisgenoot. Vijf maanden is hij niet bij
        een locatie gezien.
        """,
        protective="Vast werk, een vaste plek bij zijn oma, en hij belt zelf.",
        alternative="""
        Dat hij wegblijft omdat de huisgenoot vastzit. Dat blijkt pas als die vrijkomt.
        """,
        confidence=Sure.FAIRLY,
        limits="Wij weten niet wat hij doet als de huisgenoot weer contact zoekt.",
        rests=(("bij het hek", 1), ("thuis en werk", 1), ("thuis en werk", 2)),
        changed="""
        Bekend is nu wie de tijden plaatste: de huisgenoot. Daarmee valt de lezing dat
        hij een plan hielp weg; dat zegt ook de politie.
        """,
    ),
)
