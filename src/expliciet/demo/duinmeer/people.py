"""The partners of Duinmeer and the sixteen people who sign in there. All invented."""

from ...accounts.models import Organisation
from ..partners import Colleague, Partner, Role

KANTOOR = Partner("Zorg- en Veiligheidshuis Duinmeer", Organisation.OFFICE)
GEMEENTE = Partner("Gemeente Strandwolde", Organisation.MUNICIPALITY)
POLITIE = Partner("Politie Kuststreek", Organisation.POLICE)
OM = Partner("Openbaar Ministerie Kuststreek", Organisation.PROSECUTION)
GGZ = Partner("GGZ Vloedlijn", "GGZ")
RECLASSERING = Partner("Reclassering Kuststreek", "reclassering")
JEUGDBESCHERMING = Partner("Jeugdbescherming Zeebries", "jeugdbescherming")
SCHOOL = Partner("Strekdam College", "onderwijs")
WONEN = Partner("Woonstichting Kwelder", "woningcorporatie")
JEUGDWERK = Partner("Jongerenwerk De Schuit", "jeugdwerk")
ZEEWIND = Partner("Bureau Zeewind (verzonnen)", "onderzoek")

PARTNERS = (
    KANTOOR,
    GEMEENTE,
    POLITIE,
    OM,
    GGZ,
    RECLASSERING,
    JEUGDBESCHERMING,
    SCHOOL,
    WONEN,
    JEUGDWERK,
    ZEEWIND,
)

TOBIAS = Colleague("Tobias Veenhuis", Role.ADMINISTRATOR, KANTOOR, "tobias.veenhuis")
MARIJKE = Colleague(
    "Marijke Terpstra", Role.PROCESS_DIRECTOR, KANTOOR, "marijke.terpstra"
)
RUBEN = Colleague("Ruben Sowirono", Role.PROCESS_DIRECTOR, KANTOOR, "ruben.sowirono")
HILDE = Colleague("Hilde Noordhof", Role.SECRETARY, KANTOOR, "hilde.noordhof")
PRIYA = Colleague("Priya Ramdas", Role.PRIVACY_OFFICER, KANTOOR, "priya.ramdas")
ESMEE = Colleague("Esmée Lagrand", Role.EVALUATOR, KANTOOR, "esmee.lagrand")
YARA = Colleague("Yara Bentaleb", Role.CASE_DIRECTOR, GEMEENTE, "yara.bentaleb")
GERRITJAN = Colleague(
    "Gerrit-Jan Mulder",
    Role.DATA_PROTECTION_OFFICER,
    GEMEENTE,
    "gerrit-jan.mulder",
)
WIM = Colleague("Wim Stoffels", Role.LOG_REVIEWER, GEMEENTE, "wim.stoffels")
JEROEN = Colleague("Jeroen Kloosterman", Role.PARTNER, POLITIE, "jeroen.kloosterman")
FLOOR = Colleague("Floor van Rossem", Role.PARTNER, OM, "floor.van.rossem")
ANOUK = Colleague("Anouk Willems", Role.PARTNER, GGZ, "anouk.willems")
HAMZA = Colleague("Hamza Ouali", Role.PARTNER, SCHOOL, "hamza.ouali")
DELANO = Colleague("Delano Kartosen", Role.PARTNER, JEUGDWERK, "delano.kartosen")
MARLOES = Colleague("Marloes Duifhuis", Role.EVALUATOR, ZEEWIND, "marloes.duifhuis")
IVO = Colleague("Ivo Brandsema", Role.EVALUATOR, ZEEWIND, "ivo.brandsema")

COLLEAGUES = (
    TOBIAS,
    MARIJKE,
    RUBEN,
    HILDE,
    PRIYA,
    ESMEE,
    YARA,
    GERRITJAN,
    WIM,
    JEROEN,
    FLOOR,
    ANOUK,
    HAMZA,
    DELANO,
    MARLOES,
    IVO,
)
"""The administrator comes first: the others are let in by him."""
