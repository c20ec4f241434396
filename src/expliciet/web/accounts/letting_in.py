"""Two colleagues let somebody in anew who lost a password or a telephone."""

from typing import NamedTuple
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ...accounts.actions.recoveries import (
    begin_recovery,
    confirm_recovery,
    in_groups,
    use_recovery,
)
from ...accounts.actions.sessions import refuse_sign_in
from ...accounts.models import Appointment, Recovery, User
from ...accounts.models.recovery import may_vouch
from ...audit.actions import Action
from ...post.actions.notices import notify
from ...post.models import Notice
from ..people import appointments, me
from ..reading import leave_line, show
from .forms import LetInForm
from .locking import count_wrong, is_locked, locked_out
from .starting import asked
from .stepping_up import proved
from .telling import tell_of_change


class Colleague(NamedTuple):
    """Somebody I could vouch for, and what was asked about them already."""

    user: User
    recovery: Recovery | None
    may_confirm: bool


@never_cache
@sensitive_post_parameters("code")
def use_code(request: HttpRequest) -> HttpResponse:
    """Somebody who is locked out types the code that a colleague handed over."""
    form = LetInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, code = form.cleaned_data["email"], form.cleaned_data["code"]
        if is_locked(request, email):
            return locked_out(request)
        now = timezone.now()
        user = User.objects.filter(email=email).first()
        make_password(code)  # takes as long whether there is such a person or not
        if user is not None and came_in(user, code):
            request.session.flush()
            record_authentication(request, user, method="recovery")
            response: HttpResponse = perform_login(request, user)
            return response
        refuse_sign_in(user, rule="recovery", now=now)
        count_wrong(request, email)
        form.add_error(
            None,
            _(
                "This address and this code do not belong together, or the code is "
                "older than a day. Ask your colleagues for a new one."
            ),
        )
    return asked(request, "accounts/use_code.html", {"form": form})


@transaction.atomic
def came_in(user: User, code: str) -> bool:
    """Use the code; and tell its owner that it was used."""
    now = timezone.now()
    if use_recovery(user, code, now=now) is None:
        return False
    tell_of_change(user, now=now)
    return True


def colleagues(request: HttpRequest) -> HttpResponse:
    """Whom I may vouch for: colleagues, or everybody for an administrator."""
    found = vouchable(request)
    mine = appointments(request)
    for other in {each.house_id: each for each in mine[1:]}.values():
        if other.house_id != mine[0].house_id:
            leave_line(Action.HOUSE_READ, by=other, about=other.house)
    return show(
        request,
        "accounts/colleagues.html",
        {"colleagues": found},
        action=Action.HOUSE_READ,
        by=mine[0] if mine else me(request),
        about=mine[0].house if mine else None,
        count=len(found),
    )


@proved
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask that a colleague be let in anew."""
    user, by = colleague_or_404(request, pk)
    now = timezone.now()
    try:
        with transaction.atomic():
            begin_recovery(user, by=by, now=now)
            notify(Notice.Kind.RECOVERY, [user], now=now, house=by.house_id)
    except ValidationError as wrong:
        return told(request, wrong)
    return redirect("accounts:colleagues")


@proved
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Vouch as the second person; the answer shows the code, this once."""
    recovery = Recovery.objects.visible_to(me(request), timezone.now()).filter(pk=pk)
    found = recovery.select_related("user").first()
    if found is None:
        raise Http404
    user, by = colleague_or_404(request, found.user_id)
    now = timezone.now()
    try:
        with transaction.atomic():
            code = confirm_recovery(found, by=by, now=now)
            notify(Notice.Kind.RECOVERY, [user], now=now, house=by.house_id)
    except ValidationError as wrong:
        return told(request, wrong)
    return show(
        request,
        "accounts/code.html",
        {"code": in_groups(code), "name": user.name, "until": found.expires_at},
        action=Action.HOUSE_READ,
        by=by,
        about=user,
    )


def told(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """The page again, with what stood in the way."""
    mine = appointments(request)
    return show(
        request,
        "accounts/colleagues.html",
        {"colleagues": vouchable(request), "wrong": wrong.messages},
        action=Action.HOUSE_READ,
        by=mine[0],
        about=mine[0].house,
        status=422,
    )


def vouchable(request: HttpRequest) -> list[Colleague]:
    """Everybody I may vouch for, with what is open about them."""
    user, now = me(request), timezone.now()
    today = timezone.localdate(now)
    seen: dict[UUID, User] = {}
    for appointment in appointments(request):
        near = Appointment.objects.holding(today).filter(house=appointment.house_id)
        if not appointment.is_(Appointment.Role.ADMINISTRATOR):
            near = near.filter(organisation=appointment.organisation_id)
        for other in near.exclude(user=user).select_related("user"):
            seen[other.user_id] = other.user
    waiting = {
        recovery.user_id: recovery
        for recovery in Recovery.objects.open(now).filter(user__in=seen)
    }
    found = [
        Colleague(
            other,
            recovery := waiting.get(pk),
            recovery is not None
            and recovery.confirmed_by_id is None
            and recovery.asked_by_id != user.id,
        )
        for pk, other in seen.items()
    ]
    return sorted(found, key=lambda each: each.user.name or "")


def colleague_or_404(request: HttpRequest, pk: UUID) -> tuple[User, Appointment]:
    """Somebody I may vouch for, and in which capacity."""
    user = User.objects.filter(pk=pk).first()
    today = timezone.localdate()
    for appointment in appointments(request):
        if user is not None and may_vouch(user, appointment, today):
            return user, appointment
    raise Http404
