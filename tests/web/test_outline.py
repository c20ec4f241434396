"""A heading and a row read as such, and no question loses its place."""

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from expliciet.web.checking.marking import pieces
from expliciet.web.checking.outline import outline_spans

TEXT = """# Casusoverleg (verzonnen)

Actie | Wie | Wanneer
Bellen met de huisbaas | wijkteam | zo snel mogelijk
De wijkagent gaat zo snel mogelijk langs.
"""


def test_a_heading_loses_its_mark_and_a_row_its_bars(client: Client) -> None:
    shown = client.post("/verslagcheck/", {"text": TEXT}).content.decode()
    shown = shown[shown.index('<p class="text">') :]
    shown = shown[: shown.index("</p>")]
    assert '<p class="text"><strong class="heading">Casusoverleg' in shown
    assert " | " not in shown
    assert shown.count('<span class="bar"> </span>') == 4


def test_the_form_keeps_the_text_as_it_is(client: Client) -> None:
    response = client.post("/verslagcheck/", {"text": TEXT})
    assert response.context["form"]["text"].value() == TEXT


def test_every_question_keeps_its_place(client: Client) -> None:
    text = "# De wijkagent gaat zo snel mogelijk langs | bellen\n" * 3
    response = client.post("/verslagcheck/", {"text": text + TEXT})
    shown = response.content.decode()
    assert response.context["shown"]
    for question in response.context["shown"]:
        assert shown.count(f'id="plek-{question.number}"') == 1


def test_a_hash_or_a_bar_elsewhere_is_just_that() -> None:
    assert outline_spans("nummer #3 of a|b, en #kop") == []


@given(st.text(alphabet="# |a\n", max_size=60))
def test_the_pieces_together_are_still_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text, outline_spans(text))) == text
