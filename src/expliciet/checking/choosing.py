"""Rules and phenomena by the names people give them."""

from collections.abc import Iterable
from difflib import get_close_matches

from ..rules import Rule
from ..rules.catalogue import catalogue
from .phenomena import PHENOMENA
from .refused import Refused


def find_rule(code: str) -> Rule:
    """The rule with this code, in capitals or not."""
    known = {rule.code: rule for rule in catalogue()}
    found = known.get(code.strip().upper())
    if found is None:
        raise _unknown("regel", "rule", code, known)
    return found


def chosen(names: Iterable[str]) -> frozenset[str]:
    """Codes and phenomena, checked one by one; commas may stand between them."""
    codes = {rule.code for rule in catalogue()}
    known = codes | set(PHENOMENA)
    found = set()
    for name in (part.strip() for each in names for part in each.split(",")):
        if not name:
            continue
        match = next((n for n in (name.upper(), name.lower()) if n in known), None)
        if match is None:
            raise _unknown("regel of verschijnsel", "rule or phenomenon", name, known)
        found.add(match)
    return frozenset(found)


def _unknown(kind_nl: str, kind_en: str, name: str, known: Iterable[str]) -> Refused:
    by_capitals = {each.upper(): each for each in sorted(known)}
    near = get_close_matches(name.strip().upper(), by_capitals, n=1)
    nl = en = ""
    if near:
        nl = f" Bedoelde u {by_capitals[near[0]]}?"
        en = f" Did you mean {by_capitals[near[0]]}?"
    return Refused(
        f"Er is geen {kind_nl} '{name.strip()}'.{nl} "
        "'expliciet rules' toont ze allemaal.",
        f"There is no {kind_en} '{name.strip()}'.{en} "
        "'expliciet rules' shows them all.",
    )
