"""Sending a form as a browser would, and reading what came of it."""

import re
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from expliciet.audit.models import Line

REFUSED = 422
REDIRECTED = 302


def address(name: str, *args: UUID) -> str:
    return reverse(f"dossiers:{name}", args=args)


def send(client: Client, name: str, /, *args: UUID, **said: Any) -> HttpResponse:
    """Post these fields there; the answer is whatever came of it."""
    return client.post(address(name, *args), said)  # type: ignore[return-value]


def words(response: Any) -> str:
    """What stands on the page, however it is wrapped."""
    return " ".join(response.content.decode().split())


def bare(response: Any, asked: UUID) -> str:
    """The page without what differs each time: its address, and its token."""
    page = words(response).replace(str(asked), "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def last_line() -> Line:
    return Line.objects.order_by("at", "id").last() or Line()


def actions() -> list[str]:
    return list(Line.objects.order_by("at", "id").values_list("action", flat=True))
