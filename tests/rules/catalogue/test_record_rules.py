"""The finer points of the record rules, and their boundary days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.rules import Context, Gap, Item, Party, Position, RecordRule
from expliciet.rules.catalogue import catalogue
from expliciet.rules.record import is_blank, parties, texts

MEETING = date(2027, 3, 16)
BEFORE = MEETING - timedelta(days=35)
A_DAY = timedelta(days=1)

POLICE = Party("Ari", "wijkagent", "politie")
SCHOOL = Party("Jo", "mentor", "school")
CARE = Party("Luca", "behandelaar", "GGZ")

RULES = {rule.code: rule for rule in catalogue() if isinstance(rule, RecordRule)}


def gaps(code: str, kind: str, /, around: Context | None = None, **fields: object):
    """What one rule asks of one record: the fields it points at."""
    rule = RULES[code]
    assert kind in rule.kinds
    given = {name.removesuffix("_"): value for name, value in fields.items()}
    item = Item(kind, given, around or Context(today=MEETING))
    return [gap.field for gap in rule.look(item)]


# What counts as nothing


@pytest.mark.parametrize("blank", ["", " ", "-", "–", "—", "...", "?", "n.v.t.", "NNB"])
def test_a_dash_and_a_placeholder_say_nothing(blank: str):
    assert is_blank(blank)


@pytest.mark.parametrize("word", ["nee", "0", "1", "Bo", "OM", "volgt op 3 maart"])
def test_a_short_answer_says_something(word: str):
    assert not is_blank(word)


def test_blank_rows_are_left_out():
    item = Item("decision", {"reasons": ["", "-", None, "moeder tekende op 4 maart"]})
    assert texts(item, "reasons") == ("moeder tekende op 4 maart",)


def test_a_party_of_which_nothing_is_known_is_nobody():
    assert (
        parties(Item("agreement", {"owner": [Party(), Party("", "-", "")]}), "owner")
        == ()
    )


# EX201 and EX202: an owner whom you can ask


def test_an_owner_without_a_name_or_function_is_asked_for_once():
    assert gaps("EX201", "agreement", owner=Party()) == ["owner"]
    assert gaps("EX202", "agreement", owner=Party()) == []


def test_one_organisation_among_the_owners_is_enough_to_ask():
    owners = (POLICE, Party(organisation="gemeente"))
    assert gaps("EX202", "agreement", owner=owners) == ["owner"]


def test_a_single_delegate_is_who_is_meant_whatever_the_capitals():
    around = Context(present=(POLICE, SCHOOL))
    assert gaps("EX202", "agreement", around, owner=Party(organisation="Politie")) == []


def test_a_group_is_not_somebody_even_as_puller():
    group = Party(name="Alle partners")
    assert gaps("EX202", "agreement", owner=group, puller=group) == ["owner"]


# EX203: who was not there has promised nothing


def test_nobody_is_absent_when_attendance_is_not_known():
    assert gaps("EX203", "agreement", Context(today=MEETING), owner=SCHOOL) == []


def test_a_function_at_the_table_is_recognised_without_a_name():
    around = Context(present=(POLICE,))
    assert gaps("EX203", "agreement", around, owner=Party(function="Wijkagent")) == []
    assert gaps("EX203", "agreement", around, owner=Party(function="mentor")) == [
        "owner"
    ]


def test_two_parties_without_an_organisation_are_not_colleagues():
    around = Context(present=(Party("Ari"),))
    assert gaps("EX203", "agreement", around, owner=Party("Jo")) == ["owner"]


def test_an_empty_confirmation_confirms_nothing():
    around = Context(present=(POLICE,))
    assert gaps("EX203", "agreement", around, owner=SCHOOL, confirmed="-") == ["owner"]


def test_a_group_is_neither_present_nor_absent():
    around = Context(present=(POLICE,))
    assert gaps("EX203", "agreement", around, owner=Party(name="iedereen")) == []


# EX204: one pulls


def test_a_second_owner_that_is_blank_is_no_second_owner():
    assert gaps("EX204", "agreement", owner=(POLICE, Party(), "-")) == []


# EX205: a day that can be


@pytest.mark.parametrize(("days", "asked"), [(-1, ["due"]), (0, []), (1, [])])
def test_a_new_agreement_is_due_today_at_the_earliest(days: int, asked: list[str]):
    assert gaps("EX205", "agreement", due=MEETING + days * A_DAY) == asked


@pytest.mark.parametrize(("days", "asked"), [(-1, ["due"]), (0, []), (1, [])])
def test_an_old_agreement_is_due_when_it_was_made_at_the_earliest(
    days: int, asked: list[str]
):
    due = BEFORE + days * A_DAY
    assert gaps("EX205", "agreement", made_on=BEFORE, due=due) == asked


def test_an_old_agreement_with_a_report_may_be_past_its_day():
    assert gaps("EX205", "agreement", due=BEFORE, status="loopt") == []


@pytest.mark.parametrize(("days", "asked"), [(-1, []), (0, []), (1, ["due"])])
def test_a_deed_is_done_before_it_is_looked_at_again(days: int, asked: list[str]):
    due = MEETING + days * A_DAY
    assert gaps("EX205", "intervention", due=due, review_on=MEETING) == asked


def test_a_trigger_or_a_term_stands_for_a_date():
    assert gaps("EX205", "agreement", trigger="het vonnis") == []
    assert gaps("EX205", "agreement", term="twee weken") == []
    assert gaps("EX205", "agreement", trigger="n.t.b.") == ["due"]


def test_a_moment_counts_as_its_day():
    around = Context(today=MEETING)
    this_morning = datetime(2027, 3, 16, 8, 30)  # noqa: DTZ001 the day alone counts
    assert gaps("EX205", "agreement", around, due=this_morning) == []


def test_without_a_day_of_today_no_day_is_too_early():
    assert gaps("EX205", "agreement", Context(), due=date(1999, 1, 1)) == []


# EX206: an end that others can see


@pytest.mark.parametrize(
    ("deed", "done_when"),
    [
        ("spreekt met moeder", "met moeder gesproken"),
        ("schrijft een brief", "de brief is geschreven"),
        ("vraagt de cijfers op", "Cijfers opgevraagd."),
        ("cijfers opvragen", "opgevraagd"),
        ("belt de huisarts", "huisarts gebeld"),
        ("leest het dossier", "dossier lezen"),
        ("bezoekt het adres", "klaar"),
    ],
)
def test_saying_the_deed_over_is_no_end(deed: str, done_when: str):
    assert gaps("EX206", "agreement", deed=deed, done_when=done_when) == ["done_when"]


@pytest.mark.parametrize(
    ("deed", "done_when"),
    [
        ("spreekt met moeder", "moeder noemt een dag"),
        ("schrijft een brief", "de brief is verstuurd"),
        ("vraagt de cijfers op", "cijfers staan in het dossier"),
        ("belt de huisarts", "huisarts zegt ja of nee"),
        ("telt de meldingen", "12 meldingen bekeken"),
    ],
)
def test_something_new_to_see_is_an_end(deed: str, done_when: str):
    assert gaps("EX206", "agreement", deed=deed, done_when=done_when) == []


# EX207: an answer, or somebody who asks


def test_being_asked_takes_both_an_asker_and_a_day():
    assert gaps("EX207", "expectation", to=CARE, asked_by=POLICE) == ["answer"]
    assert gaps("EX207", "expectation", to=CARE, asked_on=MEETING) == ["answer"]
    assert (
        gaps("EX207", "expectation", to=CARE, asked_by=POLICE, asked_on=MEETING) == []
    )


def test_a_no_is_an_answer():
    assert gaps("EX207", "expectation", to=CARE, answer="nee") == []


# EX208 and EX209: reasons and alternatives


def test_what_the_law_ends_needs_no_reason():
    assert gaps("EX208", "scaling", statutory_end="einde van de maatregel") == []


def test_acute_danger_without_a_review_still_asks_for_an_alternative():
    assert gaps("EX209", "scaling", acute=MEETING) == ["alternatives"]
    assert gaps("EX209", "scaling", acute=MEETING, review_on=MEETING + A_DAY) == []


def test_a_decision_about_something_light_needs_no_alternative():
    assert gaps("EX209", "decision", decision="het verslag later mailen") == []


# EX210 and EX211: positions


@pytest.mark.parametrize("stance", ["against", "abstains", "doubts"])
def test_each_dissent_is_handled(stance: str):
    assert gaps("EX210", "decision", positions=[Position(CARE, stance)]) == [
        "positions"
    ]


@pytest.mark.parametrize("stance", ["for", "advises", ""])
def test_what_is_no_dissent_needs_no_handling(stance: str):
    assert gaps("EX210", "decision", positions=[Position(CARE, stance)]) == []


def test_several_dissents_are_one_question():
    against = [Position(CARE, "against"), Position(SCHOOL, "doubts")]
    assert gaps("EX210", "decision", positions=against) == ["positions"]


def test_the_core_is_known_whatever_the_capitals():
    around = Context(core=("Politie", "GGZ"))
    round_of = [Position(POLICE, "for"), Position(CARE, "for")]
    assert gaps("EX211", "decision", around, positions=round_of) == []


def test_who_was_asked_goes_before_the_core():
    around = Context(core=("politie",))
    heard = [Position(CARE, "for")]
    assert gaps("EX211", "decision", around, positions=heard, round_of=("GGZ",)) == []
    assert gaps("EX211", "decision", around, positions=heard) == ["positions"]


# EX212: a measure and a day


def test_a_scaling_asks_for_its_measure_and_its_day_apart():
    assert gaps("EX212", "scaling") == ["criteria", "review_on"]


def test_the_vague_word_itself_is_pointed_at():
    criteria = ["2 meldingen in 14 dagen", "het gaat voldoende goed"]
    item = Item("scaling", {"criteria": criteria, "review_on": MEETING})
    (gap,) = RULES["EX212"].look(item)
    assert item.text("criteria")[gap.start : gap.end] == "voldoende"


def test_a_vague_word_beside_a_number_can_be_counted():
    assert gaps("EX212", "scaling", criteria=["meer dan twee meldingen"]) == [
        "review_on"
    ]


# EX213 and EX214: each empty field by itself


def test_a_reading_asks_for_each_empty_field():
    assert gaps("EX213", "interpretation") == ["owner", "basis", "confidence"]
    assert gaps("EX213", "interpretation", owner=CARE) == ["basis", "confidence"]


def test_a_court_sets_the_end_and_not_the_goal():
    assert gaps("EX214", "intervention") == ["goal", "review_on", "stop"]
    assert gaps("EX214", "intervention", ordered_by_court=True) == ["goal"]


# EX215: sharing


def test_sharing_asks_what_with_whom_and_on_which_ground():
    assert gaps("EX215", "decision", shares=True) == ["what", "recipient", "ground"]


@pytest.mark.parametrize(
    ("days", "asked"), [(-1, ["ground"]), (0, []), (1, []), (2, ["ground"])]
)
def test_in_danger_the_ground_follows_within_a_day(days: int, asked: list[str]):
    review = MEETING + days * A_DAY
    fields = {"shares": True, "what": "het adres", "recipient": POLICE}
    assert gaps("EX215", "decision", **fields, acute=MEETING, review_on=review) == asked


# EX216: reporting back


@pytest.mark.parametrize(("days", "asked"), [(-1, ["status"]), (0, []), (1, [])])
def test_a_report_is_asked_for_once_the_day_has_passed(days: int, asked: list[str]):
    due = MEETING + days * A_DAY
    assert gaps("EX216", "agreement", made_on=BEFORE, due=due) == asked


@pytest.mark.parametrize(
    "status",
    ["", "loopt", "Loopt nog.", "is in behandeling", "nog niet gedaan", "open"],
)
def test_under_way_is_no_report(status: str):
    fields = {"made_on": BEFORE, "due": MEETING - A_DAY, "status": status}
    assert gaps("EX216", "agreement", **fields) == ["status"]


@pytest.mark.parametrize(
    "status",
    [
        "gedaan",
        "Klaar.",
        "is uit",
        "niet gedaan: ziek",
        "loopt tot 3 april",
        "vervallen",
    ],
)
def test_what_came_of_it_is_a_report(status: str):
    fields = {"made_on": BEFORE, "due": MEETING - A_DAY, "status": status}
    assert gaps("EX216", "agreement", **fields) == []


def test_a_missing_day_and_a_missing_report_are_never_both_asked():
    for fields in ({}, {"due": BEFORE}, {"due": BEFORE, "status": "loopt"}):
        asked = [gaps(code, "agreement", **fields) for code in ("EX205", "EX216")]
        assert [] in asked


# Whatever a form, an import or a spreadsheet hands over

FIELDS = sorted(
    {
        field
        for rule in RULES.values()
        for i in (*rule.flags, *rule.passes)
        for field in i.fields
    }
    | {"asked_on", "acute", "confirmed", "start", "statutory_end", "trigger", "term"}
)
words = st.sampled_from(
    ["", " ", "-", "nvt", "allen", "Bo", "loopt", "bij zorgen", "\n"]
)
people = st.builds(Party, words, words, words)
scribbles = st.text("aé1?- \n", max_size=6)
one_thing = st.one_of(
    st.sampled_from([None, True, False, 0, 1]),
    st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    st.sampled_from([datetime(2027, 3, 16, 8, 30)]),  # noqa: DTZ001 as forms give it
    scribbles,
    words,
    people,
    st.builds(Position, people, st.sampled_from(["for", "against", ""]), words, words),
)
anything = one_thing | st.lists(one_thing, max_size=2).map(tuple)
contexts = st.builds(
    Context,
    today=st.sampled_from([None, MEETING]),
    present=st.lists(people, max_size=2).map(tuple),
    core=st.lists(words, max_size=2).map(tuple),
)


@settings(max_examples=400)
@given(
    code=st.sampled_from(sorted(RULES)),
    fields=st.dictionaries(st.sampled_from(FIELDS), anything, max_size=5),
    around=contexts,
    data=st.data(),
)
def test_no_record_makes_a_rule_fall_over(code, fields, around, data):
    rule = RULES[code]
    kind = data.draw(st.sampled_from(sorted(rule.kinds)))
    item = Item(kind, fields, around)
    found = list(rule.look(item))
    assert found == list(rule.look(item))
    for gap in found:
        assert isinstance(gap, Gap)
        assert 0 <= gap.start <= gap.end <= len(item.text(gap.field))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_an_empty_record_is_asked_at_most_three_things(rule: RecordRule):
    for kind in sorted(rule.kinds):
        found = list(rule.look(Item(kind, {}, Context(today=MEETING, core=("OM",)))))
        assert len(found) <= 3
        assert len({gap.field for gap in found}) == len(found)
