"""When something goes wrong the page says what happened and what to do."""

from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from expliciet.web import errors
from expliciet.web.checking import opening

WRONG: list[tuple[type[Exception], int, str, str]] = [
    (BadRequest, 400, "niet te begrijpen", "cannot be understood"),
    (PermissionDenied, 403, "mag u hier niet", "may not do this"),
    (RuntimeError, 500, "bij ons iets stuk", "broke on our side"),
    (OperationalError, 503, "nog niet klaar", "not ready yet"),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("error", "status", "dutch", "english"), WRONG)
def test_a_page_of_ours_in_both_languages(
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    status: int,
    dutch: str,
    english: str,
    language: str,
) -> None:
    def fail(*_: Any) -> HttpResponse:
        raise error

    monkeypatch.setattr(opening, "example", fail)
    client = Client(raise_request_exception=False)
    client.cookies["taal"] = language
    response = client.get("/")
    assert response.status_code == status
    assert (english if language == "en" else dutch) in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_an_address_that_is_not_there(client: Client) -> None:
    response = client.get("/nee")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_a_form_that_was_not_ours(rf: RequestFactory) -> None:
    with translation.override("nl"):
        response = errors.forged(rf.post("/"))
    assert response.status_code == 403
    assert "van u kwam" in response.content.decode()


def test_a_part_of_a_page_gets_a_part(rf: RequestFactory) -> None:
    request: HttpRequest = rf.get("/")
    request.htmx = True  # type: ignore[attr-defined]
    part = errors.not_found(request, Exception()).content.decode()
    assert "<html" not in part
    assert 'id="answer"' in part


def test_the_words_of_a_visitor_stay_out_of_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from expliciet.web.checking import minutes

    def fail(*_: Any, **__: Any) -> HttpResponse:
        raise RuntimeError("stuk")

    monkeypatch.setattr(minutes, "examine", fail)
    client = Client(raise_request_exception=False)
    response = client.post("/verslagcheck/", {"text": "Het geheim van De Linde."})
    assert response.status_code == 500
    assert "geheim" not in caplog.text


def test_the_server_answers_that_it_lives(client: Client) -> None:
    assert client.get("/health/live").content == b"ok\n"


@pytest.mark.django_db
def test_the_server_answers_that_it_is_ready(client: Client) -> None:
    assert client.get("/health/ready").status_code == 200


def test_without_its_database_the_server_is_not_ready(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OperationalError

    from expliciet.web import health

    monkeypatch.setattr(health.connection, "cursor", fail)
    assert client.get("/health/ready").status_code == 503


def test_without_its_database_the_opening_still_stands(client: Client) -> None:
    """No database mark here: a visitor's check asks nothing of it."""
    assert client.get("/").status_code == 200
