"""Whatever somebody is called, and however it is written: it does not get through."""

import re

from hypothesis import given
from hypothesis import strategies as st

from expliciet.evaluation.masking.forms import listed
from expliciet.evaluation.masking.masking import Masked, Masker
from expliciet.evaluation.masking.name_check import look
from expliciet.rules.folding import folded

LABEL = "politie-1 (medewerker)"
NAMES = sorted(name.title() for name in listed("given_names.txt") if len(name) > 1)
LAST = (
    "Visser Nieboer Tersteeg Bentaleb Özdemir Huisinga Boer Graaf Storm Kloosterman "
    "Sowirono Wiersma Öztürk Brandt Idrissi Çelik Ramdas Bos Lagrand Dijk Verwey Prins "
    "Quddoes Adjei-Mensah Krol-Meijer Hernández"
).split()
SENTENCES = (
    "Gisteren belde {} met de wijkagent over het rooster.",
    "{} heeft dat toegezegd en komt er vrijdag op terug.",
    "Afspraak: {} zoekt het uit, en de moeder hoort het.",
    "De mentor sprak met {}; daarna was het stil.",
    "Volgens de GGZ (en {}) is er geen spoed.",
    "Zij zegt: ‘{} weet er alles van.’",
    "- bellen met {}\n- brief aan de gemeente",
    "Dat is niet wat {} bedoelde.",
)
WORDS = re.compile(r"[^\W_]+")


def ways(first: str, particle: str, last: str) -> list[str]:
    """One name as people write it; told here apart from how it is looked for."""
    family = f"{particle} {last}".strip()
    short = {"van der": "v.d.", "van den": "vd", "van de": "v/d", "van": "v."}
    big = family[0].upper() + family[1:]
    return [
        f"{first} {family}",
        f"{first} {family}".upper(),
        f"{first} {family}".lower(),
        f"{first} {last}",
        first,
        last,
        family,
        f"mevrouw {big}",
        f"dhr. {big}",
        f"{first[0]}. {family}",
        f"{first[0]}.J. {family}",
        f"{first[0]}.{last}".lower(),
        f"{first}.{last}".lower(),
        f"{first[0]}.{last}@politie.example".lower(),
        f"{first}'s collega",
        f"{first}’s collega",
        f"{last}-zaak",
        f"{last}-Jansma",
        f"{last}, {first}",
        folded(f"{first} {family}").title().replace("Van D", "van d"),
        f"{first} {short.get(particle, particle)} {last}".replace("  ", " "),
    ]


named = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(("", "", "van", "van der", "van den", "van de", "de", "el", "ten")),
    st.sampled_from(LAST),
)


@st.composite
def told(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A sentence, how the name stands in it, and the given and the family name."""
    first, particle, last = draw(named)
    written = draw(st.sampled_from(ways(first, particle, last)))
    return draw(st.sampled_from(SENTENCES)), written, f"{first} {particle} {last}", last


def outside(masked: Masked) -> str:
    """The masked text without its labels."""
    text = masked.text
    for mark in reversed(masked.marks):
        text = f"{text[: mark.start]}·{text[mark.end :]}"
    return text


def survive(text: str, name: str) -> set[str]:
    """The words of a name that still stand in a text."""
    there = {folded(word) for word in WORDS.findall(text)}
    telling = [word for word in WORDS.findall(name) if len(word) > 1]
    small = {"van", "de", "der", "den", "el", "ten", "er"}
    return ({folded(word) for word in telling} - small) & there


@given(told())
def test_no_known_name_gets_through(case: tuple[str, str, str, str]) -> None:
    """F63: in any of the ways to write it; only an everyday word in small letters,
    which the sentence would hold anyway, is left to who reads."""
    sentence, written, name, _ = case
    masked = Masker({name: LABEL}).mask(sentence.format(written))
    left = survive(outside(masked), name) - survive(sentence, name)
    assert not left


@given(told())
def test_only_the_name_changes(case: tuple[str, str, str, str]) -> None:
    sentence, written, name, _ = case
    masked = Masker({name: LABEL}).mask(sentence.format(written))
    before, after = sentence.split("{}")
    text = outside(masked)
    assert text.startswith(before)
    assert text.endswith(after)


@given(told())
def test_every_label_stands_where_the_mark_says(
    case: tuple[str, str, str, str],
) -> None:
    sentence, written, name, _ = case
    masked = Masker({name: LABEL}).mask(sentence.format(written))
    assert masked.marks
    for mark in masked.marks:
        assert masked.text[mark.start : mark.end] == f"[{mark.label}]"


@given(st.lists(told(), min_size=1, max_size=4))
def test_masking_again_changes_nothing(cases: list[tuple[str, str, str, str]]) -> None:
    masker = Masker({name: f"persoon-{at}" for at, (_, _, name, _) in enumerate(cases)})
    text = " ".join(sentence.format(written) for sentence, written, _, _ in cases)
    once = masker.mask(text)
    assert masker.mask(once.text) == once._replace(rounds=())


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_at_all_can_be_masked_twice(text: str) -> None:
    masker = Masker({"Bo Visser": LABEL, "Nummer": "persoon-2"})
    once = masker.mask(text)
    assert masker.mask(once.text) == once._replace(rounds=())
    assert look(once) == look(masker.mask(once.text))


@given(told())
def test_an_unknown_name_with_a_capital_is_asked_about(
    case: tuple[str, str, str, str],
) -> None:
    """F63: what no list knows is at least shown; each word of the name within the
    sentence, where a capital tells."""
    sentence, _, name, last = case
    first = name.split()[0]
    text = sentence.format(f"{first} {last}")
    masked = Masker({}).mask(text)
    found = look(masked)
    place = masked.text.index(first)
    assert any(f.start <= place and place + len(first) <= f.end for f in found)
    place = masked.text.index(last, place + len(first))
    assert any(f.start <= place and place + len(last) <= f.end for f in found)
