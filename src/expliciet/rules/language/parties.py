"""Who a noun speaks of: a professional, the person and those near, or a collective.

A text names its doers in many ways; what counts here is only whether somebody at the
table could be asked for it. The longer list of people at *this* table is matched by
``rules.actors``.
"""

import re
from collections.abc import Sequence
from functools import cache

from .tokens import Token, folded, tokens
from .word_files import word_lists

PROFESSIONAL, CLIENT, GROUP = "professional", "client", "group"

_SUFFIX = re.compile(
    r".+(?:agent|regisseur|coach|coördinator|coordinator|leider|werker|werkers|"
    r"medewerker|medewerkers|begeleider|ambtenaar|adviseur|voorzitter|houder|meester|"
    r"arts|kundige|loog|loge|team|zorg|bureau|dienst|raad|commissie|werkgroep|"
    r"corporatie|werk|instelling|voorziening|instantie|bestuur|beheerder|consulent|"
    r"manager|inspecteur|rechercheur|officier|deskundige|trainer|docent|leraar|lerares|"
    r"hulp|verlener|verlening|bewaker|opzichter|directeur|directrice|secretaris|regie|"
    r"coördinatie|vereniging|stichting|organisatie|school|kliniek|ondersteuner|"
    r"beschermer|functionaris|bemiddelaar|behandelaar|therapeut|gemachtigde|"
    r"vertegenwoordiger|ontwikkelaar|wethouder|specialist|analist|planner|coörd|"
    r"groepsleider|expert|onderzoeker)$"
)
_NOT_PROFESSIONAL = frozenset(
    "netwerk huiswerk vrijwilligerswerk werk maatwerk kunstwerk onderhoudswerk hulp "
    "schoolwerk raad kaartwerk samenwerk uitwerk bouwwerk handwerk nazorg mantelzorg "
    "kredietwerk mondzorg bureau dienst avonddienst nachtdienst eredienst voorzorg "
    "rijbewijshouder thuishulp straatwerk papierwerk meesterwerk basiszorg zelfzorg "
    "vuurwerk inzorg".split()
)
_PARTS = frozenset(
    "jeugd noord oost west zuid midden volwassenen er ers medewerker".split()
)
_GROUP_PHRASE = re.compile(
    r"\b(?:we|wij|iedereen|allen|alle(?:\s+(?:betrokken|aanwezige|deelnemende))?"
    r"\s+(?:partijen|partners|organisaties|leden|deelnemers|aanwezigen|instanties|"
    r"betrokkenen|disciplines|collega'?s|ketenpartners|professionals)|"
    r"(?:de\s+|onze\s+)?(?:keten|zorg|samenwerkings|net?werk)?partners|"
    r"(?:de\s+)?betrokken\s+(?:partijen|partners|organisaties|instanties|professionals|"
    r"hulpverleners|medewerkers)|(?:de\s+)?(?:keten|deelnemers|aanwezigen|betrokkenen)|"
    r"de\s+tafel|het\s+netwerk|met\s+z'?n\s+allen|(?:keten|partner)organisaties|"
    r"een\s+(?:handvol|groepje|clubje|stel|paar)\s+\w+|(?:een\s+paar|enkele|"
    r"sommige|meerdere|diverse|verschillende|een\s+aantal|de\s+overige|"
    r"andere)\s+(?:leden|partners|partijen|organisaties|mensen|collega'?s|"
    r"ouders|vrijwilligers|deelnemers|bestuursleden|instanties|professionals|"
    r"aanwezigen|bewoners)|(?:de\s+)?hulpverleners|elkaar|eenieder|ieder|"
    r"eenieders|partijen|men\s+samen|de\s+groep|de\s+(?:samenwerkende|"
    r"verschillende)\s+(?:partijen|partners|organisaties))\b",
    re.IGNORECASE,
)


@cache
def _kinds() -> dict[str, str]:
    """The kind of party that each listed word names."""
    lists = word_lists("parties.txt")
    kinds = {folded(word): kind for kind, words in lists.items() for word in words}
    return {folded("OM"): PROFESSIONAL, **kinds}


def party_of(word: str) -> str:
    """The kind of party a single (lower case) word names; empty when it names none."""
    known = _kinds()
    for form in (word, word.removesuffix("en"), word.removesuffix("s")):
        if form in known:
            return known[form]
    if word in _NOT_PROFESSIONAL:
        return ""
    if "-" in word:
        first, last = word.split("-", 1)[0], word.rsplit("-", 1)[1]
        kind = party_of(last) or (party_of(first) if last in _PARTS else "")
        if kind == PROFESSIONAL:
            return kind
    if len(word) > 5 and _SUFFIX.match(word.removesuffix("s")):
        return PROFESSIONAL
    return ""


def professionals_in(text: str) -> list[str]:
    """The professional parties a text names, each once, in order."""
    found = (t.low for t in tokens(text) if party_of(t.low) == PROFESSIONAL)
    return list(dict.fromkeys(found))


def group_in(text: str) -> re.Match[str] | None:
    """A collective of which nobody in particular is the doer."""
    return _GROUP_PHRASE.search(text)


def kind_of(words: Sequence[Token]) -> str:
    """The kind of party a noun group names, judged by its last telling word.

    A professional counts before the person: "de mentor van de jongen" is the mentor.
    """
    found = ""
    for position, token in enumerate(words):
        kind = party_of(token.low)
        if not kind and _is_name(token, position):
            kind = PROFESSIONAL
        if kind == PROFESSIONAL:
            return kind
        found = found or kind
    return found


def _is_name(token: Token, position: int) -> bool:
    """A capital inside a sentence, or all capitals: a name or an organisation."""
    if not token.text[0].isalpha():
        return False
    if position > 0 and token.has_capital:
        return True
    return len(token.text) > 1 and token.text.isupper()
