"""The manual says what the rules say, in both languages."""

import re
from datetime import date
from pathlib import Path

import pytest

from expliciet.rules import (
    Context,
    Course,
    CourseRule,
    Item,
    Party,
    RecordRule,
    Rule,
    TextRule,
)
from expliciet.rules.catalogue import catalogue
from expliciet.rules.in_words import (
    COURSES,
    DAYS,
    FIELDS,
    course_in_words,
    in_words,
    record_in_words,
)
from expliciet.rules.manual import main, manual, overview, page

COMMITTED = Path(__file__).parents[2] / "docs" / "rules"
RULES = catalogue()
a_rule = pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
in_each_language = pytest.mark.parametrize("language", ["nl", "en"])


def unfolded(markdown: str) -> str:
    return " ".join(markdown.split())


def test_the_pages_in_the_repository_are_those_of_the_rules():
    there = {p.name: p.read_text(encoding="utf-8") for p in COMMITTED.glob("*.md")}
    assert there == manual()


@in_each_language
@a_rule
def test_a_page_tells_the_whole_rule(rule: Rule, language: str):
    told = unfolded(page(rule, language))
    for words in (rule.name, rule.question, rule.why, rule.helps, rule.silent):
        assert unfolded(words.spoken(language)) in told
    assert rule.source in told
    assert rule.phenomenon in told


@in_each_language
@a_rule
def test_only_the_page_of_a_text_rule_tells_what_it_misses(rule: Rule, language: str):
    heads = {"nl": "## Wat deze regel nog mist", "en": "## What this rule still misses"}
    told = page(rule, language)
    assert (heads[language] in told) == isinstance(rule, TextRule)
    if isinstance(rule, TextRule):
        assert unfolded(rule.misses.spoken(language)) in unfolded(told)


@a_rule
def test_a_page_shows_every_sample(rule: Rule):
    told = unfolded(page(rule))
    assert isinstance(rule, TextRule | RecordRule | CourseRule)
    for sample in (*rule.flags, *rule.passes):
        said = sample if isinstance(sample, str) else in_a_sentence(sample)
        assert f"- {unfolded(said)}" in told


def in_a_sentence(sample: Item | Course) -> str:
    if isinstance(sample, Course):
        return course_in_words(sample)
    return record_in_words(sample)


@in_each_language
@a_rule
def test_a_page_keeps_to_the_width_of_a_screen(rule: Rule, language: str):
    assert max(len(line) for line in page(rule, language).splitlines()) <= 88


@in_each_language
def test_the_table_names_and_links_every_rule(language: str):
    table = overview(language)
    for rule in RULES:
        assert (
            f"[{rule.code}]({rule.code}.md) | {rule.name.spoken(language)} |" in table
        )


def test_a_page_tells_which_rules_it_gives_way_to():
    without_time = next(rule for rule in RULES if rule.code == "EX104")
    assert "EX103" in page(without_time)


def test_the_english_pages_are_english():
    for rule in RULES:
        assert not re.search(r"\b(Waarom|Wanneer|Bron)\b", page(rule, "en"))


def test_every_field_of_a_sample_has_a_name():
    for rule in RULES:
        if isinstance(rule, RecordRule):
            for item in (*rule.flags, *rule.passes):
                assert set(item.fields) <= set(FIELDS)


def test_every_matter_and_day_of_a_sample_has_a_name():
    for rule in RULES:
        if isinstance(rule, CourseRule):
            for course in (*rule.flags, *rule.passes):
                assert course.kind in COURSES
                assert {day.what for day in course.days} <= set(DAYS)


def test_a_record_is_read_out_with_what_stands_around_it():
    owner = Party("Ari", "wijkagent", "politie")
    around = Context(date(2027, 3, 1), present=(owner,), core=("OM",))
    item = Item("agreement", {"owner": owner, "due": date(2027, 3, 9)}, around)
    assert record_in_words(item) == (
        "Afspraak – eigenaar: Ari (wijkagent, politie); datum: 9 maart 2027 "
        "(overleg op 1 maart 2027; aan tafel: politie; kernpartners: OM)"
    )
    assert record_in_words(item, "en") == (
        "Agreement – owner: Ari (wijkagent, politie); date: 9 March 2027 "
        "(meeting on 1 March 2027; at the table: politie; core partners: OM)"
    )


@pytest.mark.parametrize("nothing", [None, "", (), [], Party()])
def test_an_empty_field_is_read_out_as_a_dash(nothing: object):
    assert in_words(nothing) == "–"


def test_an_empty_record_says_so():
    assert record_in_words(Item("decision", {})) == "Besluit – niets ingevuld"


def test_the_pages_are_written_and_old_ones_taken_away(tmp_path: Path):
    (tmp_path / "EX999.md").write_text("een regel die er niet meer is")
    (tmp_path / "eigen.md").write_text("een bladzijde van een ander")
    assert main([str(tmp_path)]) == 0
    assert {p.name for p in tmp_path.iterdir()} == {*manual(), "eigen.md"}


def test_without_a_folder_it_says_how(capsys: pytest.CaptureFixture[str]):
    assert main([]) == 2
    assert "FOLDER" in capsys.readouterr().err
