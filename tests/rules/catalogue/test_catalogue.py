"""N11: Every rule is a whole question, and its samples hold."""

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from expliciet.rules import (
    Course,
    CourseRule,
    Item,
    RecordRule,
    Rule,
    TextRule,
    Words,
    check,
    stalls,
)
from expliciet.rules import catalogue as room
from expliciet.rules.catalogue import catalogue

PHENOMENA = frozenset(
    {
        *("abbreviation_undefined", "action_vague", "actor_group", "actor_missing"),
        *(
            "condition_open",
            "consensus_unverified",
            "deferred_item",
            "dissent_unresolved",
        ),
        *("double_agreement", "end_missing", "escalation_no_criterion"),
        *("expectation_unaccepted", "hearsay", "hedge", "interpretation_as_fact"),
        *(
            "quantity_vague",
            "reason_formulaic",
            "reason_missing",
            "reference_unresolved",
        ),
        *(
            "standing_still",
            "status_vague",
            "time_missing",
            "time_vague",
            "weak_commitment",
        ),
        "suppression_unexplained",
    }
)
SENTENCE_KINDS = frozenset(
    {
        *("agreement", "consideration", "decision", "expectation", "fact"),
        *("interpretation", "intervention", "procedural", "scaling"),
    }
)
RECORD_KINDS = frozenset(
    {
        *("agreement", "consideration", "decision", "expectation", "interpretation"),
        *("intervention", "scaling", "statement"),
    }
)
COURSE_KINDS = frozenset(
    {
        *("advice", "agreement", "conflict", "core_seat", "dissent", "dossier"),
        *("expectation", "impasse", "progress", "review", "round", "scaling"),
    }
)
SOURCES = frozenset(
    {
        "CoNLL-2010",
        "Eigen regel van Expliciet",
        "Evaluatie ICO: van impliciet naar expliciet",
        "ISO/IEC/IEEE 29148",
        "Inspectie JenV 2024",
        "Purver e.a.: vier onderdelen van een actiepunt",
        "Taalniveau B1",
    }
)

MODULES = [
    import_module(f"{room.__name__}.{found.name}")
    for found in iter_modules(room.__path__)
    if found.name.startswith("ex")
]
RULES = catalogue()
TEXT_RULES = [rule for rule in RULES if isinstance(rule, TextRule)]
RECORD_RULES = [rule for rule in RULES if isinstance(rule, RecordRule)]
COURSE_RULES = [rule for rule in RULES if isinstance(rule, CourseRule)]

a_rule = pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
a_text_rule = pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda r: r.code)


def each_sample(
    kind: str, rules: list[TextRule] | list[RecordRule] | list[CourseRule]
) -> list[object]:
    return [
        pytest.param(rule, sample, id=f"{rule.code}-{number}")
        for rule in rules
        for number, sample in enumerate(getattr(rule, kind), 1)
    ]


def misses_of(rule: Rule) -> list[Words]:
    return [rule.misses] if isinstance(rule, TextRule) else []


def samples_in(said: str) -> list[str]:
    """Whole sentences between quotes."""
    return re.findall(r"'([A-Z][^']*(?:'[a-z][^']*)*[.?])'", said)


def codes(item: Item) -> set[str]:
    return {finding.code for finding in check(item)}


def test_the_catalogue_holds_what_its_folder_holds():
    assert [module.RULE for module in MODULES] == list(RULES)
    assert len(TEXT_RULES) == 25
    assert len(RECORD_RULES) == 16
    assert len(COURSE_RULES) == 13


def test_no_code_is_used_twice():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_no_two_rules_of_a_family_ask_the_same():
    for family in (TEXT_RULES, RECORD_RULES, COURSE_RULES):
        assert len({rule.question.nl for rule in family}) == len(family)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.RULE.code)
def test_a_file_is_named_after_its_rule(module: ModuleType):
    stem = module.__name__.rpartition(".")[2]
    assert stem.startswith(module.RULE.code.lower() + "_")


@a_text_rule
def test_the_file_of_a_text_rule_says_what_it_still_misses(rule: TextRule):
    module = next(m for m in MODULES if rule is m.RULE)
    assert "\n\nKnown misses: " in (inspect.getdoc(module) or "")


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.RULE.code)
def test_a_file_says_what_why_what_helps_and_where_it_stays_silent(module: ModuleType):
    said = inspect.getdoc(module) or ""
    assert said.startswith(f"{module.RULE.code} · ")
    for section in ("Why we ask: ", "What helps: ", "Known traps: "):
        assert f"\n\n{section}" in said


@a_rule
def test_both_languages_are_spoken(rule: Rule):
    for words in (rule.name, rule.question, rule.why, rule.helps, rule.silent):
        assert words.nl.strip()
        assert words.en.strip()
        assert words.nl != words.en


@a_text_rule
def test_a_text_rule_says_in_both_languages_what_it_still_misses(rule: TextRule):
    assert rule.misses.nl.strip()
    assert rule.misses.en.strip()
    assert rule.misses.nl != rule.misses.en


@a_text_rule
def test_what_a_rule_misses_is_shown_with_the_same_samples_in_both(rule: TextRule):
    assert samples_in(rule.misses.nl) == samples_in(rule.misses.en) != []


@a_rule
def test_a_rule_asks(rule: Rule):
    assert rule.question.nl.endswith("?")
    assert rule.question.en.endswith("?")


@a_rule
def test_the_rest_is_said_in_whole_sentences(rule: Rule):
    for words in (rule.why, rule.helps, rule.silent, *misses_of(rule)):
        assert re.search(r"[.…?]['’]?\.?$", words.nl)
        assert re.search(r"[.…?]['’]?\.?$", words.en)


@a_rule
def test_the_words_are_plain(rule: Rule):
    told = (rule.question, rule.why, rule.helps, rule.silent, *misses_of(rule))
    for words in told:
        for sentence in re.split(r"(?<=[.?!:])['’)]*\s", words.nl):
            assert len(sentence.split()) <= 24, sentence


@a_rule
def test_a_rule_speaks_of_a_known_phenomenon_and_source(rule: Rule):
    assert rule.phenomenon in PHENOMENA
    assert set(rule.source.split("; ")) <= SOURCES


@a_rule
def test_a_rule_has_samples_enough(rule: Rule):
    assert isinstance(rule, TextRule | RecordRule | CourseRule)
    enough = 4 if isinstance(rule, TextRule) else 3
    assert len(rule.flags) >= enough
    assert len(rule.passes) >= enough


@a_rule
def test_a_rule_silences_others_that_exist(rule: Rule):
    assert set(rule.silences) <= {other.code for other in RULES} - {rule.code}


def test_no_two_rules_silence_each_other():
    pairs = {(rule.code, other) for rule in RULES for other in rule.silences}
    assert not {(b, a) for a, b in pairs} & pairs


@a_rule
def test_a_rule_looks_at_kinds_that_exist(rule: Rule):
    assert isinstance(rule, TextRule | RecordRule | CourseRule)
    known = {
        TextRule: SENTENCE_KINDS,
        RecordRule: RECORD_KINDS,
        CourseRule: COURSE_KINDS,
    }[type(rule)]
    assert rule.kinds
    assert rule.kinds <= known


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda r: r.code)
def test_the_samples_of_a_record_rule_are_of_a_kind_it_looks_at(rule: RecordRule):
    assert {item.kind for item in (*rule.flags, *rule.passes)} <= rule.kinds


@a_text_rule
def test_no_sample_stands_in_a_rule_twice(rule: TextRule):
    samples = (*rule.flags, *rule.passes)
    assert len(set(samples)) == len(samples)


@pytest.mark.parametrize(("rule", "sample"), each_sample("flags", TEXT_RULES))
def test_a_sentence_that_leaves_it_open_is_asked_about(rule: TextRule, sample: str):
    assert rule.code in codes(Item("minutes", {"text": sample}))


@pytest.mark.parametrize(("rule", "sample"), each_sample("passes", TEXT_RULES))
def test_a_sentence_that_says_it_is_left_alone(rule: TextRule, sample: str):
    assert rule.code not in codes(Item("minutes", {"text": sample}))


@pytest.mark.parametrize(("rule", "sample"), each_sample("flags", RECORD_RULES))
def test_a_record_that_leaves_it_open_is_asked_about(rule: RecordRule, sample: Item):
    assert rule.code in codes(sample)


@pytest.mark.parametrize(("rule", "sample"), each_sample("passes", RECORD_RULES))
def test_a_record_that_says_it_is_left_alone(rule: RecordRule, sample: Item):
    assert rule.code not in codes(sample)


@pytest.mark.parametrize("rule", COURSE_RULES, ids=lambda r: r.code)
def test_the_samples_of_a_course_rule_are_of_a_kind_it_looks_at(rule: CourseRule):
    assert {course.kind for course in (*rule.flags, *rule.passes)} <= rule.kinds


def spoken(course: Course) -> dict[str, list[str]]:
    """By rule, the days that made it speak."""
    return {
        stall.rule.code: [day.what for day in stall.days]
        for stall in stalls(course, {})
    }


@pytest.mark.parametrize(("rule", "sample"), each_sample("flags", COURSE_RULES))
def test_a_course_that_stands_still_is_asked_about(rule: CourseRule, sample: Course):
    assert rule.code in spoken(sample)


@pytest.mark.parametrize(("rule", "sample"), each_sample("passes", COURSE_RULES))
def test_a_course_that_goes_on_is_left_alone(rule: CourseRule, sample: Course):
    assert rule.code not in spoken(sample)


@pytest.mark.parametrize(("rule", "sample"), each_sample("flags", COURSE_RULES))
def test_a_rule_names_only_days_of_the_course_it_speaks_of(
    rule: CourseRule, sample: Course
):
    days = rule.look(sample, rule.usual)
    assert set(days) <= set(sample.days)
    assert [each.day for each in days] == sorted(each.day for each in days)
