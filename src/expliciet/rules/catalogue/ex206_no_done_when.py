"""EX206 · Nothing says when it is done.

An agreement without something to see at its end, or with the deed itself said over
('gesprek gevoerd').

Why we ask: the requirements standard 29148 asks for what can be verified. Of an
intervention EX214 asks for goal and stop instead.

What helps: name the end that others can see.

Known traps: a deed that speaks for itself and is marked so; the same noun with
another verb ('brief is ontvangen' after 'schrijft een brief').
"""

import re
from collections.abc import Iterator

from ..item import Item
from ..record import texts
from ..rule import Gap, RecordRule, Severity
from ..words import Words

SAYS_NOTHING = frozenset(
    {
        *("aan", "af", "afgerond", "als", "de", "dit", "een", "er", "gedaan"),
        *("hebben", "heeft", "het", "is", "klaar", "met", "nog", "uitgevoerd", "van"),
        *("voltooid", "was", "worden", "wordt", "zijn"),
    }
)


def look(item: Item) -> Iterator[Gap]:
    if item.fields.get("self_evident"):
        return
    done_when = " ".join(texts(item, "done_when"))
    deed = telling(" ".join(texts(item, "deed")))
    if all(says_over(word, deed) for word in telling(done_when)):
        yield Gap("done_when", 0, len(item.text("done_when")))


def says_over(word: str, deed: set[str]) -> bool:
    """Also of a verb that comes apart: 'opgevraagd' after 'opvragen'."""
    return word in deed or (len(word) > 2 and any(d.endswith(word) for d in deed))


def telling(text: str) -> set[str]:
    """The words that carry something, so that 'gesprek gevoerd' is 'gesprek voeren'."""
    found = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    return {skeleton(word) for word in found if word not in SAYS_NOTHING}


def skeleton(word: str) -> str:
    """The consonants of a verb without its endings: spreken, gesproken and spreekt."""
    stem = re.sub(r"^(aan|af|in|mee|na|om|op|over|terug|toe|uit)?ge(?=\w{3})", "", word)
    stem = re.sub(r"(en|d|t)$", "", stem)
    hardened = stem.translate(str.maketrans("vz", "fs"))
    return re.sub(r"[aeiouyj]|(.)(?=\1)", "", hardened) or word


RULE = RecordRule(
    code="EX206",
    phenomenon="action_vague",
    severity=Severity.WARNING,
    name=Words(
        nl="Geen klaar-als",
        en="Nothing says when it is done",
    ),
    question=Words(
        nl="Waaraan is te zien dat het klaar is?",
        en="How do you see that it is done?",
    ),
    why=Words(
        nl=(
            "Zonder zichtbaar einde kan de één 'klaar' zeggen terwijl de ander nog "
            "wacht."
        ),
        en="Without a visible end, one may say 'done' while another is still waiting.",
    ),
    helps=Words(
        nl=(
            "Noem wat er dan is: 'de brief is ontvangen', 'vader heeft ja of nee "
            "gezegd'."
        ),
        en=(
            "Name what there is then: 'the letter was received', 'father said yes or "
            "no'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als 'spreekt vanzelf' is aangevinkt: dan is de datum "
            "genoeg."
        ),
        en=(
            "We ask nothing when 'speaks for itself' is ticked: then the date is "
            "enough."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    silences=("EX106",),
    kinds=frozenset({"agreement"}),
    look=look,
    flags=(
        Item("agreement", {"deed": "voert een gesprek met vader"}),
        Item("agreement", {"deed": "belt de werkgever", "done_when": "gedaan"}),
        Item(
            "agreement",
            {"deed": "gesprek voeren met vader", "done_when": "gesprek gevoerd"},
        ),
        Item("agreement", {"deed": "spreekt de mentor", "done_when": "Is gesproken."}),
    ),
    passes=(
        Item(
            "agreement",
            {"deed": "schrijft een brief", "done_when": "de brief is ontvangen"},
        ),
        Item(
            "agreement",
            {"deed": "belt vader", "done_when": "vader heeft ja of nee gezegd"},
        ),
        Item("agreement", {"deed": "mailt het verslag", "self_evident": True}),
    ),
)
