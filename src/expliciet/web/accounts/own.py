"""One's own account: where one is signed in, with what, and in which language."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ...accounts.actions.preferences import set_language
from ...accounts.actions.recoveries import stop_recovery
from ...accounts.actions.sessions import end_session, end_sessions, set_meeting_mode
from ...accounts.factors import app_of, codes_left
from ...accounts.models import Recovery, Session
from ...accounts.models.session import Limits
from ...audit.actions import Action
from .. import preferences
from ..people import appointments, me
from ..reading import show
from .forms import LanguageForm
from .here import session_of
from .stepping_up import proved


def account(request: HttpRequest) -> HttpResponse:
    """What there is to know about how I sign in."""
    user, now = me(request), timezone.now()
    houses = {appointment.house_id for appointment in appointments(request)}
    limits = Limits.of(houses, timezone.localdate(now))
    sessions = Session.objects.visible_to(user, now)
    context = {
        "sessions": [each for each in sessions if each.over(now, limits) is None],
        "here_now": session_of(request),
        "limits": limits,
        "app": app_of(user),
        "codes_left": codes_left(user),
        "language_form": LanguageForm(initial={"language": user.language}),
        "recovery": user.recoveries.open(now).select_related("asked_by").first(),
        "appointments": appointments(request),
    }
    return show(
        request,
        "accounts/account.html",
        context,
        action=Action.OWN_ACCOUNT_READ,
        by=user,
        about=user,
    )


def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End one session of mine."""
    user, now = me(request), timezone.now()
    session = Session.objects.visible_to(user, now).filter(pk=pk).first()
    if session is None:
        raise Http404
    end_session(session, by=user, now=now)
    return redirect("accounts:own")


@proved
def end_all(request: HttpRequest) -> HttpResponse:
    """End every session of mine but this one."""
    end_sessions(me(request), keep=session_of(request), now=timezone.now())
    return redirect("accounts:own")


def meeting_mode(request: HttpRequest) -> HttpResponse:
    """While a meeting goes on the screen may lie still for longer."""
    set_meeting_mode(
        session_of(request),
        request.POST.get("on") == "1",
        by=me(request),
        now=timezone.now(),
    )
    return redirect("accounts:own")


def language(request: HttpRequest) -> HttpResponse:
    """In which language I am written to."""
    user, form = me(request), LanguageForm(request.POST)
    now = timezone.now()
    if not form.carries_out(
        lambda: set_language(user, form.cleaned_data["language"], now=now)
    ):
        raise Http404
    response = redirect("accounts:own")
    preferences.keep(response, "taal", user.language)
    return response


def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """I did not ask to be let in anew."""
    user, now = me(request), timezone.now()
    recovery = Recovery.objects.filter(pk=pk, user=user).first()
    if recovery is None:
        raise Http404
    stop_recovery(recovery, by=user, now=now)
    return redirect("accounts:own")
