"""What is laid before the checker: free minutes, or one record with its fields.

A record kind and its fields, as the checker knows them. A field may be absent or empty;
an empty field is what the record rules (EX2xx) ask about.

==============  =====================================================================
kind            fields
==============  =====================================================================
minutes         text (free text, many lines)
agreement       deed, owner, helpers, puller, made_on, due, trigger, term, done_when,
                self_evident, status, confirmed, shares, what, recipient, ground,
                acute, review_on
expectation     about, from, to, answer, asked_on, asked_by, made_on, due, status,
                confirmed
decision        decision, reasons, alternatives, positions, round_of, procedural,
                acute, review_on, topic, shares, what, recipient, ground
scaling         from, to, reasons, criteria, review_on, alternatives, positions,
                round_of, acute, statutory_end
intervention    deed, goal, owner, helpers, puller, start, due, trigger, term,
                review_on, stop, ordered_by_court
interpretation  text, owner, basis, confidence
consideration   text, positions
statement       text, type (fact, hearsay, estimate)
==============  =====================================================================

``owner``, ``from``, ``to``, ``puller``, ``asked_by``, ``recipient`` are a
:class:`Party` (or a sequence of them for several owners); of a scaling ``from`` and
``to`` are levels, in words. Dates are :class:`datetime.date`: ``made_on`` (the day it
was agreed), ``due``, ``start``, ``review_on``, ``asked_on``, ``acute`` (the day without
time to weigh). ``reasons``, ``alternatives``, ``criteria``, ``basis`` are sequences of
text; ``positions`` is a sequence of :class:`Position`; ``round_of`` are the
organisations asked for theirs, and where it is empty the context's core counts.

``self_evident``, ``procedural``, ``shares``, ``ordered_by_court`` are true or false.
``trigger`` and ``term`` say in words after what, and how long ("het vonnis", "twee
werkdagen"); ``statutory_end`` names the law or measure that ends it; ``confirmed`` says
how somebody absent said yes; ``status`` reports back in words; ``topic`` of a decision
is ``intervention``, ``sharing``, ``scaling`` or empty; ``what``, ``recipient`` and
``ground`` belong to ``shares``: what is shared, with whom, resting on what.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .actors import Party
from .glossary import Glossary

TEXT_FIELDS: Mapping[str, Mapping[str, str]] = {
    "minutes": {"text": ""},
    "agreement": {"deed": "agreement"},
    "expectation": {"about": "expectation"},
    "decision": {"decision": "decision", "reasons": "consideration"},
    "scaling": {"reasons": "consideration", "criteria": "scaling"},
    "intervention": {"deed": "intervention", "goal": "consideration"},
    "interpretation": {"text": "interpretation"},
    "consideration": {"text": "consideration"},
    "statement": {"text": "fact"},
}
"""The fields of each kind that hold running text, and what such a text does."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where one party stands on a decision, and what was done with it."""

    party: Party
    stance: str
    """One of ``for``, ``against``, ``abstains``, ``doubts``, ``advises`` or empty."""
    reason: str = ""
    handling: str = ""
    """What is done with a dissent: overruled, condition, weighed again, escalated."""


@dataclass(frozen=True, slots=True)
class KeptOpen:
    """Deliberately left open, which is explicit: by whom, why, and until when."""

    owner: Party
    reason: str
    review_on: date
    field: str = ""
    """The field left open; empty means the whole record."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an item: the day, the table, the house's words."""

    today: date | None = None
    next_meeting: date | None = None
    present: tuple[Party, ...] = ()
    """People at the table; empty means not known."""
    core: tuple[str, ...] = ()
    """Organisations whose position a decision cannot do without."""
    glossary: Glossary = field(default_factory=Glossary.of_the_field)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said: its kind, its fields, and what stands around it."""

    kind: str
    fields: Mapping[str, Any]
    context: Context = field(default_factory=Context)
    kept_open: tuple[KeptOpen, ...] = ()

    def text(self, name: str) -> str:
        """The words in a text field; several texts are joined by a line end."""
        value = self.fields.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, list | tuple):
            return "\n".join(str(part) for part in value if part is not None)
        return str(value)

    def has(self, name: str) -> bool:
        """Whether something was filled in; white space and a lone dash are not."""
        value = self.fields.get(name)
        if isinstance(value, str):
            return bool(value.strip(" \t\n-–—.?"))
        return bool(value)
