"""Another password, by who knows the one that counts now."""

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from ...accounts.actions.passwords import change_password
from ..people import me
from .forms import ChangePasswordForm
from .here import session_of
from .starting import asked
from .telling import tell_of_change


@sensitive_post_parameters("old", "password", "again")
def change(request: HttpRequest) -> HttpResponse:
    """Other sessions end; this one goes on under a new key."""
    user, now = me(request), timezone.now()
    form = ChangePasswordForm(user, request.POST or None)

    @transaction.atomic
    def choose() -> None:
        new = form.cleaned_data["password"]
        change_password(user, new, keep=session_of(request), now=now)
        tell_of_change(user, now=now)
        update_session_auth_hash(request, user)

    if request.method == "POST" and form.carries_out(choose):
        return redirect("accounts:own")
    return asked(request, "accounts/password.html", {"form": form})
