"""Two colleagues let somebody in anew: the whole way, and every shortcut (T12)."""

import pytest
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post.models import Notice
from tests.factories import (
    PASSWORD,
)
from tests.web.accounts.visitor import Rules, Visitor, secret_on
from tests.web.accounts.vouching import COLLEAGUES, NEW, asks, confirms, uses

pytestmark = pytest.mark.django_db


def test_the_whole_way(
    lost: Visitor, anna: Visitor, bram: Visitor, rules: Rules
) -> None:
    recovery = asks(anna, lost)
    code = confirms(bram, recovery)
    assert lost.is_in(), "until it is used nothing changes"
    rules()
    fresh, status, to = uses(lost, code.lower())
    assert (status, to) == (302, "/aanmelden/wachtwoord/")
    assert not lost.is_in(), "whoever was in is out"
    assert not fresh.is_in()
    assert [action for action, _rule in rules()][:3] == [
        Action.RECOVERY_USED,
        Action.FACTOR_REMOVED,
        Action.SESSIONS_ENDED,
    ]
    answer = fresh.post(to, {"password": NEW, "again": NEW})
    assert answer["Location"] == "/aanmelden/instellen/"
    assert not fresh.is_in()
    fresh.secret = secret_on(fresh.get("/aanmelden/instellen/"))
    answer = fresh.post("/aanmelden/instellen/", {"code": fresh.shown()})
    assert answer["Location"].startswith("/mijn-account/codes/")
    assert fresh.is_in()
    line = Line.objects.filter(action=Action.SIGNED_IN, user=lost.user.id).latest("at")
    assert line.auth_level == "recovery+totp"
    later = lost.again()
    later.secret = fresh.secret
    lost.clock.forward(seconds=30)
    assert later.gives_password(PASSWORD).status_code == 422
    assert later.gives_password(NEW).status_code == 302
    assert later.gives_code().status_code == 302


def test_whoever_it_is_about_hears_of_every_step(
    lost: Visitor, anna: Visitor, bram: Visitor
) -> None:
    def kinds() -> list[str]:
        return [notice.kind for notice in lost.user.notices.order_by("at")]

    recovery = asks(anna, lost)
    assert kinds() == [Notice.Kind.RECOVERY]
    lost.clock.forward(seconds=1)
    code = confirms(bram, recovery)
    assert kinds() == [Notice.Kind.RECOVERY] * 2
    lost.clock.forward(seconds=1)
    uses(lost, code)
    assert kinds() == [Notice.Kind.RECOVERY, Notice.Kind.RECOVERY, "security"]


def test_no_code_goes_by_mail_or_stands_in_a_line(
    lost: Visitor, anna: Visitor, bram: Visitor, mailoutbox: list[object]
) -> None:
    """ASVS 6.3.6."""
    code = confirms(bram, asks(anna, lost))
    plain = code.replace("-", "")
    assert mailoutbox == []
    for line in Line.objects.all():
        assert plain.encode() not in line.exported()
    assert plain not in repr(list(Notice.objects.values()))


def test_the_code_is_shown_once(lost: Visitor, anna: Visitor, bram: Visitor) -> None:
    recovery = asks(anna, lost)
    code = confirms(bram, recovery)
    again = bram.post(reverse("accounts:confirm-recovery", args=[recovery.pk]))
    assert again.status_code == 422
    for person in (anna, bram):
        assert code not in person.get(COLLEAGUES).content.decode()


def test_whoever_is_in_after_all_stops_it(
    lost: Visitor, anna: Visitor, bram: Visitor
) -> None:
    recovery = asks(anna, lost)
    code = confirms(bram, recovery)
    assert "Stop dit" in lost.get("/mijn-account/").content.decode()
    lost.post(reverse("accounts:stop-recovery", args=[recovery.pk]))
    assert uses(lost, code)[1] == 422
    assert lost.is_in()
