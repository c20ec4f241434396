"""Colleagues of one organisation, one of whom is locked out."""

import re

from django.urls import reverse

from expliciet.accounts.models import Organisation, Recovery
from tests.factories import PASSWORD, AppointmentFactory, UserFactory
from tests.web.accounts.visitor import Clock, Visitor

COLLEAGUES = "/collegas/"
USE = "/aanmelden/collega/"
NEW = "acht nieuwe woorden achter elkaar"


def of(organisation: Organisation, clock: Clock, **facts: object) -> Visitor:
    """Somebody of this organisation, signed in."""
    user = UserFactory(password=PASSWORD)
    AppointmentFactory(user=user, organisation=organisation, **facts)
    person = Visitor(user, clock)
    person.force_login(user)
    return person


def asks(person: Visitor, about: Visitor) -> Recovery:
    answer = person.post(reverse("accounts:begin-recovery", args=[about.user.pk]))
    assert answer["Location"] == COLLEAGUES
    return Recovery.objects.get(user=about.user)


def confirms(person: Visitor, recovery: Recovery) -> str:
    answer = person.post(reverse("accounts:confirm-recovery", args=[recovery.pk]))
    assert answer.status_code == 200
    found = re.search(r"(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}", answer.content.decode())
    assert found
    return found.group()


def uses(about: Visitor, code: str, **more: str) -> tuple[Visitor, int, str]:
    """At a browser that knows nothing: how it was answered, and where it leads."""
    fresh = about.again()
    fields = {"email": about.user.email, "code": code} | more
    answer = fresh.post(USE, fields)
    return fresh, answer.status_code, answer.headers.get("Location", "")
