"""F44: what of old minutes is proposed, as what, and what is left where it is."""

from datetime import date

import pytest

from expliciet.checking.proposing import AT_MOST, proposals
from expliciet.rules.entry import Kind, read_entry

HELD = date(2026, 3, 3)


def kinds(text: str) -> list[tuple[str, Kind]]:
    """The words that are proposed, and what a line of them is read as."""
    return [
        (each.words, read_entry(each.line, today=HELD, people=()).kind)
        for each in proposals(text)
    ]


def test_a_promise_a_wish_a_decision_and_an_idea_are_proposed_in_their_order() -> None:
    text = (
        "Bo belt voor 10 maart met de school.\n\n"
        "De school zou eerder moeten bellen.\n\n"
        "Besluit: we schalen niet op.\n\n"
        "- idee: een maatje van de sportclub\n"
    )
    assert [kind for _words, kind in kinds(text)] == [
        Kind.AGREEMENT,
        Kind.EXPECTATION,
        Kind.DECISION,
        Kind.IDEA,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Daan is vorige week twee keer niet op school geweest.",
        "Moeder maakt zich zorgen over hem.",
        "Aanwezig: Bo (politie), Hamza (school)",
        "feit: hij is drie keer gezien bij het station",
        "",
    ],
)
def test_what_is_only_reported_is_not_proposed(text: str) -> None:
    assert proposals(text) == []


def test_what_stands_under_a_heading_is_read_as_what_it_names() -> None:
    """Also where the sentence by itself would be a report."""
    text = "## Besluiten\n- De casus blijft op niveau 2.\n## Ideeën\n- Een maatje.\n"
    assert [kind for _words, kind in kinds(text)] == [Kind.DECISION, Kind.IDEA]


def test_a_row_is_put_in_the_order_of_a_line_and_what_is_done_stays_behind() -> None:
    text = (
        "| Wie | Wat | Wanneer | Status |\n|---|---|---|---|\n"
        "| Bo | belt de ouders | 12 maart 2026 | open |\n"
        "| Hamza | stuurt de brief | 1 april | klaar |\n"
    )
    (only,) = proposals(text)
    assert only.line == "Bo: belt de ouders, 12 maart 2026"
    read = read_entry(only.line, today=HELD, people=())
    assert (read.deed, read.due) == ("belt de ouders", date(2026, 3, 12))


def test_the_same_is_proposed_once_and_never_more_than_fits() -> None:
    assert len(proposals("Besluit: we wachten.\n\nBesluit: we wachten.\n")) == 1
    many = "\n\n".join(f"Besluit: we kiezen plan {at}." for at in range(AT_MOST + 9))
    found = proposals(many)
    assert len(found) == AT_MOST
    assert found[0].words.endswith("plan 0.")


def test_signs_that_do_something_are_shown_and_not_done() -> None:
    (only,) = proposals("Besluit: we wachten\u202e af\ud800.")
    assert "\u202e" not in only.line
    only.line.encode()
