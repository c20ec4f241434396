"""Another telephone, and new codes on paper."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from ...accounts.actions.factors import add_app, make_recovery_codes, replace_app
from ...accounts.factors import codes_left, has_factor
from ...audit.actions import Action
from ..people import me
from ..reading import show
from .drawing import in_fours, qr_code
from .forms import AppForm
from .here import session_of, store_of
from .starting import CODES, SECRET, asked, secret_in
from .stepping_up import proved
from .telling import tell_of_change


@proved
@sensitive_post_parameters("code")
def app(request: HttpRequest) -> HttpResponse:
    """Take another app into use; the old one counts no longer, other sessions end."""
    user, now = me(request), timezone.now()
    secret = secret_in(request)
    form = AppForm(request.POST or None)

    @transaction.atomic
    def take_into_use() -> list[str]:
        code, here = form.cleaned_data["code"], session_of(request)
        codes: list[str] = []
        if has_factor(user):
            replace_app(user, secret, code, keep=here, now=now)
        else:  # in the demo, where nobody needs one
            codes = add_app(user, secret, code, now=now)
        tell_of_change(user, now=now)
        store_of(request).cycle_key()
        return codes

    if request.method == "POST" and form.carries_out(take_into_use):
        del request.session[SECRET]
        if form.done:
            request.session[CODES] = form.done
            return redirect("accounts:codes")
        return redirect("accounts:own")
    context = {
        "form": form,
        "qr_code": qr_code(user, secret),
        "secret": in_fours(secret),
        "replaces": has_factor(user),
    }
    return asked(request, "accounts/app.html", context)


@proved
def codes(request: HttpRequest) -> HttpResponse:
    """The codes that were just made, until they are written down; or make new ones."""
    user, now = me(request), timezone.now()
    if request.method == "POST":
        with transaction.atomic():
            made = make_recovery_codes(user, now=now)
            tell_of_change(user, now=now)
        request.session[CODES] = made
        return redirect("accounts:codes")
    context = {
        "codes": request.session.get(CODES),
        "left": codes_left(user),
        "has_factor": has_factor(user),
        "next": onward(request),
    }
    return show(
        request,
        "accounts/codes.html",
        context,
        action=Action.OWN_ACCOUNT_READ,
        by=user,
        about=user,
    )


def codes_kept(request: HttpRequest) -> HttpResponse:
    """They are on paper now: nobody sees them again."""
    request.session.pop(CODES, None)
    return HttpResponseRedirect(onward(request))


def onward(request: HttpRequest) -> str:
    """Where somebody was going, when that is one of our pages."""
    asked_for = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        asked_for, {request.get_host()}, require_https=request.is_secure()
    )
    return asked_for if ours else reverse("accounts:own")
