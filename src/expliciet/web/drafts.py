"""Keeping what is being typed, on its way to being said."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from ..accounts.models import House, User
from ..dossiers.actions.drafts import drop_draft, keep_draft
from ..dossiers.models import Dossier
from .inventory import classified
from .people import me

NOT_TYPED = {
    "csrfmiddlewaretoken",
    "draft_form",
    "draft_dossier",
    "draft_about",
    "next",
}


def keep(request: HttpRequest) -> HttpResponse:
    """What stands in a form now; files are not kept. Answers with when it was kept."""
    user, now = me(request), timezone.now()
    name, dossier, about = which(request, user)
    typed = as_it_was_typed(request.POST)
    house = dossier.house if dossier else house_of(user)
    try:
        draft = keep_draft(
            name, typed, by=user, house=house, dossier=dossier, about=about, now=now
        )
    except ValidationError as wrong:
        return render(request, "forms/_draft_kept.html", {"wrong": wrong.messages})
    return render(request, "forms/_draft_kept.html", {"draft": draft})


def as_it_was_typed(post: QueryDict) -> dict[str, Any]:
    """What somebody typed, by field; what the page added by itself left out."""
    return {
        field: values[0] if len(values) == 1 else values
        for field, values in post.lists()
        if field not in NOT_TYPED and not field.startswith("password")
    }


def drop(request: HttpRequest) -> HttpResponse:
    """Throw away what was typed, and go back to where one was."""
    user = me(request)
    name, dossier, about = which(request, user)
    drop_draft(name, by=user, dossier=dossier, about=about)
    onward = request.POST.get("next", "")
    if onward.startswith("/") and url_has_allowed_host_and_scheme(onward, None):
        return HttpResponseRedirect(onward)
    return render(request, "forms/_draft_kept.html", {"dropped": True})


def which(request: HttpRequest, user: User) -> tuple[str, Dossier | None, UUID | None]:
    """Which form, in which dossier, about what; not there is not there."""
    name = request.POST.get("draft_form", "")
    if name.partition("/")[0] not in classified() or len(name) > 80:
        raise Http404
    dossier = None
    if asked := request.POST.get("draft_dossier"):
        dossier = (
            Dossier.objects.visible_to(user, timezone.now())
            .filter(pk=uuid_or_404(asked))
            .select_related("house")
            .first()
        )
        if dossier is None:
            raise Http404
    asked = request.POST.get("draft_about")
    return name, dossier, uuid_or_404(asked) if asked else None


def uuid_or_404(asked: str) -> UUID:
    try:
        return UUID(asked)
    except ValueError:
        raise Http404 from None


def house_of(user: User) -> House:
    appointment = user.appointments_now(timezone.localdate()).first()
    if appointment is None:
        raise Http404
    return appointment.house
