"""The checker as a whole: order, silence, and what is left open on purpose."""

from datetime import date

import pytest

from expliciet.rules import (
    Finding,
    Glossary,
    Item,
    KeptOpen,
    Party,
    Severity,
    by_weight,
    check,
    look_through,
    sparing,
)
from expliciet.rules.item import Context

BO = Party("Bo", "wijkagent", "politie")
DAY = date(2027, 3, 3)

MINUTES = """\
# Wonen

De huurachterstand wordt nog uitgezocht. De coach belt moeder zo snel mogelijk.
Misschien speelt de verhuizing mee.

# Afspraken

- Verzekeringspas aanvragen.
- Indien nodig vraagt de corporatie op 3 maart een ontruiming aan.
- Wij regelen het vervoer op 4 maart.
"""


def of(text: str, kind: str = "minutes", field: str = "text") -> list[Finding]:
    """The findings in one text."""
    return check(Item(kind, {field: text}))


def codes(text: str) -> set[str]:
    return {finding.code for finding in of(text)}


def asked(item: Item) -> set[tuple[str, str]]:
    return {(finding.code, finding.field) for finding in check(item)}


# Order and place


def test_findings_come_in_the_order_of_the_text():
    """A reader goes from top to bottom, and so do the questions."""
    places = [(f.start, f.end, f.code) for f in of(MINUTES)]
    assert len(places) > 5
    assert places == sorted(places)


def test_the_same_minutes_get_the_same_questions_twice():
    """Nothing is left to chance, nor to what was checked before."""
    first = of(MINUTES)
    of("De school mailt binnenkort de cijfers.")
    assert of(MINUTES) == first


def test_looking_through_finds_what_checking_finds():
    """A long text may be taken an agenda item at a time without a question lost."""
    item = Item("minutes", {"text": MINUTES})
    found = list(look_through(item))
    assert sorted(f.fingerprint for f in found) == sorted(
        f.fingerprint for f in check(item)
    )


def test_a_finding_shows_the_very_words_it_asks_about():
    """Whoever jumps to the span finds the words, and the sentence around them."""
    for f in of(MINUTES):
        assert 0 <= f.start < f.end <= len(MINUTES)
        assert MINUTES[f.start : f.end] == f.words
        assert MINUTES[f.sentence_start :].startswith(f.sentence)
        assert f.sentence_start <= f.start
        assert f.end <= f.sentence_start + len(f.sentence)


def test_places_count_letters_and_not_bytes():
    """An emoji or an accent before the words does not move them."""
    text = "👩‍👩‍👧 Vóór alles: é. De coach belt moeder zo snel mogelijk."
    (finding,) = [f for f in of(text) if f.code == "EX103"]
    assert text[finding.start : finding.end] == finding.words == "zo snel mogelijk"


def test_the_same_words_are_not_asked_the_same_thing_twice():
    """One gap is one question, whichever rules see it."""
    places = [(f.phenomenon, f.start, f.end) for f in of(MINUTES)]
    assert len(places) == len(set(places))


# One question a gap


def test_a_vague_time_is_asked_about_and_not_a_missing_one():
    """Who wrote 'zo snel mogelijk' did think of a time: one question is enough."""
    found = codes("De coach belt moeder zo snel mogelijk.")
    assert "EX103" in found
    assert "EX104" not in found


def test_a_vague_time_does_not_answer_for_another_deed():
    """The second deed in the sentence still has no time of its own."""
    text = "De coach belt moeder zo snel mogelijk en de wijkagent haalt de sleutel op."
    (missing,) = [f for f in of(text) if f.code == "EX104"]
    assert missing.words == "haalt"


def test_an_open_place_for_the_owner_is_one_question():
    """'?' where a name should stand is asked about once, as an open place."""
    assert codes("Sleutel ophalen – ? – 3 maart.") == {"EX124"}


def test_an_empty_owner_silences_the_group_in_the_text():
    """A record without an owner asks for one, and not again about 'wij'."""
    empty = asked(Item("agreement", {"deed": "Wij vervangen het slot."}))
    assert ("EX201", "owner") in empty
    assert ("EX102", "deed") not in empty
    filled = asked(Item("agreement", {"deed": "Wij vervangen het slot.", "owner": BO}))
    assert ("EX201", "owner") not in filled
    assert ("EX102", "deed") in filled


def test_a_missing_date_silences_the_vague_time_in_the_text():
    """The field asks for the day, so 'z.s.m.' in the words need not be asked about."""
    fields = {"deed": "Het slot z.s.m. vervangen.", "owner": BO}
    assert ("EX103", "deed") not in asked(Item("agreement", fields))
    assert ("EX103", "deed") in asked(Item("agreement", fields | {"due": DAY}))


@pytest.mark.parametrize("owner", [BO, None])
def test_a_record_is_never_asked_in_the_text_who_does_it(owner: Party | None):
    """It has a field for the owner; a bare infinitive is how a deed is filled in."""
    deed = "De verzekeringspas aanvragen."
    assert "EX101" in codes(deed)
    item = Item("agreement", {"deed": deed, "owner": owner})
    assert ("EX101", "deed") not in asked(item)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Verzekeringspas aanvragen.", "EX101"),
        ("School stuurt de toetsresultaten naar de gemeente.", "EX104"),
    ],
)
def test_what_a_record_has_a_field_for_is_asked_in_minutes_only(text: str, code: str):
    """Owner and date stand in fields of their own, and are asked for there."""
    assert code in codes(text)
    for kind, field in (("agreement", "deed"), ("intervention", "deed")):
        assert code not in {f.code for f in of(text, kind, field)}


# Put aside with a reason


def test_a_question_put_aside_with_a_reason_is_not_asked():
    """The writer looked at it and says why it may stay: that is explicit."""
    text = "De coach belt moeder zo nodig op"
    assert "EX107" in codes(f"{text}.")
    for dash in ("–", "-", ":"):
        aside = codes(f"{text} [expliciet: EX107 {dash} de drempel staat in plan 4].")
        assert not aside & {"EX107", "EX199"}


@pytest.mark.parametrize("nothing", ["", " ", " –", " – ", " -", ":"])
def test_without_a_reason_it_is_asked_and_so_is_the_reason(nothing: str):
    """Putting aside without a word leaves two things open."""
    text = f"De coach belt moeder zo nodig op [expliciet: EX107{nothing}]."
    assert {"EX107", "EX199"} <= codes(text)


def test_putting_one_question_aside_leaves_the_others():
    """The reason answers one question, and the sentence holds another."""
    text = "De coach belt moeder zo nodig en z.s.m. op [expliciet: EX107 – zie plan 4]."
    assert codes(text) & {"EX103", "EX107"} == {"EX103"}


def test_putting_aside_reaches_one_sentence_only():
    """The next 'zo nodig' is another gap, with another reason or none."""
    text = (
        "De coach belt moeder zo nodig op [expliciet: EX107 – zie plan 4]. "
        "Zo nodig komt de wijkagent op 3 maart langs."
    )
    (finding,) = [f for f in of(text) if f.code == "EX107"]
    assert finding.sentence.startswith("Zo nodig komt")


# Deliberately open


OPEN = "De huurachterstand wordt nog uitgezocht"


def test_a_gap_without_more_is_asked_about():
    """The sentence that the tests below leave open on purpose."""
    assert "EX101" in codes(f"{OPEN}.")


@pytest.mark.parametrize(
    "said",
    [
        "(bewust open: de procesregisseur, omdat de bank niet reageert; 3 maart terug)",
        "(bewust open: Bo, want de bank reageert niet; terug op 3 maart)",
        "– bewust open, wijkagent, reden: de bank reageert niet, terug in week 9",
    ],
)
def test_owner_reason_and_day_make_an_open_end_explicit(said: str):
    """'Bewust open' is a valid answer when somebody looks again on a day."""
    assert not codes(f"{OPEN} {said}.") & {"EX101", "EX103", "EX104"}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("bewust open", id="nothing"),
        pytest.param(
            "bewust open: omdat de bank niet reageert; terug op 3 maart", id="owner"
        ),
        pytest.param(
            "bewust open: omdat de rechter nog beslist; terug op 3 maart",
            id="owner, the judge being the reason",
        ),
        pytest.param("bewust open: de procesregisseur; terug op 3 maart", id="reason"),
        pytest.param(
            "bewust open: de procesregisseur, omdat de bank niet reageert", id="day"
        ),
    ],
)
def test_an_open_end_that_lacks_one_of_the_three_is_asked_about(said: str):
    """Without an owner, a reason or a day, open is just open."""
    assert "EX101" in codes(f"{OPEN} ({said}).")


def test_keeping_open_answers_for_what_is_absent_only():
    """A hedge is no open end: its degree can be said today."""
    said = "bewust open: de procesregisseur, omdat de bank niet reageert; 3 maart terug"
    text = f"De school stuurt misschien z.s.m. de cijfers ({said})."
    assert codes(text) & {"EX103", "EX108"} == {"EX108"}


def test_a_field_kept_open_asks_nothing_and_its_twin_in_the_text_neither():
    """The owner is left open on purpose, so 'wij' is no second question."""
    fields = {"deed": "Wij vervangen het slot.", "due": DAY}
    left = (KeptOpen(BO, "de corporatie beslist", DAY, "owner"),)
    before, after = (
        asked(Item("agreement", fields)),
        asked(Item("agreement", fields, kept_open=left)),
    )
    assert ("EX201", "owner") in before
    assert after == before - {("EX201", "owner")}


def test_a_text_field_kept_open_is_not_read():
    """What will be written anew need not be asked about now."""
    fields = {"deed": "Het slot z.s.m. vervangen.", "owner": BO, "due": DAY}
    left = (KeptOpen(BO, "de corporatie beslist", DAY, "deed"),)
    assert ("EX103", "deed") in asked(Item("agreement", fields))
    item = Item("agreement", fields, kept_open=left)
    assert "deed" not in {field for _, field in asked(item)}


def test_a_record_kept_open_as_a_whole_asks_nothing():
    """Owner, reason and day of the open end stand for the whole record."""
    fields = {"deed": "Wij vervangen het slot z.s.m."}
    assert asked(Item("agreement", fields))
    left = (KeptOpen(BO, "de corporatie beslist", DAY),)
    assert check(Item("agreement", fields, kept_open=left)) == []


# The words of the house


def test_an_abbreviation_of_the_house_is_not_asked_about():
    """A table that agreed on the letters need not write them out again."""
    text = "De QXZ bespreekt op 3 maart de cijfers."
    assert "EX117" in codes(text)
    ours = Glossary.of_the_field().and_also(Glossary({"QXZ": "de kwartaalzitting"}))
    item = Item("minutes", {"text": text}, Context(glossary=ours))
    assert "EX117" not in {f.code for f in check(item)}


# What is shown


def test_the_gravest_questions_come_first_then_the_order_of_the_text():
    """Of many questions the five to show are those on which most hangs."""
    ordered = by_weight(of(MINUTES))
    weights = [f.severity for f in ordered]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) > 1
    for severity in Severity:
        places = [f.start for f in ordered if f.severity is severity]
        assert places == sorted(places)


def test_a_record_gets_at_most_one_question_a_field_and_three_in_all():
    """More would be a questionnaire."""
    fields = {"reasons": "Er waren misschien zorgen.", "criteria": "Als het goed gaat."}
    found = check(Item("scaling", fields))
    shown = sparing(found)
    assert len(found) > len(shown) == 3
    assert len({f.field for f in shown}) == 3
    assert sparing(found, at_most=1) == by_weight(found)[:1]
    for f in shown:
        gravest = max(other.severity for other in found if other.field == f.field)
        assert f.severity == gravest


def test_a_question_keeps_its_mark_when_the_minutes_are_laid_out_anew():
    """An answered question does not come back for white space or capitals."""
    one = of("De coach belt moeder zo snel mogelijk.")
    other = of("Ingekomen stukken: geen.\n\nde coach  belt moeder\tZO SNEL mogelijk.")
    assert {f.fingerprint for f in one} <= {f.fingerprint for f in other}


def test_other_sentences_and_other_questions_have_other_marks():
    """An answer to one question says nothing about another."""
    findings = [*of(MINUTES), *of("De school mailt moeder zo snel mogelijk.")]
    marks = {f.fingerprint for f in findings}
    assert len(marks) == len({(f.code, f.sentence, f.words) for f in findings})


# Nothing to ask


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u00a0\n",
        "👩‍👩‍👧 🎉🎉 👍",
        "The team will call her mother as soon as possible.",
        "She may need help; someone has to look at it soon.",
        "12.00 – 13.00",
        "=====\n-----\n* * *",
    ],
)
def test_there_is_nothing_to_ask_about_what_is_no_dutch(text: str):
    """No words, or no Dutch: in doubt stay silent."""
    assert of(text) == []


def test_an_unknown_kind_of_item_has_no_questions():
    """What the checker does not know it leaves alone."""
    assert of("De coach belt z.s.m.", kind="recept") == []


def test_a_list_of_texts_is_read_line_by_line_without_the_blanks():
    """A form may leave rows empty; the rest keeps its place in the joined text."""
    item = Item("scaling", {"reasons": ["Geen melding.", None, "Misschien beter."]})
    assert item.text("reasons") == "Geen melding.\nMisschien beter."
    (hedge,) = [f for f in check(item) if f.code == "EX108"]
    assert item.text("reasons")[hedge.start : hedge.end] == hedge.words == "Misschien"
