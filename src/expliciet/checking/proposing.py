"""What of old minutes could be taken over: one line for each deed, wish or decision.

Plain report is left where it is; nobody's past is made up from it.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ..rules import Glossary
from ..rules.entry import Kind
from ..rules.entry.openings import read_opening
from ..rules.language import rows
from ..rules.language.kinds import is_decision_label
from ..rules.language.moments import DATED
from ..rules.language.read import sections
from ..rules.language.statement import Section, Statement
from .harmless import harmless
from .report import HALF_A_CHARACTER
from .spoken_row import BETWEEN, without_bars

AT_MOST = 200
"""So many of one file; who has more takes it over in parts."""
PROPOSED = (Kind.AGREEMENT, Kind.EXPECTATION, Kind.DECISION, Kind.IDEA)
MEANT = {
    "agreement": Kind.AGREEMENT,
    "intervention": Kind.AGREEMENT,
    "expectation": Kind.EXPECTATION,
    "decision": Kind.DECISION,
    "scaling": Kind.DECISION,
}
"""What a sentence does in minutes, as what a line at the table would be."""
LONE_LABEL = re.compile(r"(?i)\s*(?:actie(?:punt)?|afspraak)(?: \d+)?\s*:\s*")


class Proposal(NamedTuple):
    """The words of the file, and the line that somebody would have typed for them."""

    words: str
    line: str


def proposals(text: str, at_most: int = AT_MOST) -> list[Proposal]:
    """In the order of the text; what says the same twice is proposed once."""
    return list(islice(found_in(HALF_A_CHARACTER.sub("\ufffd", text)), at_most))


def found_in(text: str) -> Iterator[Proposal]:
    seen: set[str] = set()
    for section in sections(text, Glossary.of_the_field()):
        for statement in section.statements:
            proposal = proposed(statement, section)
            if proposal and proposal.line.lower() not in seen:
                seen.add(proposal.line.lower())
                yield proposal


def proposed(statement: Statement, section: Section) -> Proposal | None:
    """What this sentence, list item or row could become; nothing for a report."""
    if statement.kind in ("procedural", "heading"):
        return None
    if statement.piece.kind == "row":
        return of_row(statement)
    words = told(statement.text[statement.marker :])
    kind = meant(statement, section, words)
    return Proposal(words, as_line(kind, words)) if kind and words else None


def meant(statement: Statement, section: Section, words: str) -> Kind | None:
    """How it opens decides; then what it stands under, then what it does."""
    opened = read_opening(words)
    if opened.kind is not Kind.AGREEMENT:
        return opened.kind if opened.kind in PROPOSED else None
    kind = MEANT.get(statement.kind)
    if kind in (None, Kind.AGREEMENT) and not statement.is_past:
        return under(section.heading) or by_deed(statement)
    return by_deed(statement)


def by_deed(statement: Statement) -> Kind | None:
    """An intervention that only goes on is a report of it."""
    if statement.kind == "intervention" and not statement.deeds:
        return None
    return MEANT.get(statement.kind)


def under(heading: str) -> Kind | None:
    """Under *Besluiten* one reads decisions, under *Ideeën* ideas."""
    named = heading.strip("#*: ").lower()
    if is_decision_label(named):
        return Kind.DECISION
    if named.startswith("verwachting"):
        return Kind.EXPECTATION
    return Kind.IDEA if named.startswith(("idee", "ideeën")) else None


def told(text: str) -> str:
    """On one line, without what a file may hide in it."""
    return harmless(" ".join(text.split())).strip()


def as_line(kind: Kind, words: str) -> str:
    """The same words, opened so that they are read as this kind."""
    if read_opening(words).kind is kind:
        return LONE_LABEL.sub("", words, count=1) or words
    return f"{kind.label.nl}: {words}"


def of_row(statement: Statement) -> Proposal | None:
    """*Bo | belt de school | vr 8/10*: who, what and when, whatever their order."""
    row = rows.read(statement)
    cells = [told(statement.text[start:end]) for start, end in statement.cells]
    words = without_bars(BETWEEN.join(each for each in cells if each))
    if row is None or not row.is_open:
        return None
    if MEANT.get(statement.kind) is Kind.DECISION:
        return Proposal(words, as_line(Kind.DECISION, words))
    if row.deed is None:
        return None
    deed = told(statement.text[slice(*row.deed)]).strip(" .;")
    others = [each.strip(" .;") for each in cells if each.strip(" .;") != deed]
    who = next((each for each in others if rows.names(each)), "")
    when = next((each for each in others if each in DATED), "")
    line = f"{who}: {deed}" if who else deed
    return Proposal(words, f"{line}, {when}" if when else line)
