"""The findings as data keep what they promise."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.checking import Checked, Ignored, Unread, as_json, examine
from expliciet.rules import Words
from tests.checking.reports import report

TEXT = "Opening.\nEr wordt gebeld met school."


def data(*marks, **how):
    return json.loads(as_json([Checked("v.txt", "txt", report(TEXT, *marks))], **how))


def test_a_finding_tells_all_it_knows():
    found = data(("EX101", "wordt gebeld"))["documents"][0]["findings"][0]
    assert found["code"] == "EX101"
    assert found["phenomenon"] == "actor_missing"
    assert found["severity"] == "warning"
    assert TEXT[found["start"] : found["end"]] == found["words"] == "wordt gebeld"
    assert (found["line"], found["column"]) == (2, 4)
    assert found["sentence"] == "Er wordt gebeld met school."
    assert found["question"]
    assert found["why"]
    assert found["fingerprint"]


def test_counts_are_there_even_when_nothing_was_found():
    assert data()["counts"] == {"error": 0, "warning": 0, "tip": 0}


def test_what_was_not_read_and_what_was_left_out_is_told():
    told = data(
        unread=[Unread("x.pdf", "broken", Words("Kapot.", "Broken."))],
        ignored=[Ignored("EX117", "Staat in het verslag.")],
    )
    assert told["unread"] == [{"name": "x.pdf", "reason": "broken", "says": "Kapot."}]
    assert told["ignored"] == [{"rule": "EX117", "reason": "Staat in het verslag."}]


def test_several_documents_stay_in_their_order():
    checked = [Checked(name, "txt", report(TEXT)) for name in ("b", "a")]
    told = json.loads(as_json(checked))
    assert [document["name"] for document in told["documents"]] == ["b", "a"]


def test_a_sentence_without_end_is_cut():
    text = f"{'x ' * 100_000}wordt {'y ' * 100_000}"
    made = as_json([Checked("v", "txt", report(text, ("EX101", "wordt")))])
    assert len(made) < 3_000


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_gives_data_that_can_be_read_back_the_same(text):
    checked = [Checked("v", "txt", examine(text))]
    made = as_json(checked)
    assert made == as_json(checked)
    for found in json.loads(made)["documents"][0]["findings"]:
        assert 0 <= found["start"] <= found["end"] <= len(text)
