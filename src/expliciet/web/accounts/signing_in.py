"""The way in: a password, a code, and out again."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from ...accounts.actions.sessions import leave
from ...accounts.models import User
from .here import store_of


class SignIn(LoginView):  # type: ignore[misc]
    """An e-mail address and a password."""

    template_name = "accounts/sign_in.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response


@method_decorator(sensitive_post_parameters("code"), name="dispatch")
class SecondFactor(AuthenticateView):  # type: ignore[misc]
    """The code that the app shows now."""

    template_name = "accounts/second_factor.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response

    def _build_forms(self) -> Any:
        """One form, also where a field was left out of what was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        self.webauthn_form = None
        self.auth_form = self.get_form_class()(user=self.stage.login.user, data=data)
        return self.auth_form


def sign_out(request: HttpRequest) -> HttpResponse:
    """Away, and nothing stays behind in the browser. Works halfway too."""
    session = store_of(request)
    if isinstance(request.user, User) and session.row is not None:
        leave(session.row, now=timezone.now())
    session.flush()
    response = redirect("opening")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response
