"""The example tells the truth: every question in it comes from the rules."""

from expliciet.web.checking.example import GAPS, LINES, example

SUGGESTED = {name: gap.suggestion for name, gap in GAPS.items()}


def open_lines(answers: dict[str, str]) -> list[int]:
    return [row.number for row in example(answers).rows if row.questions]


def test_it_has_twelve_lines_and_five_questions() -> None:
    assert len(LINES) == 12
    assert example({}).left == 5


def test_each_line_holds_at_most_one_question() -> None:
    assert open_lines({}) == [4, 5, 7, 10, 11]


def test_three_of_them_can_be_answered() -> None:
    assert sorted(gap.line for gap in GAPS.values()) == [4, 5, 11]


def test_the_suggested_answers_close_exactly_those_three() -> None:
    assert open_lines(SUGGESTED) == [7, 10]


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
    after = [row.mark for row in example(SUGGESTED).rows if row.questions]
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
