"""The first time, and the first time anew: a password, an app, codes on paper."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.stages import LoginStage, LoginStageController
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ...accounts.actions.factors import add_app
from ...accounts.actions.passwords import change_password
from ...accounts.models import User
from .drawing import in_fours, qr_code
from .forms import AppForm, NewPasswordForm
from .stages import NewPassword, SetUp
from .telling import tell_of_change

SECRET = "app_secret"  # noqa: S105  # where it is kept, not what it is
CODES = "paper_codes"


@never_cache
@sensitive_post_parameters("password", "again")
def new_password(request: HttpRequest) -> HttpResponse:
    """Whoever was let in anew chooses a password, before anything else."""
    stage = stage_of(request, NewPassword)
    if stage is None:
        return redirect("accounts:sign-in")
    user: User = stage.login.user
    form = NewPasswordForm(request.POST or None)
    now = timezone.now()

    def choose() -> User:
        return change_password(user, form.cleaned_data["password"], keep=None, now=now)

    if request.method == "POST" and form.carries_out(choose):
        response: HttpResponse = stage.exit()
        return response
    context = {"form": form, "anew": user.last_login is not None}
    return asked(request, "accounts/new_password.html", context)


@never_cache
@sensitive_post_parameters("code")
def set_up(request: HttpRequest) -> HttpResponse:
    """Somebody without a second factor sets one up; then they are in."""
    stage = stage_of(request, SetUp)
    if stage is None:
        return redirect("accounts:sign-in")
    user: User = stage.login.user
    secret = secret_in(request)
    form = AppForm(request.POST or None)
    now = timezone.now()

    @transaction.atomic
    def take_into_use() -> list[str]:
        codes = add_app(user, secret, form.cleaned_data["code"], now=now)
        tell_of_change(user, now=now)
        return codes

    if request.method == "POST" and form.carries_out(take_into_use):
        del request.session[SECRET]
        request.session[CODES] = form.done
        record_authentication(request, user, method="mfa", type="totp")
        onward = stage.login.redirect_url or reverse("opening")
        stage.login.redirect_url = (
            f"{reverse('accounts:codes')}?{urlencode({'next': onward})}"
        )
        response: HttpResponse = stage.exit()
        return response
    return asked(
        request,
        "accounts/set_up.html",
        {
            "form": form,
            "qr_code": qr_code(user, secret),
            "secret": in_fours(secret),
        },
    )


def stage_of(request: HttpRequest, kind: type[LoginStage]) -> LoginStage | None:
    """The step of signing in where somebody stands, when it is this one."""
    if request.user.is_authenticated:
        return None
    return LoginStageController.enter(request, kind.key)


def secret_in(request: HttpRequest) -> str:
    """The secret of an app that is being set up; the same until it is done."""
    if SECRET not in request.session:
        request.session[SECRET] = generate_totp_secret()
    return str(request.session[SECRET])


def asked(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page with a form; one that was not accepted says so in its status too."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, context, status=status)
