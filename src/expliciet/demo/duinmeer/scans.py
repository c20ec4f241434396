"""The yearly scan in Duinmeer: one that was opened, and one that is being answered."""

from ..deeds import Deed
from ..scanning import AnswersScan, BeginsScan, OpensScan
from .people import ANOUK, DELANO, FLOOR, HAMZA, JEROEN, MARIJKE, YARA

BEFORE, NOW = "vorige", "deze"
BEGUN = "-3 ma 09:00"

SCANS: tuple[Deed, ...] = (
    BeginsScan(
        "-30 do 09:00",
        MARIJKE,
        scan=BEFORE,
        seen_from=BEGUN,
        years_ago=1,
        answer_by="-27 do",
    ),
    AnswersScan("-29 ma 10:00", JEROEN, scan=BEFORE, says="ypnypppnpyppnpp"),
    AnswersScan(
        "-29 di 11:00",
        YARA,
        scan=BEFORE,
        says="ypnpppynpyppppy",
        why=(("aim-ends", "Wij stoppen als het rustig is. Dat is geen afspraak."),),
    ),
    AnswersScan("-29 wo 15:00", ANOUK, scan=BEFORE, says="yppynppupppypny"),
    AnswersScan(
        "-28 ma 09:30",
        HAMZA,
        scan=BEFORE,
        says="ppupnpunupuypnp",
        why=(("together-answers", "Vaak horen wij niets meer na een melding."),),
    ),
    AnswersScan("-28 di 13:00", FLOOR, scan=BEFORE, says="yypypyypypypppy"),
    OpensScan("-26 ma 10:00", MARIJKE, BEFORE),
    BeginsScan(
        BEGUN,
        MARIJKE,
        scan=NOW,
        seen_from=BEGUN,
        years_ago=0,
        answer_by="+3 vr",
    ),
    AnswersScan("-3 di 10:20", YARA, scan=NOW, says="yyppyyypyyyyppy"),
    AnswersScan(
        "-2 do 16:00",
        DELANO,
        scan=NOW,
        says="yppypyupyppyypy",
        why=(("learning-changes", "Sinds de leersessie staat er een teken bij."),),
    ),
)
