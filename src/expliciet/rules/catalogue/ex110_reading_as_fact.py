"""EX110 · A reading told as a fact.

A judgement, motive or trait told as a fact, without an observation, a source or a
reader. The question is about the sentence; it never repeats the words as true and
offers no other label.

Why we ask: a label travels along with a person from file to file. The inspectorate's
report of 2024 and the evaluation both ask to keep what was seen apart from how it is
read.

What helps: first what was seen, then the reading, then who reads it so and on what.

Known traps: a diagnosis with its source and date; a reading marked as such
('volgens', 'vindt', 'op grond van'); a factual or legal state ('is vrij', 'is
verdachte'); a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import CLIENT, PROFESSIONAL, kind_of
from ..language.tokens import tokens
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_TRAIT = (
    r"(?:\w*geradicaliseerd|manipulatief|zorgmijdend|onbetrouwbaar|gevaarlijk|agressief|"
    r"onberekenbaar|onvoorspelbaar|labiel|instabiel|onstabiel|impulsief|beïnvloedbaar|"
    r"gewelddadig|verward|psychotisch|paranoïde|depressief|narcistisch|antisociaal|"
    r"kwetsbaar|naïef|dominant|ongeremd|wantrouwend|achterdochtig|vijandig|haatdragend|"
    r"leugenachtig|lui|onverschillig|egoïstisch|extremistisch|extreem|fanatiek|jaloers|"
    r"overbelast|onmachtig|machteloos|zwakbegaafd|eenzaam|geïsoleerd|verslaafd|"
    r"getraumatiseerd|gefrustreerd|boos|verbitterd|rancuneus|weerbaar|coöperatief|"
    r"coöperatiever|gemotiveerd|ongemotiveerd|niet gemotiveerd|onwillig|onhandelbaar|"
    r"onbereikbaar|ontoerekeningsvatbaar|(?:niet|slecht|moeilijk|on)(?: |)(?:leerbaar|begeleidbaar|"
    r"behandelbaar|aanspreekbaar|bereikbaar|te sturen|te bereiken|te motiveren|te vertrouwen|corrigeerbaar|"
    r"stuurbaar)|precair|zorgelijk|zorgwekkend|ernstig|onveilig|onhoudbaar|problematisch|chaotisch|"
    r"stabiel|solide|hardleers|calculerend|berekenend|theatraal|radicaal|rusteloos|onrustig|"
    r"puberaal|ongezond|destructief|passief|meegaand|volgzaam|gesloten|rebels|opstandig|"
    r"sterk beïnvloedbaar|makkelijk te beïnvloeden|een gevaar|een risico|een tikkende tijdbom|ziek|gestoord|"
    r"incapabel|onbekwaam|ongeschikt|niet geschikt|niet in staat|pedagogisch onmachtig|de weg kwijt|het spoor bijster|op drift|"
    r"loyaal|ontregeld|wraakzuchtig|obsessief|paranoia|intimiderend|bedreigend|koppig|ontwijkend|niet te vertrouwen|niet eerlijk|oneerlijk|"
    r"slachtofferig|hoog ?risico|kansloos|hopeloos|uitzichtloos|roekeloos|geobsedeerd)"
)
_BEING = (
    r"(?:is|zijn|was|blijft|blijven|wordt|worden|oogt|raakt|voelt zich|gedraagt zich|stelt zich|stellen zich)"
)
_PREDICATE = Cues(
    _BEING + r" (?:(?:een |de |erg |zeer |heel |nogal |behoorlijk |steeds |weer |gewoon |echt |duidelijk |ronduit |sterk |totaal |volledig |inmiddels |nu |nog |in de kern |"
    r"helemaal |toch |wel |vrij |extreem |uiterst |licht |enorm |best |ook |vooral |een beetje |ernstig |te |door en door ))*" + _TRAIT + r"(?:e|er|ere|ste)?(?: \w+)?(?: op)?(?= |[.,;:!?)]|$)",
    r"(?:werk(?:t|en)|werkten) (?:\w+ ){0,2}?niet mee|werk(?:t|en) (?:hulp|de \w+|alles) tegen|liegt|liegen|manipuleert|manipuleren(?! de cijfers)|zoekt (?:\w+ )?(?:aandacht|de grenzen op|bevestiging|de confrontatie|conflict)|"
    r"(?:neemt|nemen) (?:\w+ )?(?:geen|onvoldoende|weinig) (?:verantwoordelijkheid|initiatief)",
    r"(?:heeft|hebben|toont|tonen|vertoont|kent|mist|ontbeert) (?:\w+ ){0,2}?(?:geen |weinig |onvoldoende |een gebrek aan |nauwelijks |gebrek aan |een grote |een diepe |grote |ernstige )?"
    r"(?:ziekte-?besef|ziekte-?inzicht|zelfinzicht|probleembesef|inzicht|empathie|berouw|spijt|motivatie|hekel(?: aan [^.,;]{2,30})?|haat(?: jegens [^.,;]{2,30})?|wrok|respect voor [^.,;]{2,30}|zelfbeheersing|ruggengraat|"
    r"verantwoordelijkheidsgevoel|geweten|interesse|grip op [^.,;]{2,30}|een stoornis|een persoonlijkheidsstoornis|persoonlijkheidsproblematiek|een kort lontje|kort lontje|controle over [^.,;]{2,30}|opvoedvaardigheden|een vijandbeeld|zelfvertrouwen|begrenzing|gezag)",
    r"(?:wil|willen) (?:\w+ ){0,3}?(?:niet geholpen worden|geen hulp|niets|niet veranderen|niet deugen|geen contact|niet meewerken|zich niet aan regels houden)|deugt niet|"
    r"(?:laat|laten) zich (?:niets zeggen|meeslepen|makkelijk (?:meeslepen|beïnvloeden)|niet (?:sturen|helpen|aanspreken)|gebruiken)|"
    r"(?:speelt|spelen) (?:\w+ ){0,2}?(?:spelletjes?|een spel|mooi weer|iedereen tegen elkaar uit|partijen tegen elkaar uit|het slachtoffer|een dubbelspel|de vermoorde onschuld)|voelt zich (?:boven de wet|miskend|superieur|slachtoffer)|verheerlijkt [^.,;]{3,30}|"
    r"(?:onttrekt|onttrekken) zich aan (?:alles|zorg|hulp|gezag)|houdt (?:iedereen|alles|de boel|hulp) (?:af|voor de gek|op afstand)|heeft lak aan [^.,;]{2,30}|trekt zich (?:nergens|niets) (?:\w+ )?(?:iets )?van aan|(?:kan|kunnen) (?:\w+ )?niet met (?:gezag|emoties|geld|stress) omgaan|overziet (?:de |het )?\w+ niet|"
    r"bagatelliseert [^.,;]{3,40}|ontkent alles|misbruikt [^.,;]{3,40}|is uit op [^.,;]{3,30}|zet de hulpverlening naar (?:zijn|haar) hand",
    r"(?:is|zijn|was) (?:een |de |gewoon een |typisch |typisch een )?(?:\w+e )?(?:slechte invloed|soeverein|extremist|jihadist|salafist|complotdenker|draaideurklant|zorgmijder|narcist|psychopaat|leugenaar|meeloper|aanstichter|kwade genius|rotte appel|"
    r"crimineel|beschermende factor|risicofactor|einzelgänger|loner|ronselaar|haatprediker|probleemgezin|multiprobleemgezin|enige beschermende factor|spil|aanjager|oorzaak van [^.,;]{3,30}|grootste probleem|drammer|querulant|lastpak|kwelgeest|heethoofd)",
    r"typisch(?:e)? (?:geval|voorbeeld|gedrag|gevalletje)(?: van| voor)? [^.,;]{3,30}|(?:de )?(?:intrinsieke )?motivatie (?:\w+ )?ontbreekt|(?:thuissituatie|situatie|opvoeding|opvoedsituatie|gezinssituatie) (?:is|blijft) (?:\w+ )?(?:precair|zorgelijk|onveilig|onhoudbaar|slecht|schrijnend|zorgwekkend|explosief|instabiel)|"
    r"(?:een )?(?:gevaarlijke|onbetrouwbare|agressieve|manipulatieve|labiele|onberekenbare) (?:jongen|man|vrouw|jongere|persoon|moeder|vader|figuur|gast)|duidelijk (?:sprake van|een geval van) [^.,;]{3,40}",
)
_MARKED = Cues(
    r"volgens|vindt|vinden|schat|schatten|acht|achten|noemt|noemen|denkt|denken|op grond van|op basis van|weegt|leest|ziet|zien|meent|menen|omschrijft|beschrijft|duidt|"
    r"ervaart|ervaren|diagnose|gediagnosticeerd|oordeelt|concludeert|stelt dat|stelt (?:\w+ ){0,6}dat|lijkt|mogelijk|indruk|vermoedelijk|taxeert|interpreteert|typeert|wellicht|misschien|waarschijnlijk|zegt|geeft aan|"
    r"vertelt|vertelde|verklaarde|bekend is|verdenking|verdacht van|rapport|verslag van|zou|als|indien|wanneer|zodra|tot|vraagt|meldt|merkt op|beoordeelt|kwalificeert|twijfelt|schatte|vond|noemde|zag"
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.label and kind_of(tokens(statement.label)) == PROFESSIONAL:
        return
    if statement.kind == "agreement" and statement.deeds and statement.deeds[0].doer:
        return
    for match in _PREDICATE.all(statement.said):
        before = statement.said[: match.start()]
        if before in _MARKED or _owned(statement.said):
            continue
        start, end = match.start(), match.end()
        yield Mark(start, end)


def _owned(said: str) -> bool:
    return said in _OWNED


_OWNED = Cues(
    r"volgens|op grond van|op basis van|omdat hij|omdat zij|omdat ze|verslag|rapport(?:age)?|aldus|leest (?:dat|dit)|gediagnosticeerd|diagnose"
)


RULE = TextRule(
    code="EX110",
    phenomenon="interpretation_as_fact",
    severity=Severity.WARNING,
    name=Words(
        nl="Duiding als feit",
        en="A reading told as a fact",
    ),
    question=Words(
        nl="Wat is er gezien, en wie leest dat zo?",
        en="What was seen, and who reads it so?",
    ),
    why=Words(
        nl=(
            "Een oordeel zonder basis reist mee van verslag naar verslag. Later weet "
            "niemand meer waar het op rustte."
        ),
        en=(
            "A judgement without a basis travels from minutes to minutes. Later nobody "
            "knows what it rested on."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf eerst wat er gezien of gehoord is, met de dag. Schrijf daarna wie "
            "het zo leest en waarom."
        ),
        en=(
            "First write what was seen or heard, with the day. Then write who reads it "
            "so, and why."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als erbij staat wie dit vindt of waar het op rust, bij "
            "een vastgestelde toestand en bij een ontkenning."
        ),
        en=(
            "We ask nothing when it says who thinks so or what it rests on, for an "
            "established state, or for a denial."
        ),
    ),
    source="Inspectie JenV 2024; Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation"}),
    look=look,
    flags=(
        "De oudste zoon is manipulatief.",
        "Vader is onbetrouwbaar.",
        "Zij neemt geen verantwoordelijkheid.",
        "Het gezin werkt niet mee.",
        "De jongen is niet leerbaar.",
        "Meneer is gevaarlijk.",
    ),
    passes=(
        "De psychiater stelde op 4 december een depressie vast.",
        (
            "De wijkagent vindt hem beïnvloedbaar, op grond van drie gesprekken in "
            "december."
        ),
        "Hij miste op 5 en 12 januari de afspraak met de coach.",
        "Hij is sinds 2 januari vrij.",
        "Zij is verdachte in een lopende zaak.",
        "Vader is niet agressief.",
    ),
)
