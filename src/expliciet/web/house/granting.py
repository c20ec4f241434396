"""The password again, before somebody gets or loses rights; what was typed stays."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from ...dossiers.actions.drafts import keep_draft
from ..accounts.here import session_of
from ..accounts.stepping_up import FRESH
from ..drafts import NOT_TYPED
from ..people import acting, me, route_name
from .visiting import Role

View = Callable[..., HttpResponse]


def granting(view: View) -> View:
    """Only for who gave a password just now (C8); an administrator gives it first.

    Whoever typed for longer finds the form as it was. In the demo somebody was picked,
    and has no password to give.
    """

    @wraps(view)
    def look(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        by, session = acting(request, Role.ADMINISTRATOR), session_of(request)
        now = timezone.now()
        if by is None or session.auth_level == "demo" or session.was_proved(now, FRESH):
            return view(request, **kwargs)
        onward = request.path
        if request.method == "POST":
            about: UUID = kwargs["pk"] if "pk" in kwargs else kwargs["house"]
            typed = {
                name: value
                for name, value in request.POST.items()
                if name not in NOT_TYPED
            }
            if typed:
                keep_draft(
                    route_name(request),
                    typed,
                    by=me(request),
                    house=by.house,
                    about=about,
                    now=now,
                )
            else:
                onward = reverse("house:person", kwargs=kwargs)
        asked = reverse("accounts:step-up")
        return HttpResponseRedirect(f"{asked}?{urlencode({'next': onward})}")

    return look
