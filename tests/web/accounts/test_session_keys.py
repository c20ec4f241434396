"""Keys, cookies and lines of a session, and what happens without them (C8, T25)."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import login
from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.test import override_settings
from django.urls import reverse

from expliciet.accounts.models import Appointment, Session
from expliciet.accounts.sessions import SessionStore
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.vault import key_files
from expliciet.vault.keyring import keyring
from expliciet.vault.models.epoch import forget_master_keys
from tests.factories import AppointmentFactory, Role
from tests.signing_in import sign_in
from tests.web.accounts.visitor import OWN, Clock, Rules, Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

SIGN_IN = "/aanmelden/"


def administrator_near(visitor: Visitor) -> Appointment:
    near = visitor.user.appointments.get()
    return AppointmentFactory(organisation=near.organisation, role=Role.ADMINISTRATOR)


# --- keys -----------------------------------------------------------------------------


def test_a_key_from_before_signing_in_opens_nothing_after_it(visitor: Visitor) -> None:
    """Fixation: whoever planted a key does not come along."""
    visitor.set_up_before()
    visitor.gives_password()
    planted = visitor.key
    visitor.gives_code()
    assert visitor.key != planted
    thief = visitor.again()
    thief.cookies["sessie"] = planted
    assert not thief.is_in()
    assert visitor.is_in()


def test_a_key_that_somebody_made_up_is_not_taken_over(visitor: Visitor) -> None:
    visitor.cookies["sessie"] = "a" * 32
    visitor.set_up_before()
    visitor.comes_in()
    assert visitor.key != "a" * 32


def test_a_key_is_nothing_any_more_after_signing_out(insider: Visitor) -> None:
    key = insider.key
    insider.post("/afmelden/")
    thief = insider.again()
    thief.cookies["sessie"] = key
    assert not thief.is_in()
    assert not Session.objects.exists()


def test_a_key_is_renewed_when_the_password_is_asked_again(insider: Visitor) -> None:
    before = insider.key
    insider.clock.forward(minutes=6)
    answer = insider.post(
        f"{reverse('accounts:step-up')}?next=/mijn-account/codes/",
        {"password": "een verzonnen wachtwoord"},
    )
    assert answer["Location"] == "/mijn-account/codes/"
    assert insider.key != before
    thief = insider.again()
    thief.cookies["sessie"] = before
    assert not thief.is_in()
    assert insider.is_in()


def test_a_session_of_one_is_not_a_session_of_another(
    insider: Visitor, clock: Clock
) -> None:
    """Whose session it is stands in two places; where they differ nobody is in."""
    other = AppointmentFactory().user
    Session.objects.filter(user=insider.user).update(user=other)
    assert not insider.is_in()


def test_a_session_that_django_alone_began_is_nobodys(visitor: Visitor) -> None:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    login(request, visitor.user, backend=settings.AUTHENTICATION_BACKENDS[1])
    request.session.save()
    visitor.cookies["sessie"] = request.session.session_key or ""
    assert not visitor.is_in()


@pytest.mark.parametrize("level", ["password", "recovery", "demo", "", "totp", "x+y"])
def test_what_proved_too_little_is_not_in(visitor: Visitor, level: str) -> None:
    sign_in(visitor, visitor.user, level)
    assert not visitor.is_in()


# --- lines, cookies and what stays behind ---------------------------------------------


def test_a_session_remembers_how_somebody_came_in_and_nothing_else(
    insider: Visitor,
) -> None:
    """C8: nothing of a case, and nothing of what was set up on the way."""
    insider.get(OWN)
    insider.get("/dossiers/")
    with keyring():
        kept = set(SessionStore(insider.key).keys())
    assert kept == {
        *("_auth_user_id", "_auth_user_backend", "_auth_user_hash"),
        *("account_authentication_methods", "account_authentication_methods_user"),
        "_session_expiry",
    }


def test_all_lines_of_a_session_bear_its_mark(insider: Visitor) -> None:
    assert insider.is_in()
    marks = set(
        Line.objects.filter(user=insider.user.id)
        .exclude(session="")
        .values_list("session", flat=True)
    )
    assert marks == {Session.objects.get().mark}
    levels = Line.objects.filter(action=Action.OWN_ACCOUNT_READ)
    assert set(levels.values_list("auth_level", flat=True)) == {"password+totp"}


def test_no_key_stands_in_a_line(insider: Visitor) -> None:
    """T24."""
    insider.is_in()
    for line in Line.objects.all():
        assert insider.key.encode() not in line.exported()


def test_signing_out_leaves_a_line_and_nothing_in_the_browser(
    insider: Visitor, rules: Rules
) -> None:
    rules()
    answer = insider.post("/afmelden/")
    assert rules() == [(Action.SIGNED_OUT, "")]
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert answer["Location"] == "/"
    assert insider.key == ""


def test_whoever_is_halfway_may_stop(visitor: Visitor, rules: Rules) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    rules()
    visitor.post("/afmelden/")
    assert visitor.gives_code()["Location"] == SIGN_IN
    assert rules() == [], "nobody was in, so nobody went"


def test_nobody_is_signed_out_by_a_link(insider: Visitor) -> None:
    assert insider.get("/afmelden/").status_code == 405
    assert insider.is_in()


@pytest.mark.parametrize("page", [OWN, "/collegas/", "/nergens/", "/verslagcheck/"])
def test_no_page_of_somebody_who_is_in_is_kept(insider: Visitor, page: str) -> None:
    assert "no-store" in insider.get(page)["Cache-Control"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    insider: Visitor,
) -> None:
    cookie = insider.cookies["sessie"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"], "it goes when the browser closes"


def test_behind_https_the_cookie_is_bound_to_this_very_host() -> None:
    """Read anew from the settings, as they are where a proxy speaks HTTPS."""
    names = (
        "s.SESSION_COOKIE_NAME",
        "s.SESSION_COOKIE_SECURE",
        "s.SESSION_COOKIE_PATH",
        "s.SESSION_COOKIE_DOMAIN",
        "s.CSRF_COOKIE_NAME",
    )
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from django.conf import settings as s; print({', '.join(names)})",
        ],
        env=os.environ | {"EXPLICIET_HTTPS": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert told == ["__Host-sessie", "True", "/", "None", "__Host-csrf"]


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(
    insider: Visitor, clock: Clock
) -> None:
    clock.forward(minutes=20)
    answer = insider.get(OWN, HTTP_HX_REQUEST="true")
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == SIGN_IN


# --- when something is not there ------------------------------------------------------


def test_without_the_key_file_nobody_is_in_and_the_page_says_why(
    insider: Visitor, tmp_path: Path
) -> None:
    """V20: fail closed, in words."""
    with override_settings(EXPLICIET_KEYS=tmp_path):
        forget_master_keys()
        answer = insider.get(OWN)
        assert answer.status_code == 503
        assert "sleutel" in answer.content.decode()
    forget_master_keys()
    assert key_files.folder().exists()
    assert insider.is_in()


def test_where_no_line_can_be_written_nobody_comes_in(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C4: no session without its line."""
    visitor.set_up_before()
    visitor.gives_password()

    def full(*_: object, **__: object) -> None:
        raise DatabaseError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Line, "save", full)
        assert visitor.gives_code().status_code == 503
    assert not visitor.is_in()


def test_a_session_that_does_not_open_is_no_session(
    insider: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Session._meta.db_table} SET data = %s", [b"\x01kapot"])
    assert not insider.is_in()
    assert "does not open" in caplog.text


def test_how_many_questions_a_page_asks_of_the_database_does_not_grow(
    insider: Visitor, django_assert_max_num_queries: object
) -> None:
    for _turn in range(5):
        AppointmentFactory(user=insider.user)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        insider.get("/verslagcheck/")
