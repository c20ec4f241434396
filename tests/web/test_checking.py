"""Minutes handed in on a page: read, asked about, and forgotten."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from expliciet.rules import Glossary
from expliciet.web.checking.form import LONGEST
from expliciet.web.upload import AT_MOST

TEXT = "De wijkagent gaat zo snel mogelijk langs.\n\nIedereen is het eens.\n"
HTMX = {"HX-Request": "true"}


def hand_in(client: Client, **fields: Any) -> Any:
    return client.post("/verslagcheck/", fields)


def page(response: Any) -> str:
    return str(response.content.decode())


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_the_page_says_that_nothing_is_stored(client: Client) -> None:
    for address in ("/", "/verslagcheck/"):
        assert "Er wordt niets opgeslagen" in page(client.get(address))


def test_a_text_gets_its_questions(client: Client) -> None:
    shown = page(hand_in(client, text=TEXT))
    assert "2 vragen bij deze tekst" in shown
    assert 'href="#vraag-1"' in shown
    assert "EX103" in shown
    assert "Op welke dag of in welke week?" in shown


def test_the_text_stays_in_the_form(client: Client) -> None:
    assert hand_in(client, text=TEXT).context["form"]["text"].value() == TEXT


def test_an_explicit_text_gets_no_question(client: Client) -> None:
    shown = page(hand_in(client, text="De wijkagent gaat op 3 december langs."))
    assert "Geen vragen bij deze tekst" in shown


def test_markup_in_a_text_is_text(client: Client) -> None:
    evil = '<script>alert(1)</script> gaat "zo snel mogelijk" <b onclick=x>langs</b>.'
    shown = page(hand_in(client, text=evil))
    assert "<script>alert" not in shown
    assert "<b onclick" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_markup_in_a_file_name_is_text(client: Client) -> None:
    shown = page(hand_in(client, file=file("<img src=x>.txt", TEXT.encode())))
    assert "<img src=x>" not in shown


def test_an_answer_in_the_example_is_text(client: Client) -> None:
    shown = page(client.post("/verslagcheck/voorbeeld/", {"owner": "<i>Marieke</i>"}))
    assert "<i>Marieke" not in shown
    assert "&lt;i&gt;Marieke" in shown


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/verslagcheck/", {"text": TEXT}),
        ("/verslagcheck/", {"text": ""}),
        ("/verslagcheck/word/", {"text": TEXT}),
        ("/verslagcheck/word/", {"text": ""}),
        ("/verslagcheck/voorbeeld/", {"owner": "Marieke"}),
    ],
)
def test_no_copy_of_an_answer_is_kept(
    client: Client, address: str, fields: dict[str, str]
) -> None:
    assert client.post(address, fields)["Cache-Control"] == "no-store"


def test_a_check_leaves_no_cookie(client: Client) -> None:
    client.get("/")
    hand_in(client, text=TEXT)
    client.post("/verslagcheck/voorbeeld/", {"owner": "Marieke"})
    assert not client.cookies


def test_a_check_needs_no_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert hand_in(strict, text=TEXT).status_code == 200


def test_a_file_is_read_and_its_text_put_in_the_form(client: Client) -> None:
    response = hand_in(client, file=file("overleg.txt", TEXT.encode()))
    assert "2 vragen bij deze tekst" in page(response)
    assert "overleg.txt" in page(response)
    assert response.context["form"]["text"].value() == TEXT


def test_a_file_that_cannot_be_read_is_refused_and_the_text_kept(
    client: Client,
) -> None:
    response = hand_in(client, text=TEXT, file=file("foto.png", b"\x89PNG\r\n"))
    assert response.status_code == 422
    assert "Sla het verslag op als docx" in page(response)
    assert "zo snel mogelijk langs" in page(response)


def test_the_refusal_is_said_in_the_language_of_the_page(client: Client) -> None:
    client.cookies["taal"] = "en"
    shown = page(hand_in(client, file=file("leeg.docx", b"")))
    assert "The file is empty" in shown


def test_a_file_too_large_is_refused_and_the_text_kept(client: Client) -> None:
    response = hand_in(client, text=TEXT, file=file("x.txt", b"a" * (AT_MOST + 1)))
    assert response.status_code == 422
    assert "hoogstens 25 MB" in page(response)
    assert "zo snel mogelijk langs" in page(response)


def test_a_request_far_too_large_gets_a_page_that_says_so(client: Client) -> None:
    response = hand_in(client, file=file("x.txt", b"a" * (2 * AT_MOST)))
    assert response.status_code == 413
    assert "te groot" in page(response)


def test_a_text_too_long_is_refused_and_kept(client: Client) -> None:
    response = hand_in(client, text="a" * (LONGEST + 1))
    assert response.status_code == 422
    assert "1.000.000 tekens" in page(response)
    assert "a" * LONGEST in page(response)


def test_one_phenomenon_can_be_shown_alone(client: Client) -> None:
    response = hand_in(client, text=TEXT, filter="time_vague")
    assert [q.finding.code for q in response.context["first"]] == ["EX103"]
    assert response.context["phenomena"]


def test_the_choice_holds_while_one_goes_on_typing(client: Client) -> None:
    response = hand_in(client, text=TEXT, only="time_vague")
    assert response.context["only"] == "time_vague"
    assert hand_in(client, text=TEXT, only="<x>").context["only"] == ""


def test_five_questions_come_first_and_the_others_are_folded(client: Client) -> None:
    many = "De wijkagent gaat zo snel mogelijk langs.\n" * 8
    response = hand_in(client, text=many)
    assert len(response.context["first"]) == 5
    assert "en nog 3" in page(response)


def test_the_gravest_stand_first_and_among_equals_what_others_wait_for(
    client: Client,
) -> None:
    often = "De school was misschien op 3 december bij hem.\n" * 6
    response = hand_in(client, text=often + "De wijkagent gaat snel langs.\n")
    first, rest = response.context["first"], response.context["rest"]
    assert min(q.finding.severity for q in first) >= max(
        q.finding.severity for q in rest
    )
    assert "time_missing" in {q.finding.phenomenon for q in first}
    assert [q.number for q in first] == sorted(q.number for q in first)


def test_a_refused_file_has_no_empty_place_under_it(client: Client) -> None:
    shown = page(hand_in(client, file=file("foto.png", b"\x89PNG\r\n")))
    assert "Hier komt uw tekst te staan" not in shown


def test_a_page_full_of_questions_has_an_end(client: Client) -> None:
    many = "De wijkagent gaat zo snel mogelijk langs.\n" * 600
    shown = page(hand_in(client, text=many))
    assert "deze pagina laat er 500 zien" in shown
    assert shown.count('id="plek-') == 500


def test_htmx_gets_only_the_part_that_changes(client: Client) -> None:
    part = page(client.post("/verslagcheck/", {"text": TEXT}, headers=HTMX))
    assert "<html" not in part
    assert 'id="answer"' in part
    assert "2 vragen bij deze tekst" in part


def test_an_emptied_text_is_no_mistake_while_typing(client: Client) -> None:
    response = client.post("/verslagcheck/", {"text": ""}, headers=HTMX)
    assert response.status_code == 200
    assert "Hier komt uw tekst te staan" in page(response)


def test_an_empty_form_says_what_to_do(client: Client) -> None:
    assert "Plak een tekst, of kies een bestand." in page(hand_in(client, text=" "))


def test_a_text_comes_back_as_word_with_the_questions_beside_it(
    client: Client,
) -> None:
    response = client.post("/verslagcheck/word/", {"text": TEXT})
    assert "verslag-verslagcheck.docx" in response["Content-Disposition"]
    with ZipFile(BytesIO(response.content)) as parts:
        comments = parts.read("word/comments.xml").decode()
    assert "Op welke dag of in welke week?" in comments


def test_a_name_from_outside_cannot_break_out_of_the_header(client: Client) -> None:
    named = file('a"; x=\r\n\u00e9.txt', TEXT.encode())
    response = client.post("/verslagcheck/word/", {"file": named})
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert '"' not in disposition


def test_what_cannot_be_read_does_not_come_back_as_word(client: Client) -> None:
    response = client.post("/verslagcheck/word/", {"text": " "})
    assert response["Content-Type"].startswith("text/html")
    assert "Plak een tekst" in page(response)


def test_the_explanation_has_every_rule(client: Client) -> None:
    from expliciet.rules.catalogue import catalogue

    shown = page(client.get("/verslagcheck/uitleg/"))
    for rule in catalogue():
        assert f'id="{rule.code}"' in shown


def test_without_htmx_the_example_comes_back_as_a_page(client: Client) -> None:
    whole = page(client.post("/verslagcheck/voorbeeld/", {"fill": "all"}))
    assert "<html" in whole
    assert "Geen vraag meer open" in whole
    assert "5 beantwoord" in whole


def test_an_answer_can_be_changed(client: Client) -> None:
    said = {"date": "donderdag 3 december", "reopen": "date"}
    shown = page(client.post("/verslagcheck/voorbeeld/", said))
    assert 'value="donderdag 3 december"' in shown
    assert "5 vragen open" in shown


def test_a_loaded_word_leads_to_what_was_agreed_about_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Glossary(loaded={"zorgelijk": "meer dan één melding in een maand"})
    monkeypatch.setattr(Glossary, "of_the_field", staticmethod(lambda: ours))
    shown = page(hand_in(client, text="De school noemt het zorgelijk."))
    assert 'href="#woord-zorgelijk"' in shown
    assert 'id="woord-zorgelijk"' in shown
    assert "meer dan één melding in een maand" in shown
