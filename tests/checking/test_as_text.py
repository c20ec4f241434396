"""The questions as lines that point at the words."""

from dataclasses import replace

from expliciet.checking import as_text
from tests.checking.reports import finding, report

TEXT = "Opening.\nEr wordt gebeld met school."


def carets(shown):
    """The line that points, and the line it points at."""
    lines = shown.splitlines()
    at = next(n for n, line in enumerate(lines) if set(line) == {" ", "^"})
    return lines[at - 1], lines[at]


def pointed_at(shown):
    sentence, pointer = carets(shown)
    return sentence[pointer.index("^") : pointer.rindex("^") + 1]


def test_a_finding_shows_its_place_its_question_and_its_code():
    shown = as_text(report(TEXT, ("EX101", "wordt gebeld")), "verslag.txt")
    assert "verslag.txt:2" in shown
    assert "EX101" in shown
    assert "Wie doet dit?" in shown


def test_carets_stand_beneath_the_span():
    shown = as_text(report(TEXT, ("EX101", "wordt gebeld")), "v")
    assert pointed_at(shown) == "wordt gebeld"


def test_carets_stay_beneath_the_span_after_a_tab():
    text = "a\tEr wordt\tgebeld."
    shown = as_text(report(text, ("EX101", "wordt")), "v")
    assert pointed_at(shown) == "wordt"


def test_wide_signs_get_wide_carets():
    shown = as_text(report("日本 wordt 日本.", ("EX101", "wordt 日本")), "v")
    _, pointer = carets(shown)
    assert pointer == " " * (2 + 5) + "^" * 10


def test_a_long_sentence_is_folded_and_still_pointed_at():
    text = f"{'woord ' * 30}wordt gebeld {'woord ' * 10}."
    shown = as_text(report(text, ("EX101", "wordt gebeld")), "v", wide=60)
    assert max(map(len, shown.splitlines())) <= 60
    assert pointed_at(shown) == "wordt gebeld"


def test_of_a_sentence_without_end_only_an_excerpt_is_shown():
    text = f"{'x' * 500_000} wordt {'y' * 500_000}"
    shown = as_text(report(text, ("EX101", "wordt")), "v")
    assert len(shown) < 1_000
    assert "…" in shown


def test_five_come_first_and_the_rest_is_a_count():
    text = "\n".join(f"Er wordt {n} gebeld." for n in range(8))
    marks = [("EX101", f"wordt {n}") for n in range(8)]
    shown = as_text(report(text, *marks), "v")
    assert shown.count("Wie doet dit?") == 5
    assert "nog 3 vragen" in shown


def test_all_are_shown_by_place_when_asked_for():
    text = "Wat is ABC?\nEr wordt gebeld."
    shown = as_text(
        report(text, ("EX117", "ABC"), ("EX101", "wordt")), "v", at_most=None
    )
    assert shown.index("EX117") < shown.index("EX101")


ROWS = "| Nr | Wie | Wat |\n|---|---|---|\n| 1 | Kok | Bellen |\n| 2 | | Het\x1b huis |"


def test_a_row_is_read_out_with_the_names_of_its_columns():
    shown = as_text(report(ROWS, ("EX106", "Bellen")), "v")
    assert "  Nr: 1 · Wie: Kok · Wat: Bellen\n" in shown
    assert pointed_at(shown) == "Bellen"


def test_an_empty_cell_is_not_read_out():
    shown = as_text(report(ROWS, ("EX106", "huis")), "v")
    assert "  Nr: 2 · Wat: Het" in shown
    assert "\x1b" not in shown
    assert pointed_at(shown) == "huis"


def test_a_span_over_two_cells_is_pointed_at_whole():
    shown = as_text(report(ROWS, ("EX106", "Kok | Bel")), "v")
    sentence, pointer = carets(shown)
    assert sentence == "  Nr: 1 · Wie: Kok · Wat: Bellen"
    assert pointer == "               ^^^        ^^^"


def test_a_first_row_that_is_no_header_names_no_columns():
    shown = as_text(report("Kok | Bellen\nSmit | Huis", ("EX106", "Huis")), "v")
    assert "  Smit · Huis\n" in shown


def test_a_row_alone_loses_its_outer_bars():
    shown = as_text(report("| Kok | Bellen |\nSlot.", ("EX106", "Bellen")), "v")
    assert "  Kok | Bellen\n" in shown
    assert pointed_at(shown) == "Bellen"


def test_a_row_without_end_is_an_excerpt():
    text = f"| Wie | Wat |\n| Kok | {'x' * 100_000} bel |"
    shown = as_text(report(text, ("EX106", "bel")), "v")
    assert len(shown) < 1_000


def test_a_proposed_row_has_no_bars():
    found = finding(ROWS, "EX101", "Bellen", "<wie>: | 1 | Kok | | Bellen |, klaar.")
    shown = as_text(replace(report(ROWS), findings=(found,)), "v")
    assert "Beter: <wie>: 1 · Kok · Bellen, klaar." in shown


def test_explaining_adds_why_and_what_helps():
    made = report(TEXT, ("EX101", "wordt gebeld"))
    assert "Waarom:" not in as_text(made, "v")
    explained = as_text(made, "v", explain=True)
    assert "Waarom:" in explained
    assert "Wat helpt:" in explained


def test_a_better_wording_is_proposed_where_there_is_one():
    made = report(TEXT)
    found = finding(TEXT, "EX101", "wordt gebeld", "<wie> belt school.")
    made = type(made)(TEXT, (found,))
    assert "Beter: <wie> belt school." in as_text(made, "v")


def test_english_readers_get_english_words_around_dutch_sentences():
    shown = as_text(report(TEXT, ("EX101", "wordt gebeld")), "v", language="en")
    assert "warning" in shown
    assert "Er wordt gebeld met school." in shown


def test_a_text_without_questions_says_so():
    assert "geen vragen" in as_text(report(TEXT), "verslag.txt")


def test_a_document_cannot_steer_the_terminal():
    text = "Er wordt\x1b]0;titel\x07 gebeld \x9b31m\u202e."
    shown = as_text(report(text, ("EX101", "wordt")), "v\x1b[2J.txt")
    assert not set(shown) & set("\x1b\x07\x9b\u202e")


def test_paint_takes_the_place_of_carets():
    shown = as_text(
        report(TEXT, ("EX101", "wordt gebeld")),
        "v",
        paint=lambda role, text: f"<{role}>{text}</{role}>",
    )
    assert "<span>wordt gebeld</span>" in shown
    assert "^" not in shown
