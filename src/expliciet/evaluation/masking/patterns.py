"""What points at somebody whatever the name is: numbers, addresses, accounts."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import NamedTuple

Test = Callable[[re.Match[str]], bool]

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november "
    "december"
).split()
_MONTH = rf"(?:{'|'.join(MONTHS)}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
DATE = (
    rf"(?:\d{{1,2}}(?:e|ste|de)?\s+{_MONTH}(?:\s+\d{{4}})?"
    r"|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_PARTS = r"(?:(?:van|de|der|den|ten|ter|het|'t|op|in)\s){0,3}"
_BEFORE = rf"(?:(?!(?:De|Het|Een|Op|In|Aan|Bij)\s)[A-Z][\w.'’-]*+\s{_PARTS}){{0,3}}"
_STREET = r"(?:straat|laan|plein|gracht|plantsoen|singel|allee|boulevard)"
"""Hardly ever the end of a family name, so known without a number."""
_ROAD = (
    r"(?:steeg|kade|dreef|weg|dijk|hof|pad|park|burg|wal|markt|ring|baan|oord|kamp|veld|akker|erf|donk|"
    r"horst|hoek|poort|brink|haven|meent|stede|tuin|zoom|berg|kruid|bloem|vaart|diep)"
)
_HOUSE_NUMBER = (
    r"\d{1,5}(?:\s?[a-zA-Z]\b|\s?-\s?\d{1,4}\b|\s?(?:bis|hs|I{1,3})\b)?"
    rf"(?!\d|\s+{_MONTH})"
)
_CASE = (
    r"(?:(?:zaak|dossier|parket|mutatie|registratie|cli[eë]nt|pati[eë]nt|polis|paspoort|"
    r"document|kenmerk|burgerservice|referentie|beschikking|bvh|pv|rol|klant|"
    r"vreemdelingen|strafrechtsketen|rijbewijs|leerling|tafel)?-?"
    r"(?:nummers?|nrs?\b\.?|kenmerk)|bsn|skn|v-nummer|proces-verbaal|pv|mutatie|zaak|"
    r"dossier)"
)


class Pattern(NamedTuple):
    """What is looked for, and the label it gets; group 1, where there is one, is it."""

    label: str
    look: re.Pattern[str]
    holds: Test
    sign: str
    """A character without which there is nothing to find; `0` stands for a digit."""


def _always(_: re.Match[str]) -> bool:
    return True


def is_bsn(digits: str) -> bool:
    """The eleven-test of a citizen service number."""
    digits = digits.zfill(9)
    if len(digits) != 9 or not digits.strip("0"):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def _eleven(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    return len(digits) in (8, 9) and is_bsn(digits)


def _address(match: re.Match[str]) -> bool:
    try:
        ip_address(match[0])
    except ValueError:
        return False
    return True


def _numbered(match: re.Match[str]) -> bool:
    """Enough digits to be the number of a case, and no year."""
    digits = sum(letter.isdigit() for letter in match[1])
    return digits > 4 or (digits > 2 and any(map(str.isalpha, match[1])))


def _postcode(match: re.Match[str]) -> bool:
    """ "In 2026 OM": a year and an organisation are no postcode."""
    year = match[0][:2] in ("19", "20") and match[0][4] == " "
    return not (year and match[0][5:7] in ("OM", "GI", "PI", "VT", "PV", "MR", "OR"))


def _made(label: str, look: str, sign: str = "0", holds: Test = _always) -> Pattern:
    return Pattern(label, re.compile(look), holds, sign)


EMAIL, WEB, ACCOUNT = "e-mailadres", "webadres", "accountnaam"
NUMBER, PHONE, BSN, IBAN = "nummer", "telefoonnummer", "bsn", "rekeningnummer"
ADDRESS, PLATE, BIRTHDAY, IP = "adres", "kenteken", "geboortedatum", "ip-adres"
LABELS = (EMAIL, WEB, ACCOUNT, NUMBER, PHONE, BSN, IBAN, ADDRESS, PLATE, BIRTHDAY, IP)

PATTERNS = (
    _made(EMAIL, r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)*", "@"),
    _made(
        WEB, r"(?i:\b(?:https?://|www\.))[^\s<>\[\]\"”]*[^\s<>\[\]\"”.,;:!?)'’]", "."
    ),
    _made(
        WEB,
        r"(?<![\w@.-])(?:[A-Za-z0-9-]++\.)+(?:nl|com|org|net|eu|be|de|info|example)\b"
        r"(?!\.\w)(?:/[^\s\[\]]*[^\s\[\].,;:!?)])?",
        ".",
    ),
    _made(ACCOUNT, r"(?<![\w@.])@\w[\w.]*\w", "@"),
    _made(IBAN, r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b"),
    _made(
        BSN,
        r"(?<![\d.,/-])(?:\d{8,9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})"
        r"(?![\d/-]|[.,]\d)",
        holds=_eleven,
    ),
    _made(
        PHONE,
        r"(?<![\w+.,/-])(?:(?:\+|00)\d{1,3}[-\s]?(?:\(0\)[-\s]?)?\d(?:[-\s.]?\d){7,9}"
        r"|06(?:[-\s.]{0,3}\d){8}|\(?0\d{2}\)?[-\s]{0,3}\d{3}[-\s.]?\d{2}[-\s.]?\d{2}"
        r"|\(?0\d{3}\)?[-\s]{0,3}\d{2}[-\s.]?\d{2}[-\s.]?\d{2}|0\d{9}|0[89]00[-\s]?\d{4,7}"
        r"|0\d{1,3}\s?[-/]\s?\d{6,8})(?![\d-])",
    ),
    _made(
        ADDRESS,
        r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b"
        rf"(?:,?\s(?:nr\.?\s|nummer\s|huisnummer\s)?{_HOUSE_NUMBER})?",
        holds=_postcode,
    ),
    _made(
        ADDRESS,
        rf"\b{_BEFORE}(?:[A-Z][\w'’-]*(?:{_STREET}|{_ROAD})|(?:Laan|Weg|Plein|Kade|Hof)"
        rf"\s(?:van|der|den)\s(?:de\s|den\s|der\s|het\s)?[A-Z][\w-]+)"
        rf"\s(?:nr\.?\s|nummer\s)?{_HOUSE_NUMBER}",
    ),
    _made(ADDRESS, rf"\b{_BEFORE}[A-Z][\w'’-]{{2,}}{_STREET}\b", "a"),
    _made(
        PLATE,
        r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|"
        r"[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|"
        r"\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|"
        r"[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)"
        r"(?![\w-])",
    ),
    _made(
        BIRTHDAY,
        r"(?i:\b(?:geboren|geb\b\.?|gb\b\.?|geboortedatum|geboortedag|verjaardag|jarig|g\.d\.))"
        rf"(?:\s?:|\s(?:is|in|op|te|den|dd\.?|[A-Z][\w-]+)\b){{0,4}}\s?({DATE})",
    ),
    _made(
        NUMBER, rf"(?i:\b{_CASE})[\s:#-]{{1,3}}([A-Za-z0-9][\w./-]*\w)", "0", _numbered
    ),
    _made(NUMBER, r"\bPL\d{4}[-\s]?\d{6,12}(?:-\d+)?\b"),
    _made(NUMBER, r"(?<![\w-])\d{2}[-/.]\d{6}[-/.]\d{2}(?![\w-])"),
    _made(NUMBER, r"(?<![\w.,€-])(?<!€ )\d{8,}(?![\d,]|\seuro)"),
    _made(
        NUMBER,
        r"(?<![\w-])[A-Z]{1,2}-(?:[2-9A-HJ-NP-Z]{3}|"
        r"(?=[A-Z]*\d)[2-9A-HJ-NP-Z]{4,5})(?![\w-])",
        "-",
    ),
    _made(IP, r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)", "0", _address),
    _made(
        IP,
        r"(?<![\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{1,4}(?![\w:])",
        ":",
        _address,
    ),
)


def found_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where something of this kind stands, and the label it gets."""
    has_digit = any(map(text.__contains__, "0123456789"))
    for pattern in PATTERNS:
        if not (has_digit if pattern.sign == "0" else pattern.sign in text):
            continue
        group = min(1, pattern.look.groups)
        for match in pattern.look.finditer(text):
            if pattern.holds(match):
                yield *match.span(group), pattern.label
