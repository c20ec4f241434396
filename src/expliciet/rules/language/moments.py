"""Whether a sentence says when: a day, a vague time, a trigger, a rhythm, an end.

Only *that* a time is there, and of which sort; which calendar day it is, is read by
``rules.times``.
"""

from .cues import Cues

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_NUMBER = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"veertien|twintig|dertig|dertien|vijftien|zestien|enkele|paar)"
)
_SPAN = (
    r"(?:(?:werk)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|uur|uren|kwartier|minuten)"
)
_DAYPART = r"(?:ochtend|middag|avond|morgen|nacht)"

DATED = Cues(
    rf"\d{{1,2}} {_MONTH}\.?(?: \d{{4}})?",
    r"\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?(?![\d%])",
    rf"{_WEEKDAY}(?:{_DAYPART})?",
    r"(?:ma|di|wo|do|vr|vrij|za|zo)\.? \d{1,2}(?:[-/]\d{1,2})?",
    r"(?:week|wk) \d{1,2}",
    rf"(?:in|voor|vóór|eind|tot|t/m|per|vanaf|sinds|uiterlijk|van|van de maand) "
    rf"(?:eind )?{_MONTH}",
    rf"{_MONTH} \d{{4}}",
    r"vandaag|morgen|overmorgen|vanmiddag|vanavond|vanochtend|vannacht|morgenochtend",
    r"morgenmiddag|nu",
    r"(?:deze|volgende|komende|dezelfde|aanstaande) (?:week|maand|dag|middag|ochtend|"
    r"avond)",
    rf"(?:binnen|over|na|uiterlijk|iedere|elke) {_NUMBER} {_SPAN}",
    rf"{_NUMBER} {_SPAN} (?:na|voor|vóór|later)",
    r"\d{1,2}[.:]\d{2}(?: uur)?",
    r"\d{1,2} uur|de \d{1,2}e",
    r"om (?:half|kwart (?:voor|over)|\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|"
    r"negen|tien|elf|twaalf) ?(?:uur|een|twee|drie|vier|vijf|zes|zeven|acht|negen|"
    r"tien|elf|twaalf)?",
    r"(?:dit|het) weekend",
    r"(?:het )?eind(?:e)? van (?:de|deze|volgende|dit) (?:week|maand|dag|jaar)",
    r"dit jaar|per direct|per omgaande|terplekke|ter plekke|dezelfde dag|zelfde dag",
    r"elke eerste|iedere eerste|de eerste van de maand",
    r"(?:herfst|kerst|voorjaars|mei|zomer)vakantie",
    r"\d{4}-\d{2}-\d{2}",
    r"binnen de (?:termijn|wettelijke termijn)",
)

VAGUE = Cues(
    r"z\.?s\.?m\.?|a\.?s\.?a\.?p\.?",
    r"zo (?:snel|spoedig|vlug|gauw) (?:als )?mogelijk(?: weer)?",
    r"binnenkort|spoedig|eerdaags|dezer dagen|weldra|straks|gauw|vroeg of laat|ooit",
    r"(?:op|binnen) (?:korte|afzienbare|de korte|de middellange|middellange|de lange|"
    r"lange|niet al te lange)?\s*termijn",
    r"t\.?z\.?t\.?|te zijner tijd|te gelegener tijd|ter gelegener tijd",
    r"wanneer het uitkomt",
    r"(?:vlak |kort |direct |meteen |pas )?(?:voor|vóór|na|rond|rondom|tegen|tijdens|"
    r"in) (?:de |het )(?:zomer|winter|herfst|lente|voorjaar|najaar|feestdagen|kerst"
    r"(?:vakantie|dagen|periode)?|zomervakantie|herfstvakantie|vakantie|meivakantie|"
    r"voorjaarsvakantie|zomerstop|winterstop|zomerreces|reces|bouwvak|jaarwisseling|"
    r"verkiezingen|ramadan|kerstreces|nieuwe jaar|nieuwe schooljaar|nieuwe seizoen)",
    r"(?:na|voor|rond) (?:kerst|pasen|pinksteren|de ramadan|oud en nieuw|carnaval)",
    rf"(?:begin|medio|half|midden|halverwege|ergens in|rond|"
    rf"omstreeks)(?: volgend| dit| het)? (?:jaar|kwartaal|maand|week|seizoen|"
    rf"schooljaar|\d{{4}}|{_MONTH})",
    r"(?:begin|medio|half|midden|halverwege) (?:van )?(?:de|het|deze|dit|volgende|"
    r"komende) (?:maand|jaar|kwartaal|week|schooljaar|seizoen)",
    r"(?:eind|(?:het )?einde? van) (?:dit|het|volgend|komend) (?:jaar|kwartaal|seizoen|"
    r"schooljaar)",
    r"(?:in )?(?:het )?(?:eerste|tweede|derde|vierde|komende|komend|volgende|volgend|"
    r"nieuwe) (?:kwartaal|halfjaar|half jaar|seizoen|schooljaar|jaar)",
    r"q[1-4](?:\?)?",
    r"(?:de |een |het )?(?:volgende|eerstvolgende|komende|andere|latere) "
    r"(?:keer|vergadering|overleg|bijeenkomst|bespreking|gelegenheid|sessie|raad|"
    r"ronde|ico|casusoverleg|raadsvergadering|ledenvergadering)",
    r"(?:volgend|eerstvolgend|komend) (?:overleg|ico|casusoverleg|mt)",
    r"(?:een |op een )?(?:later|ander|geschikt|passend|nader te bepalen) "
    r"(?:moment|tijdstip|stadium)",
    r"in een later stadium|te zijner",
    r"op (?:een )?(?:termijn|den duur|zeker moment|enig moment|gegeven moment)",
    r"(?:pas )?later(?: dit jaar| deze maand| in het (?:jaar|proces|traject))?(?! op)",
    r"(?:de )?(?:komende|eerstkomende|aankomende) (?:weken|maanden|jaren)",
    r"(?:met )?(?:gezwinde|de nodige|de meeste|grote) spoed",
    r"zo gauw (?:het |dat )?kan|gauw|weldra|met spoed|op enig moment",
    r"een volgende (?:vergadering|bijeenkomst|keer)",
    r"aan het eind(?:e)? van de rit|liefst snel|rap",
    r"over een (?:maandje|weekje|tijdje|poosje)(?: of wat)?",
    r"na de [a-z]*(?:vakantie|zomer|winter)[a-z]*|in een (?:later|volgend) stadium",
    r"een keer(?= (?:moeten|een))|bij gelegenheid|in de loop van (?:het|de) \w+",
    r"te eniger tijd|rond die tijd|tegen die tijd|tussentijds|op een later moment",
    r"zo snel als (?:het )?kan",
    r"(?:over|na) (?:een tijdje|enige tijd|een poos|verloop van tijd|enkele weken)",
    r"over een (?:tijdje|poos)",
    r"(?:over|binnen) (?:een paar|enkele) (?:weken|maanden|dagen)",
    r"zodra (?:het |dat |dit )?(?:kan|mogelijk is|er ruimte is|er tijd is|haalbaar is|"
    r"past|uitkomt|de tijd rijp is|lukt)",
    r"als (?:de tijd rijp is|er tijd is|het uitkomt)",
    r"wanneer het kan",
    r"wnr\??|datum volgt",
    r"(?:nader|nog) (?:te bepalen|te plannen|in te plannen)",
    r"wordt nader (?:gepland|bepaald)|nader (?:gepland|bepaald|te bepalen)",
    r"voortaan|op dit moment(?: nog)?|tijdig genoeg|bijtijds|vandaag of morgen",
    r"(?:deze|dezer) dagen|een dezer dagen|snel weer|zo meteen|te eniger tijd",
    r"na (?:de )?(?:zitting|afloop van [^,.;]{3,40}|afronding(?: van [^,.;]{3,40})?|"
    r"de (?:uitspraak|verhuizing|vrijlating|detentie|diagnose|behandeling|intake|"
    r"verbouwing))(?! (?:van|op) \d)",
    r"als (?:alles|het) (?:rond|klaar|achter de rug|geregeld) is",
    r"(?:eind|begin|medio|half) \d{4}",
    r"op korte termijn|op afzienbare termijn|dit najaar|dit voorjaar|deze zomer",
    r"deze winter",
    r"komend(?:e)? (?:voorjaar|najaar|zomer|winter)",
    r"volgend(?:e)? (?:voorjaar|najaar|zomer)|volgend jaar|komend jaar",
    r"in het (?:voorjaar|najaar)|in de (?:zomer|winter|herfst|lente)",
    r"(?:n\.?t\.?b\.?|n\.?n\.?b\.?)",
)
_EVENT = (
    r"[a-zà-ÿ-]*(?:melding|meldingen|verzuim|overtreding|incident|aanhouding|signaal|"
    r"geweld|bedreiging|afwezigheid|ontvangst|vaststelling|ontslag|vrijlating|aankomst|"
    r"overdracht|verlof|gesprek|bezoek|overleg|intake|rapport|verslag|advies|besluit|"
    r"vonnis|uitspraak|handtekening|toestemming|zitting|ziekmelding|escalatie|contact|"
    r"bericht|akkoord|inschrijving|betaling|plaatsing|opname|diagnose|start|levering|"
    r"meting|weigering|afspraak|afspraken|keer|huisbezoek|invrijheidstelling|"
    r"bijeenkomst|ronde|uitslag)"
)
TRIGGER = Cues(
    r"zodra|nadat|voordat|alvorens",
    rf"(?:direct |meteen |uiterlijk )?(?:bij|na) (?:een |één |elke |iedere |"
    rf"ieder |elk |de |het |twee |drie |vier |meer dan |minstens |ten minste |"
    rf"nieuwe |ontvangst van )*(?:nieuwe |eerste |tweede |derde |volgende |"
    rf"gemiste |herhaalde |ernstige |eerstvolgende |gemeld |"
    rf"geslaagde )*(?:\d+ )?{_EVENT}",
    r"(?:als|wanneer|indien|mocht|mochten)",
    r"(?:dag|dagen|week|weken|werkdagen|uur) na",
)
UNTIL = Cues(
    r"tot(?: aan| en met| uiterlijk)? (?:\d|de |het |hij |zij |er |week |eind |"
    r"uiterlijk |maandag|dinsdag|woensdag|donderdag|vrijdag|januari|februari|maart|"
    r"april|mei|juni|juli|augustus|september|oktober|november|december|volgende |"
    r"betrokkene )\w*",
    r"voor het laatst",
)
"""An end by the calendar, or by something that will happen."""
ENDS = Cues(
    r"tot(?! (?:nu toe|op heden|dusver|zover|een|stand|nader|het dossier|zich))",
    r"t/m|totdat|t\.e\.m\.|einddatum|looptijd|eindigt|stopt (?:op|na|als)",
    r"voor de duur van|gedurende",
    rf"{_NUMBER} (?:weken|maanden|keer|maal|dagen|gesprekken|sessies|uur|"
    rf"jaar)(?: lang)?",
    r"evalua(?:tie|eren|ren)|herijk(?:en|ing)|herzien op|toets(?:ing|en|moment)?",
    r"voor (?:drie|twee|zes|een|één) (?:maand(?:en)?|we(?:ek|ken))",
)
RHYTHM = Cues(
    r"(?:twee|drie)?(?:dagelijks|wekelijks|maandelijks|jaarlijks)e?",
    r"doorlopend|continu|permanent|periodiek|structureel|per kwartaal|per maand",
    r"per week|blijvende?",
    r"(?:elke|iedere|elk|ieder) (?:week|maand|dag|kwartaal|keer|twee weken|ochtend|"
    rf"avond|middag|nacht|vergadering|overleg|{_WEEKDAY}{_DAYPART}?|jaar|"
    rf"half jaar|halfjaar|(?:eerste|tweede|derde|laatste) {_WEEKDAY}|werkdag|"
    rf"schooldag|weekend)",
    r"(?:een|één|twee|drie|vier|\d+) ?(?:keer|maal|x|×) (?:per|in de) "
    r"(?:dag|week|maand|twee weken|kwartaal|jaar)",
    r"om de (?:week|dag|twee weken|maand|drie weken|veertien dagen)",
)
FREQUENT = Cues(
    r"regelmatig|geregeld|met (?:enige )?regelmaat|(?:zo )?nu en dan|af en toe",
    r"periodiek|frequent|veelvuldig|vaker|intensiever",
)
LASTING = Cues(
    r"vooralsnog|voorlopig|tijdelijk|voor onbepaalde tijd|tot nader order",
    r"tot nader bericht|nader order|de komende tijd|de komende periode",
    r"zolang (?:als )?nodig|zo lang (?:als )?(?:het )?nodig(?: is)?",
    r"zolang dat nodig is|onverminderd|af en toe|voor de langere termijn|langdurig",
    r"nog even|te allen tijde|tot op (?:heden|nader order)|permanent|doorlopend",
    r"continu|blijvend|standaard|altijd",
)


def ends(text: str) -> bool:
    """Whether something that goes on has an end, or a moment to look again."""
    return text in UNTIL or text in ENDS
