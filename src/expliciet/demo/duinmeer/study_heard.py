"""Four group conversations of the made-up study. Nobody said this; it is written."""

from ..deeds import Deed
from ..researching import CodesLines, Counts, Talks
from .people import IVO, MARLOES
from .study_begun import FIRST
from .study_coded import (
    BESIDE,
    DOING,
    DONE,
    LADDER,
    MEASURE,
    SIGN,
    UNSHARED,
    WAITING,
)

TOLD = """
    U doet mee omdat u dat wilt en mag op elk moment stoppen. Wij schrijven op wat er
    wordt gezegd, zonder naam en zonder zaak. Alleen de onderzoekers lezen het. Noemt
    iemand toch een naam, dan schrijven wij die niet op. (verzonnen)
"""

CONVERSATIONS: tuple[Deed, ...] = (
    Talks(
        "-8 ma 15:00",
        MARLOES,
        study=FIRST,
        mark="tafel",
        held="-8 do 10:00",
        about="Duiden aan tafel: waar een lezing op rust",
        guide="""
        Wij zagen dat partners er vaak bij zeggen of zij iets zelf zagen. Herkent u dat?
        Wanneer lukt het niet?

        Wij zagen lezingen die naast elkaar bleven staan. Wat levert dat op, en wat kost
        het?
        """,
        consent=TOLD,
        said=(
            (
                "politie",
                """Sinds het formulier vraagt hoe wij eraan komen, schrijf ik het op. In
                een telefoontje vergeet ik het nog.""",
            ),
            (
                "GGZ",
                """Voor mij is dat het verschil tussen iets kunnen wegen en alleen maar
                schrikken.""",
            ),
            (
                "gemeente",
                """Wij praten nog te vaak eerst over wat iemand zou vinden. Pas daarna
                over wat hij deed.""",
            ),
            (
                "politie",
                """Dat wij het verschillend lazen en dat het bleef staan, gaf rust.
                Vroeger won wie het langst sprak.""",
            ),
            (
                "GGZ",
                """Soms is het ook gemakkelijk: allebei opschrijven en dan niet meer
                vragen wie het nagaat.""",
            ),
            (
                "gemeente",
                """Het helpt als erbij staat wat ons van gedachten zou doen
                veranderen.""",
            ),
        ),
    ),
    Talks(
        "-8 ma 15:10",
        MARLOES,
        study=FIRST,
        mark="leiders",
        held="-8 do 14:00",
        about="Op- en afschalen: met welke maatstaven",
        guide="""
        Wij zagen bij het afschalen maatstaven die een ander kan nagaan. Hoe gaat dat
        bij opschalen?

        Er staat een dag om opnieuw te kijken. Wie zorgt dat het gebeurt?
        """,
        consent=TOLD,
        said=(
            (
                "procesregisseur 1",
                """Afschalen doen wij netjes. Opschalen gaat sneller dan wij
                schrijven.""",
            ),
            (
                "procesregisseur 2",
                """De dag om opnieuw te kijken staat er. Wie hem op de agenda zet, is
                niet afgesproken.""",
            ),
            (
                "procesregisseur 1",
                """Als niemand iets vraagt, schuift het een overleg door.""",
            ),
            (
                "secretaris",
                """Ik zie die dagen wel langskomen in mijn lijst. Dat is nu het
                vangnet.""",
            ),
            (
                "procesregisseur 2",
                """Het zou schelen als wij bij het opschalen al zeggen waarmee wij weer
                kunnen afschalen.""",
            ),
            (
                "secretaris",
                """Dan weet degene om wie het gaat het ook.""",
            ),
        ),
    ),
    Talks(
        "-8 ma 15:20",
        IVO,
        study=FIRST,
        mark="partners",
        held="-7 di 10:00",
        about="Verwachtingen over en weer",
        guide="""
        Wij zagen vragen aan elkaar die lang openstonden. Wat gebeurt er in die tijd?

        Wij zagen partners die zeggen dat zij iets niet kunnen delen. Wat hebt u
        daaraan?
        """,
        consent=TOLD,
        said=(
            (
                "school",
                """Als ik niets hoor, weet ik niet of ik moet wachten of zelf iets moet
                doen. Dan doe ik meestal niets.""",
            ),
            (
                "jongerenwerk",
                """Een nee is ook een antwoord. Dat krijgen wij te weinig.""",
            ),
            (
                "Openbaar Ministerie",
                """Wij mogen vaak niets zeggen. Dat wij dát kunnen zeggen, vergeten wij
                nogal eens.""",
            ),
            (
                "school",
                """Toen er stond: er is meer, en wij bellen als het dringend wordt, kon
                ik verder.""",
            ),
            (
                "jongerenwerk",
                """Of iets gedaan is, horen wij van wie het zelf deed. Niemand kijkt er
                verder naar.""",
            ),
            (
                "Openbaar Ministerie",
                """Dat is ook een kwestie van tijd. Je vertrouwt elkaar op zijn
                woord.""",
            ),
            (
                "school",
                """Eén persoon bij wie je je antwoord kwijt kunt, zou al veel
                schelen.""",
            ),
        ),
    ),
    Talks(
        "-8 ma 15:30",
        IVO,
        study=FIRST,
        mark="vast",
        held="-7 di 14:00",
        about="Als een zaak vastloopt",
        guide="""
        Wij zagen zaken die vastliepen en weer op gang kwamen. Wat hielp?

        Bij sommige stappen staat geen teken waaraan men ziet dat het helpt. Hoe merkt u
        dan dat het werkt?
        """,
        consent=TOLD,
        said=(
            (
                "casusregisseur",
                """Het hielp als iemand boven de tafel binnen een week meedacht. Niet om
                te beslissen, maar om ruimte te geven.""",
            ),
            (
                "wijkteam",
                """Wij merkten pas laat dat het vastzat. Iedereen was bezig.""",
            ),
            (
                "casusregisseur",
                """Bezig zijn is geen teken. Ik weet bij de helft van mijn stappen niet
                waaraan ik zie dat het helpt.""",
            ),
            (
                "reclassering",
                """Bij ons staat het wel in het plan, maar dat plan ligt niet op deze
                tafel.""",
            ),
            (
                "wijkteam",
                """Eén teken per stap is genoeg. Maar dan wel een dat ik ook kan
                zien.""",
            ),
            (
                "reclassering",
                """En iemand die na een tijd vraagt: zien wij het?""",
            ),
        ),
    ),
)

HEARD_IN = CodesLines(
    "-7 wo 10:00",
    MARLOES,
    study=FIRST,
    lines=(
        ("tafel", 3, DOING),
        ("tafel", 4, BESIDE),
        ("tafel", 5, BESIDE),
        ("leiders", 1, MEASURE),
        ("leiders", 2, LADDER),
        ("leiders", 5, MEASURE),
        ("partners", 1, WAITING),
        ("partners", 2, WAITING),
        ("partners", 4, UNSHARED),
        ("partners", 5, DONE),
        ("vast", 3, SIGN),
        ("vast", 4, SIGN),
    ),
)

HEARD: tuple[Deed, ...] = (
    *CONVERSATIONS,
    HEARD_IN,
    Counts("-7 wo 15:00", MARLOES, study=FIRST),
)
