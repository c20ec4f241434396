"""Language and light are a visitor's own choice, and lead nowhere else."""

import pytest
from django.test import Client

from tests.factories import AppointmentFactory


def test_a_visitor_is_greeted_in_dutch(client: Client) -> None:
    assert '<html lang="nl"' in client.get("/").content.decode()


def test_a_browser_that_asks_for_english_gets_it(client: Client) -> None:
    page = client.get("/", headers={"Accept-Language": "en-GB"}).content.decode()
    assert '<html lang="en"' in page
    assert "What does this record leave unsaid?" in page


def test_a_chosen_language_holds(client: Client) -> None:
    client.post("/taal/", {"taal": "en"})
    assert '<html lang="en"' in client.get("/").content.decode()


def test_a_language_we_do_not_speak_changes_nothing(client: Client) -> None:
    client.post("/taal/", {"taal": "xx"})
    assert not client.cookies


def test_dark_holds_until_light_is_chosen(client: Client) -> None:
    client.post("/weergave/", {"weergave": "donker"})
    assert 'data-weergave="donker"' in client.get("/").content.decode()
    client.post("/weergave/", {"weergave": "licht"})
    assert 'data-weergave="licht"' in client.get("/").content.decode()


def test_a_cookie_of_another_making_does_not_reach_the_page(client: Client) -> None:
    client.cookies["weergave"] = '"><script>'
    assert "data-weergave=" not in client.get("/").content.decode()


def test_the_cookies_are_out_of_reach_of_scripts(client: Client) -> None:
    client.post("/taal/", {"taal": "en"})
    client.post("/weergave/", {"weergave": "donker"})
    assert set(client.cookies) == {"taal", "weergave"}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
def test_single_keys_can_be_switched_off_and_on_again(client: Client) -> None:
    """WCAG 2.1.4: whoever speaks to the machine is not taken elsewhere by a letter."""
    client.force_login(AppointmentFactory().user)
    assert "js/keys.js" in client.get("/").content.decode()
    client.post("/weergave/", {"toetsen": "uit"})
    page = client.get("/").content.decode()
    assert "js/keys.js" not in page
    assert 'name="toetsen" value="aan"' in page
    client.post("/weergave/", {"toetsen": "aan"})
    assert "js/keys.js" in client.get("/").content.decode()


def test_one_returns_to_the_page_one_came_from(client: Client) -> None:
    chosen = {"taal": "en", "next": "/verslagcheck/uitleg/"}
    assert client.post("/taal/", chosen)["Location"] == "/verslagcheck/uitleg/"


def test_one_is_not_led_to_another_site(client: Client) -> None:
    for elsewhere in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        chosen = {"weergave": "donker", "next": elsewhere}
        assert client.post("/weergave/", chosen)["Location"] == "/"


def test_a_language_chosen_with_a_text_answers_that_text(client: Client) -> None:
    text = "De wijkagent gaat zo snel mogelijk langs."
    response = client.post("/verslagcheck/", {"text": text, "taal": "en"})
    page = response.content.decode()
    assert '<html lang="en"' in page
    assert text in response.context["form"]["text"].value()
    assert client.cookies["taal"].value == "en"


def test_light_chosen_with_a_text_answers_that_text(client: Client) -> None:
    text = "De wijkagent gaat zo snel mogelijk langs."
    page = client.post("/verslagcheck/", {"text": text, "weergave": "donker"})
    assert 'data-weergave="donker"' in page.content.decode()
    assert client.cookies["weergave"].value == "donker"


def test_a_choice_without_a_text_leads_back(client: Client) -> None:
    chosen = {"taal": "en", "next": "/", "text": ""}
    response = client.post("/verslagcheck/", chosen)
    assert response["Location"] == "/"
    assert client.cookies["taal"].value == "en"
