"""The codebook of the made-up study, and what two coders did with it."""

from ...evaluation.models import Subject
from ..deeds import Deed
from ..partners import Colleague
from ..researching import Codes, Compares, Names, Remarks, Settles
from .people import IVO, MARLOES
from .study_begun import FIRST

READING, SCALING, TOGETHER = Subject

GROUND, SEEN, HEARD, GUESSED = (
    "waar een duiding op rust",
    "zelf gezien",
    "van horen zeggen",
    "zegt dat het een inschatting is",
)
BESIDE, DOING = "lezingen naast elkaar", "doen en denken uit elkaar"
STEP, AIM, SIGN = "de stap", "wat de stap moet bereiken", "waaraan te zien"
LADDER, MEASURE = "de trap", "maatstaf genoemd"
EACH_OTHER, UNSHARED, WAITING, DONE = (
    "over en weer",
    "niet gedeeld, en waarom",
    "wachten op een ander",
    "gedaan wat was afgesproken",
)

CODEBOOK: tuple[Deed, ...] = (
    Names(
        "-10 wo 10:00",
        MARLOES,
        study=FIRST,
        name=GROUND,
        subject=READING,
        means="Waar iemand zegt hoe hij aan iets komt, of hoe zeker het is.",
    ),
    Names(
        "-10 wo 10:05",
        MARLOES,
        study=FIRST,
        name=SEEN,
        under=GROUND,
        subject=READING,
        means="Wie het zegt, was er zelf bij of las het zelf.",
        example="Ik stond ernaast toen hij tekende. (verzonnen)",
        not_when="Een ander was erbij en vertelde het door.",
    ),
    Names(
        "-10 wo 10:10",
        MARLOES,
        study=FIRST,
        name=HEARD,
        under=GROUND,
        subject=READING,
        means="Iemand anders zag of zei het; het staat erbij van wie het komt.",
        example="De buurvrouw vertelde ons dat er ruzie was. (verzonnen)",
    ),
    Names(
        "-10 wo 10:15",
        MARLOES,
        study=FIRST,
        name=GUESSED,
        under=GROUND,
        subject=READING,
        means="De tekst zegt zelf dat het onzeker is, of wat het zou veranderen.",
        example="Wij denken dat hij wil, maar weten het niet. (verzonnen)",
    ),
    Names(
        "-10 wo 10:20",
        MARLOES,
        study=FIRST,
        name=BESIDE,
        subject=READING,
        means="Partners lezen iets verschillend, en allebei blijft staan.",
        not_when="Het verschil wordt opgelost of gladgestreken.",
    ),
    Names(
        "-10 wo 10:25",
        MARLOES,
        study=FIRST,
        name=DOING,
        subject=READING,
        means="Wat iemand deed staat los van wat hij vindt of gelooft.",
    ),
    Names(
        "-10 wo 10:30",
        IVO,
        study=FIRST,
        name=STEP,
        subject=READING,
        means="Iets wat een partner gaat doen, of bewust laat.",
    ),
    Names(
        "-10 wo 10:35",
        IVO,
        study=FIRST,
        name=AIM,
        under=STEP,
        subject=READING,
        means="Waarom juist deze stap, en wat die moet bereiken of sparen.",
    ),
    Names(
        "-10 wo 10:40",
        IVO,
        study=FIRST,
        name=SIGN,
        under=STEP,
        subject=READING,
        means="Een teken waaraan ook een ander ziet dat het lukt of klaar is.",
        not_when="Alleen: het gaat beter.",
    ),
    Names(
        "-10 wo 10:45",
        IVO,
        study=FIRST,
        name=LADDER,
        subject=SCALING,
        means="Een dossier gaat een trap omhoog of omlaag, of blijft.",
    ),
    Names(
        "-10 wo 10:50",
        IVO,
        study=FIRST,
        name=MEASURE,
        under=LADDER,
        subject=SCALING,
        means="Waaraan de tafel afmeet dat een andere trap past.",
    ),
    Names(
        "-10 wo 10:55",
        IVO,
        study=FIRST,
        name=EACH_OTHER,
        subject=TOGETHER,
        means="Wat partners van elkaar vragen, krijgen of missen.",
    ),
    Names(
        "-10 wo 11:00",
        MARLOES,
        study=FIRST,
        name=UNSHARED,
        under=EACH_OTHER,
        subject=TOGETHER,
        means="Iemand zegt dat hij iets niet deelt, en waarom of tot wanneer.",
    ),
    Names(
        "-10 wo 11:05",
        MARLOES,
        study=FIRST,
        name=WAITING,
        under=EACH_OTHER,
        subject=TOGETHER,
        means="Een partner vraagt iets, of wacht tot een ander iets zegt of doet.",
    ),
    Names(
        "-10 wo 11:10",
        MARLOES,
        study=FIRST,
        name=DONE,
        under=EACH_OTHER,
        subject=TOGETHER,
        means="Er staat dat iets gebeurd is, en hoe de tafel dat weet.",
    ),
)

BOTH_SAW = {
    "Duindoorn": (
        (SEEN, "Ik heb elf enveloppen gezien."),
        (UNSHARED, "Dat onderzoek loopt."),
        (AIM, "een verhoor nu kan het enige contact dat er nog is, verbreken"),
        (WAITING, "Eerst willen wij van deze tafel horen wat dat bij hem losmaakt."),
        (BESIDE, "Wij lezen de brief verschillend, en dat laten wij staan."),
        (BESIDE, "Wij hadden hem liever eerst gehoord."),
        (SIGN, "De aangeefster en de politie zeggen dat allebei."),
        (SIGN, "Er komt geen nieuwe brief, en hij komt op het gesprek."),
    ),
    "Wulp": (
        (DOING, "Wij maken verschil tussen wat hij gelooft en wat hij doet."),
        (GUESSED, "Eén ding is onzeker en belangrijk"),
        (SEEN, "Hij stond erbij toen het flesje dichtging."),
        (HEARD, "Ik ken hem alleen uit wat u vertelt."),
    ),
    "Stormmeeuw": (
        (DOING, "Wij gebruiken geen van beide als naam voor hem."),
        (SIGN, "De wijkagent en de casusregisseur zeggen dat allebei."),
        (MEASURE, "Geen partner vraagt nog iets van een ander."),
    ),
}
"""What both coded, each without seeing the other."""

ONLY = {
    (MARLOES, "Duindoorn"): (
        (GUESSED, "Wat ons van gedachten zou doen veranderen: als hij haar opzoekt."),
        (AIM, "Een verhoor kan later nog, een gesprek misschien niet."),
    ),
    (IVO, "Duindoorn"): ((DONE, "gezegd door wie het doet"),),
    (MARLOES, "Strandplevier"): (
        (UNSHARED, "Er is meer dan wij nu delen."),
        (BESIDE, "Wij schrijven drie verklaringen op."),
    ),
    (MARLOES, "Zandloper"): (
        (DOING, "Terugkijkend spraken wij vooral over wat hij zou denken."),
        (BESIDE, "De tafel laat beide lezingen staan"),
    ),
}
"""What one of them coded."""


def coded(by: Colleague, dossier: str, when: str, *, is_done: bool = True) -> Codes:
    given = (*BOTH_SAW.get(dossier, ()), *ONLY.get((by, dossier), ()))
    return Codes(
        when, by, study=FIRST, dossier=dossier, passages=given, is_done=is_done
    )


CODED: tuple[Deed, ...] = (
    coded(IVO, "Duindoorn", "-9 ma 09:05"),
    coded(IVO, "Wulp", "-9 ma 13:05"),
    coded(IVO, "Stormmeeuw", "-9 di 09:05"),
    coded(MARLOES, "Duindoorn", "-9 wo 09:05"),
    coded(MARLOES, "Wulp", "-9 wo 11:05"),
    coded(MARLOES, "Stormmeeuw", "-9 do 09:05"),
    coded(MARLOES, "Strandplevier", "-9 do 13:05"),
    coded(MARLOES, "Zandloper", "-9 vr 09:05", is_done=False),
    Remarks("-9 wo 10:10", MARLOES, study=FIRST, dossier="Duindoorn")("""
        Bij het besluit staat wat de doorslag gaf, en ook wie het anders zag. Dat las ik
        nog niet vaak. Nagaan of het elders ook zo is.
    """),
    Remarks("-9 di 10:05", IVO, study=FIRST, dossier="Stormmeeuw")("""
        Voor het afschalen zijn de maatstaven ingevuld. Wie ze naliep, staat er niet.
        Vragen in het gesprek met de mensen die een tafel leiden.
    """),
    Compares("-8 ma 10:00", MARLOES, study=FIRST, other=IVO),
    Settles(
        "-8 ma 10:20",
        MARLOES,
        study=FIRST,
        passage="Wat ons van gedachten zou doen veranderen: als hij haar opzoekt.",
    )("""
        De zin zegt wat de lezing zou veranderen. Dat staat zo in de omschrijving; wij
        lazen er allebei overheen of juist niet.
    """),
    Settles(
        "-8 ma 10:30",
        IVO,
        study=FIRST,
        passage="Een verhoor kan later nog, een gesprek misschien niet.",
    )("""
        Ik las het als een argument en niet als een doel. Na ons gesprek: het zegt wat
        deze stap spaart, dus het hoort erbij.
    """),
)
