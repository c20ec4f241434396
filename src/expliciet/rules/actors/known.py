"""The organisations and functions a Safety House works with, and their short forms.

On every line: the forms of one organisation, the full name first, and behind the
colon the functions that people there have. A form in capitals is only recognised in
capitals, because *om*, *gi* or *raad* are ordinary words too.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

ORGANISATIONS = """
politie, nationale politie, wijkpolitie, recherche: wijkagent, agent, rechercheur, \
politieagent, jeugdagent, wijkchef, teamchef, operationeel expert, politieman
openbaar ministerie, OM, arrondissementsparket, parket: officier, officier van \
justitie, OvJ, gebiedsofficier, jeugdofficier, zaaksofficier, parketsecretaris, \
beleidssecretaris, advocaat-generaal
gemeente: burgemeester, wethouder, leerplichtambtenaar, leerplicht, \
beleidsmedewerker, beleidsadviseur, gebiedsmanager, boa, handhaver, wmo-consulent, \
veiligheidsadviseur, consulent, klantmanager
geestelijke gezondheidszorg, GGZ: psychiater, psycholoog, behandelaar, spv, \
sociaal psychiatrisch verpleegkundige, regiebehandelaar, GGZ-agoog
raad voor de kinderbescherming, RvdK, kinderbescherming, Raad: raadsonderzoeker, \
raadsmedewerker
gecertificeerde instelling, GI, jeugdbescherming: jeugdbeschermer, gezinsvoogd, voogd, \
jeugdreclasseerder
reclassering, reclassering nederland, 3RO: reclasseringswerker, \
reclasseringsmedewerker, reclasseringsambtenaar, toezichthouder
veilig thuis, VT: vertrouwensarts
zorg- en veiligheidshuis, zorg en veiligheidshuis, veiligheidshuis, ZVH: \
procesregisseur, ketenregisseur, procesmanager, ketenmanager
dienst justitiele inrichtingen, DJI, penitentiaire inrichting, PI: casemanager
wijkteam, sociaal wijkteam, sociaal team, buurtteam, jeugdteam: gezinscoach, \
wijkteammedewerker, wijkcoach, gezinswerker
school, schoolbestuur: docent, leraar, lerares, leerkracht, zorgcoordinator, \
teamleider, rector, conrector, intern begeleider, ib'er, schoolmaatschappelijk werker
jongerenwerk: jongerenwerker, ambulant jongerenwerker, straatcoach, jeugdwerker
gemeentelijke gezondheidsdienst, GGD: jeugdarts, jeugdverpleegkundige, forensisch arts
maatschappelijk werk, AMW: maatschappelijk werker
woningcorporatie, corporatie, wooncorporatie, verhuurder: wijkbeheerder, woonconsulent
verslavingszorg: verslavingsarts
schuldhulpverlening, schuldhulp: schuldhulpverlener, budgetcoach
slachtofferhulp, slachtofferhulp nederland, SHN: casemanager slachtofferhulp
immigratie- en naturalisatiedienst, IND: regievoerder
centraal orgaan opvang asielzoekers, COA: locatiemanager
koninklijke marechaussee, marechaussee, KMar: marechaussee
leger des heils, LdH: woonbegeleider
uitvoeringsinstituut werknemersverzekeringen, UWV: arbeidsdeskundige
halt, HALT: halt-medewerker
vluchtelingenwerk:
jeugdzorg: jeugdzorgwerker
mee, MEE: clientondersteuner
huisartsenpraktijk: huisarts, poh, praktijkondersteuner
belastingdienst, fiod:
nctv, NCTV:
rechtbank: rechter, kinderrechter, rechter-commissaris
kinderopvang: pedagogisch medewerker
crisisdienst:
"""
FUNCTIONS = """
casusregisseur, trajectregisseur, voorzitter, secretaris, notulist, gezinsbegeleider, \
ambulant begeleider, trajectbegeleider, persoonlijk begeleider, begeleider, mentor, \
bewindvoerder, curator, advocaat, coach, hulpverlener, wijkverpleegkundige, \
verpleegkundige, arts, orthopedagoog, gedragsdeskundige, therapeut, jobcoach, \
jeugdconsulent, projectleider, coordinator, imam, dominee, tolk, contactpersoon, \
aandachtsfunctionaris, ervaringsdeskundige, familieondersteuner, gezinsondersteuner, \
procesbegeleider, directeur
"""
GROUPS = """
wij, we, iedereen, allen, allemaal, men, partners, alle partners, de partners, \
ketenpartners, alle partijen, partijen, betrokkenen, alle betrokkenen, aanwezigen, \
alle aanwezigen, de tafel, de keten, het netwerk, deelnemers, alle deelnemers, ieder, \
eenieder, organisaties, alle organisaties, betrokken partners, betrokken partijen, \
kernpartners, professionals, hulpverleners, alle hulpverleners
"""


class Organisation(NamedTuple):
    """An organisation: how it is called, and what people there are."""

    forms: tuple[str, ...]
    functions: tuple[str, ...]


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation known beforehand."""
    lines = (line for line in ORGANISATIONS.splitlines() if line)
    parts = (line.partition(":") for line in lines)
    return tuple(
        Organisation(listed(forms), listed(functions)) for forms, _, functions in parts
    )


def listed(words: str) -> tuple[str, ...]:
    """Words with commas between them."""
    return tuple(word.strip() for word in words.split(",") if word.strip())
