"""EX106 · A vague action.

An action of which nobody can see whether it was done: 'oppakken', 'kijken naar',
'meenemen', 'in de gaten houden', 'bespreekbaar maken'.

Why we ask: the requirements standard 29148 asks for a result that can be verified;
what cannot be seen cannot be reported back.

What helps: a verb, an object and what there is afterwards.

Known traps: 'pakt … op' for an arrest or for collecting; 'kijken of' with a concrete
question; contact about a named topic; reports of the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_VAGUE = Cues(
    r"(?:pak(?:t|ken)? (?:\w+ ){0,6}?op|opgepakt|oppakken|op te pakken)",
    r"kijk(?:t|en)? (?:\w+ ){0,4}?(?:naar|mee)|kijken naar|gekeken naar|meekijken|mee te kijken",
    r"bekijk(?:t|en)?(?! of)|bezien|beziet|(?:te )?bezien in hoeverre",
    r"neemt (?:\w+ ){0,6}?mee(?! (?:naar|op|in de auto))|nemen (?:\w+ ){0,6}?mee|meenemen|meegenomen|mee te nemen",
    r"aandacht (?:voor|aan|besteden|geven|schenken|vragen)(?: \w+){0,2}?|aandacht voor(?: vraagt)?|(?:blijvende )?aandacht|attent op",
    r"in de gaten (?:te )?(?:houden|houdt)|in de gaten|in het oog|een oogje in het zeil",
    r"in beeld (?:te )?(?:houden|blijven|brengen|houdt)|in beeld",
    r"zet(?:ten|t)? (?:\w+ ){0,3}?in op|inzetten op|ingezet op",
    r"(?:pak(?:t|ken)?|neemt|nemen|voert|houdt|houden) (?:\w+ ){0,3}?(?:de )?regie(?: op)?|regie pakken|de regie",
    r"mee ?denk(?:t|en)|mee te denken|denk(?:t|en)? (?:\w+ ){0,3}?mee|denk(?:t|en) na over|nadenken over|na te denken over",
    r"vinger aan de pols",
    r"(?:blijf(?:t)?|blijven|houdt|houden) (?:\w+ ){0,2}?in (?:verbinding|gesprek|contact|overleg)|in (?:verbinding|gesprek) (?:te )?blijven",
    r"bespreekbaar (?:te )?(?:maken|maakt|gemaakt)|maak(?:t|en) (?:\w+ ){0,4}?bespreekbaar",
    r"stem(?:t|men) (?:\w+ ){0,2}?af|afstemmen|af te stemmen|afgestemd|afstemming",
    r"houd(?:t|en)? (?:\w+ )?(?:contact|lijntjes?|(?:korte )?lijnen|(?:korte )?lijntjes)|korte lijnen|korte lijntjes|lijntjes leggen|legt een lijntje|contact (?:te )?houden|onderhoudt contact",
    r"(?:gaat|gaan|ga) (?:\w+ ){0,3}?(?:aan de slag|mee aan de slag|ermee verder|achteraan|aan het werk|ermee om)(?: met)?|aan de slag(?: gaan)?(?: met)?|er ?achteraan",
    r"trek(?:t|ken) (?:\w+ )?(?:de kar|aan de bel|op met)|(?:neemt|nemen) (?:het )?(?:voortouw|initiatief|verantwoordelijkheid)|doet? wat (?:ze|zij|hij) kan",
    r"(?:maakt|maken) (?:\w+ ){0,2}?werk van|werk maken van|een slag (?:te )?(?:slaan|maken)|stappen (?:te )?zetten|de nodige stappen|nodige (?:actie|maatregelen|stappen)",
    r"monitort|monitoren|monitoring|te monitoren|gemonitord",
    r"tegen het licht (?:te )?houden|onder de loep (?:te )?nemen|(?:houdt|neemt) (?:\w+ ){0,4}?(?:tegen het licht|onder de loep)",
    r"(?:treedt|treden) (?:\w+ )?in (?:overleg|contact)|in overleg (?:te )?(?:treden|gaan)|gaat (?:\w+ )?in (?:overleg|gesprek)|gaan (?:\w+ )?in (?:overleg|gesprek)",
    r"stil ?gestaan bij|stilstaan bij|er is stilgestaan bij|staat stil bij",
    r"iets (?:mee|aan) (?:te )?doen|er iets (?:aan|mee) (?:doen|doet)|iets anders|wat anders|het een en ander|iets te (?:doen|betekenen)",
    r"faciliteert|faciliteren|ondersteunt waar (?:nodig|mogelijk)|borgt|borgen|te borgen|geborgd|waarborgen|optrekken met|trekt samen op|samen optrekken",
    r"alert (?:te )?(?:blijven|zijn|op)|blijft alert|blijven alert|is alert|scherp (?:te )?(?:blijven|op)|blijft scherp|gespitst op",
    r"communice(?:ren|ert)|beweegt|richting(?= een)|duidelijke afspraken (?:te )?maken|(?:nadere|goede|bilaterale) afspraken (?:te )?maken",
    r"moedigt? (?:\w+ ){0,2}?aan|stimuleert|stimuleren|activeren|motiveren|versterken|versterkt|verbeteren",
    r"uitwerken hoe|een plan bedenken|nagaan wat (?:mogelijk|nodig) is|kijk(?:t|en) wat (?:er )?(?:kan|mogelijk is|nodig is)|verder (?:te )?(?:kijken|gaan|helpen)",
    r"langsrijden|rijdt (?:\w+ )?langs|signalen doorgeven|(?:blijft|blijven) (?:\w+ )?betrokken|betrokken (?:te )?(?:blijven|houden)",
    r"vorm (?:te )?geven(?: aan)?|geeft (?:\w+ ){0,2}?vorm aan|nader (?:te )?(?:bekijken|verkennen|bezien|uitzoeken)|verkennen|verkent|verkenning",
    r"oog (?:te )?(?:hebben|houden)(?: voor| op)?|(?:heeft|hebben|houdt|houden) (?:\w+ )?oog (?:voor|op)|zicht (?:te )?(?:houden|krijgen) op|(?:houdt|houden|krijgt|krijgen) (?:\w+ )?zicht op",
    r"voelsprieten|de voelhoorns|(?:een )?oogje|er bovenop (?:te )?(?:zitten|blijven)|zit er bovenop|zitten er bovenop|de temperatuur|sonderen|sondeert|aftasten",
    r"(?:het )?effect af(?: te)? ?wachten|afwachten|af te wachten|wacht(?:en)? (?:\w+ ){0,3}?af|laten (?:we )?(?:even )?(?:rusten|bezinken)",
    r"schakelt? (?:\w+ )?(?:met|door)|schakelen (?:met|door)|kortsluiten|sluit (?:\w+ )?kort|sparren|spart|zorgpunt|aandachtspunt|in te zetten op|inzet op",
)
_CONCRETE = Cues(
    r"(?:kijkt?|bekijkt?|zoekt?|kijken|bekijken|beziet|bezien) (?:\w+ ){0,3}?of|haalt (?:\w+ )?op"
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.kind in ("fact", "consideration", "decision") and not statement.deeds:
        match = _STILL.find(statement.said)
        if match:
            yield Mark(match.start(), match.end())
        return
    for match in _VAGUE.all(statement.said):
        yield Mark(match.start(), match.end())


_STILL = Cues(
    r"(?:er is |is )?(?:uitgebreid |kort |lang )?stilgestaan bij|de nodige stappen gezet|"
    r"zorgpunt|aandachtspunt|(?:er is )?van gedachten gewisseld(?: over)?|aandacht voor vraagt|"
    r"aandacht (?:voor )?vragen|verdient (?:blijvende )?aandacht|vraagt (?:blijvend )?aandacht"
)


RULE = TextRule(
    code="EX106",
    phenomenon="action_vague",
    severity=Severity.WARNING,
    name=Words(
        nl="Vage actie",
        en="A vague action",
    ),
    question=Words(
        nl="Wat is er dan gebeurd?",
        en="What will have happened then?",
    ),
    why=Words(
        nl=(
            "Bij een vage actie kan iedereen iets anders bedoelen, en ziet niemand of "
            "het gelukt is."
        ),
        en=(
            "With a vague action everyone may mean something else, and nobody sees "
            "whether it worked out."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf wat iemand doet en wat er daarna ligt: 'maakt een lijst van alle "
            "schulden'."
        ),
        en=(
            "Write what someone does and what there is afterwards: 'makes a list of "
            "all debts'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een concrete vraag of een onderwerp bij staat, of "
            "als iemand letterlijk wordt opgehaald of aangehouden."
        ),
        en=(
            "We ask nothing when a concrete question or topic is given, or when "
            "someone is literally collected or arrested."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "intervention"}),
    look=look,
    flags=(
        "De ambulant begeleider pakt de schulden op.",
        "Het wijkteam neemt de zorgen over de jongste mee.",
        "Leerplicht houdt het verzuim in de gaten.",
        "De gemeente zet in op een dagritme.",
        "De coach maakt het middelengebruik bespreekbaar.",
        "De politie kijkt naar de overlast in het portiek.",
    ),
    passes=(
        "De ambulant begeleider maakt op 15 januari een lijst van alle schulden.",
        "De politie pakt de verdachte op zodra het bevel er is.",
        "De taxi haalt de kinderen om acht uur op.",
        "De gemeente kijkt vóór 16 januari of er een kamer vrij is in de stadsherberg.",
        "De coach bespreekt op 14 januari het weekrooster met moeder.",
        "Leerplicht heeft vorige maand contact gehad met de mentor over het verzuim.",
    ),
)
