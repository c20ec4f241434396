"""The password again, before something that matters."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.views import ReauthenticateView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from ...accounts.actions.sessions import prove_again
from ..people import me
from .here import session_of, store_of

FRESH = timedelta(minutes=5)
View = Callable[..., HttpResponse]


def proved(view: View) -> View:
    """Only for who gave a password in the last five minutes; others give it now.

    In the demo somebody was picked, and has no password to give.
    """

    @wraps(view)
    def look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        session = session_of(request)
        if session.auth_level == "demo" or session.was_proved(timezone.now(), FRESH):
            return view(request, *args, **kwargs)
        to = request.path if request.method == "GET" else reverse("accounts:own")
        return HttpResponseRedirect(
            f"{reverse('accounts:step-up')}?{urlencode({'next': to})}"
        )

    return look


class StepUp(ReauthenticateView):  # type: ignore[misc]
    """Gives a session a new key, and five minutes for what matters."""

    template_name = "accounts/step_up.html"

    def form_valid(self, form: Any) -> HttpResponse:
        request: HttpRequest = self.request
        with transaction.atomic():
            store_of(request).cycle_key()
            prove_again(session_of(request), by=me(request), now=timezone.now())
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response

    def get_default_success_url(self) -> str:
        return reverse("accounts:own")
