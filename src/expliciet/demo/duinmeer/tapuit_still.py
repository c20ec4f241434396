"""Tapuit: what stands still, and what is left so on purpose.

Nothing here happened; see the first page of this folder.
"""

from ..promises import Accepts, Agrees, AgreesAnew, Expects, Promised
from ..stalls import LeavesSo
from .people import FLOOR, POLITIE, RUBEN, YARA

STILL = (
    Agrees(
        "-6 do 10:40",
        RUBEN,
        promised=Promised(
            what="spreekt met de heer Huisinga af wie hier zijn vaste persoon wordt",
            owner=YARA,
            by_day="-5 vr",
            done_when="hij noemt zelf de naam en het nummer",
        ),
        why="In zijn vorige gemeente hielp één vaste persoon het meest.",
        mark="vaste persoon",
    ),
    Accepts("-6 do 11:00", YARA, "vaste persoon"),
    AgreesAnew(
        "-5 vr 09:15",
        YARA,
        mark="vaste persoon",
        by_day="-3 vr",
        why="De ouderenadviseur die wij vroegen, was twee weken weg.",
    ),
    AgreesAnew(
        "-3 vr 10:30",
        YARA,
        mark="vaste persoon",
        by_day="+2 vr",
        why="Hij wil eerst weten of zijn oude burgemeester antwoordt.",
    ),
    Expects(
        "-5 wo 14:25",
        YARA,
        of=POLITIE,
        answer_by="-4 wo",
        why="Een onbekende auto in de straat maakte het vorig jaar erger.",
        mark="wie er komt",
    )("""
        De politie zegt vóór {wo +1} wie er komt als een bestuurder over hem belt, en of
        die hem dan al kent.
    """),
    Agrees(
        "-6 do 10:50",
        RUBEN,
        promised=Promised(
            what="vraagt bij het oude parket op wat er over de brieven is vastgelegd",
            owner=FLOOR,
            by_day="-5 wo",
            done_when="de stukken liggen bij het parket hier",
        ),
        why="Wij weten nu alleen wat in de overdracht staat.",
        mark="oude stukken",
    ),
    Accepts("-6 do 13:10", FLOOR, "oude stukken"),
    AgreesAnew(
        "-5 do 16:00",
        FLOOR,
        mark="oude stukken",
        by_day="-3 wo",
        why="Het oude parket zoekt het archief nog op.",
    ),
    AgreesAnew(
        "-3 do 09:20",
        FLOOR,
        mark="oude stukken",
        by_day="+5 wo",
        why="Het archief is gevonden en wordt eerst nagelezen.",
    ),
    LeavesSo("-1 do 09:30", RUBEN, rule="EX302", until="+5 do")("""
        Het oude parket leest de stukken na en mag dat niet overslaan. Nog eens vragen
        helpt niet; Floor hoort het als eerste.
    """),
)
