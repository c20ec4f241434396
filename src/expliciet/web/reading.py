"""Showing what is somebody's: find, render, write the line, and only then send."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..audit import trail
from ..audit.actions import Action
from ..audit.trail import Actor, Whereabouts


@dataclass(frozen=True)
class Look:
    """One line that a page leaves: who looked, at what, and why."""

    action: Action
    by: Actor
    about: models.Model | None = None
    at: Whereabouts | None = None
    purpose: str = ""
    count: int = 1
    reason: str = ""
    """Free text beside the line, sealed: the number of a paper that leaves."""


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    action: Action,
    by: Actor,
    about: models.Model | None = None,
    at: Whereabouts | None = None,
    purpose: str = "",
    count: int = 1,
    status: int = 200,
) -> HttpResponse:
    """A page with content; its line is committed before the page leaves.

    Where the line cannot be written `TrailUnavailable` is raised, and nobody saw it.
    """
    look = Look(action, by, about, at, purpose, count)
    return show_all(request, template, context, [look], status=status)


def show_all(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    looks: Iterable[Look],
    *,
    status: int = 200,
    then: Callable[[], object] | None = None,
) -> HttpResponse:
    """A page that shows what belongs to several; `then` is done with its lines."""
    response = render(request, template, dict(context), status=status)
    with trail.own_transaction():
        for look in looks:
            leave(look)
        if then:
            then()
    return response


def leave_line(
    action: Action,
    *,
    by: Actor,
    about: models.Model | None = None,
    at: Whereabouts | None = None,
    purpose: str = "",
    count: int = 1,
    reason: str = "",
) -> None:
    """One line, committed now."""
    with trail.own_transaction():
        leave(Look(action, by, about, at, purpose, count, reason))


def leave(look: Look) -> None:
    trail.record(
        look.action,
        by=look.by,
        about=look.about,
        at=look.at,
        purpose=look.purpose[:60],
        count=look.count,
        reason=look.reason,
    )
