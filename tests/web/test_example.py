"""The example tells the truth: every question in it comes from the rules."""

import pytest

from expliciet.web.checking.example import GAPS, LINES, example

SUGGESTED = {name: gap.suggestion for name, gap in GAPS.items()}


def open_lines(answers: dict[str, str]) -> list[int]:
    return [row.number for row in example(answers).rows if row.questions]


def test_it_has_twelve_lines_and_five_questions() -> None:
    assert len(LINES) == 12
    assert example({}).left == 5


def test_each_line_holds_at_most_one_question() -> None:
    assert open_lines({}) == [4, 5, 7, 10, 11]


def test_each_of_them_can_be_answered() -> None:
    assert sorted(gap.line for gap in GAPS.values()) == open_lines({})


def test_the_suggested_answers_close_them_all() -> None:
    assert open_lines(SUGGESTED) == []


def test_one_answer_closes_one_question() -> None:
    assert open_lines({"owner": "Marieke (wijkteam)"}) == [5, 7, 10, 11]


def test_a_vague_answer_is_asked_about_again() -> None:
    shown = example({"date": "binnenkort"})
    assert shown.left == 5
    assert shown.rows[4].questions[0].finding.words == "binnenkort"
    assert not shown.rows[4].is_settled


def test_a_vague_answer_is_where_one_goes_on() -> None:
    assert example({"date": "binnenkort"}).next_gap == "date"


def test_a_question_keeps_its_number_while_others_are_answered() -> None:
    before = [row.mark for row in example({}).rows if row.questions]
    said = {name: SUGGESTED[name] for name in ("owner", "date", "dissent")}
    after = [row.mark for row in example(said).rows if row.questions]
    assert before == [1, 2, 3, 4, 5]
    assert after == [3, 4]


def test_a_reopened_gap_keeps_its_answer_at_hand() -> None:
    row = example(SUGGESTED, reopened="date").rows[4]
    assert not row.is_settled
    assert row.offered == "donderdag 3 december"


def test_an_answer_stays_on_its_line() -> None:
    shown = example({"owner": "Marieke\n\n(wijkteam)."})
    assert shown.rows[3].answer == "Marieke (wijkteam)"
    assert len(shown.rows) == 12


def test_an_endless_answer_is_cut_short() -> None:
    assert len(example({"owner": "a" * 5000}).rows[3].answer) == 200


def test_gaps_are_counted_however_many_rules_ask() -> None:
    shown = example(dict.fromkeys(GAPS, "iemand"))
    assert shown.left == 5
    assert shown.answered == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(("owner", words) for words in ("12345", "asdfghjkl", "men", "iemand", "?")),
        *(("owner", words) for words in ("maandag", "binnenkort", "op 3 december")),
        *(("owner", words) for words in ("iedereen", "wij", "niemand", "aaaa")),
        *(("date", words) for words in ("31 februari", "12345", "asdf", "Marieke")),
        *(("date", words) for words in ("vrijdag 3 december", "gisteren", "zsm")),
        *(("source", words) for words in ("12345", "men", "zijn zus", "28 november")),
        *(("reason", words) for words in ("daarom", "het kan", "1 2 3", "asdfgh")),
        *(("dissent", words) for words in ("nee", "hij slaapt", "12345 67 8")),
    ],
)
def test_what_is_no_answer_is_not_praised(name: str, words: str) -> None:
    shown = example({name: words}, used=name)
    assert shown.left == 5
    assert shown.answered == 0
    assert shown.next_gap == name
    row = next(row for row in shown.rows if row.name == name)
    assert row.advice or row.questions


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(("owner", words) for words in ("Jo", "de wijkagent", "politie (Bo Stam)")),
        *(("date", words) for words in ("morgen", "volgende week", "vr 4 december")),
        *(("source", words) for words in ("de buurvrouw, 30 november,",)),
        *(("reason", words) for words in ("hij elke afspraak nakwam",)),
        *(("dissent", words) for words in ("hij is thuis niet veilig",)),
    ],
)
def test_other_words_than_the_suggestion_will_do(name: str, words: str) -> None:
    assert example({name: words}, used=name).answered == 1


def test_an_empty_blank_asks_to_be_filled_where_one_was() -> None:
    shown = example({"date": "  "}, used="date")
    assert shown.next_gap == "date"
    assert str(shown.rows[4].advice) == "Vul eerst iets in."


def test_an_impossible_day_gets_the_question_about_that_day() -> None:
    assert "bestaat niet" in str(example({"date": "31 februari"}).rows[4].advice)
