"""How somebody is reached outside these pages: how often by mail, and by calendar."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.actions.calendars import end_calendar_address, make_calendar_address
from ...accounts.models import CalendarAddress, User
from ...accounts.models.calendar_address import fresh_secret
from ...accounts.rhythm import Rhythm
from ...audit.actions import Action
from ...post.actions.rhythm import RULE, choose_rhythm
from ..forms import PlainForm
from ..people import acting, appointments, me
from ..reading import Look, show_all


class RhythmForm(PlainForm):
    """How often we write; empty leaves it to the house."""

    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often do you want a mail?"),
        help_text=gettext_lazy(
            "It says that there is something, and never what. Something about how you "
            "sign in always comes at once."
        ),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, usual: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_usual = gettext_lazy("as the house does: %(how)s") % {
            "how": Rhythm(usual).label
        }
        self.fields["rhythm"].choices = [("", as_usual), *Rhythm.choices]  # type: ignore[attr-defined]


def usual_for(request: HttpRequest) -> str:
    """What the house does; of two houses the first."""
    today = timezone.localdate()
    here = next(iter(appointments(request)), None)
    return str(here.house.rule(RULE, today)) if here else Rhythm.AT_ONCE.value


def reached(request: HttpRequest) -> HttpResponse:
    """The choice of a rhythm, and whether there is an address for a calendar."""
    user, now = me(request), timezone.now()
    form = RhythmForm(
        request.POST or None,
        usual=usual_for(request),
        initial={"rhythm": user.mail_rhythm},
    )
    if request.method == "POST" and form.carries_out(
        lambda: choose_rhythm(user, form.cleaned_data["rhythm"], now=now)
    ):
        messages.success(request, _("We write to you as you chose."))
        return redirect("work:reached")
    return page(request, user, form)


def page(request: HttpRequest, user: User, form: RhythmForm) -> HttpResponse:
    made = CalendarAddress.objects.open().filter(user=user).first()
    looks = [seen(request, user)]
    context = {"form": form, "calendar": made}
    status = 422 if form.is_bound else 200
    return show_all(request, "work/reached.html", context, looks, status=status)


def seen(request: HttpRequest, user: User) -> Look:
    return Look(Action.OWN_ACCOUNT_READ, acting(request) or user, user)


def make(request: HttpRequest) -> HttpResponse:
    """A new secret address; the one before it leads nowhere any more.

    It stands on this page once, as only a hash of it is kept. So it is made together
    with the line of the page: where that cannot be written, the old one still leads.
    """
    user, now, secret = me(request), timezone.now(), fresh_secret()
    context = {
        "form": RhythmForm(
            usual=usual_for(request), initial={"rhythm": user.mail_rhythm}
        ),
        "calendar": CalendarAddress(user=user, made_at=now),
        "address": request.build_absolute_uri(reverse("work:calendar", args=[secret])),
    }
    return show_all(
        request,
        "work/reached.html",
        context,
        [seen(request, user)],
        then=lambda: make_calendar_address(user, secret, now=now),
    )


def end(request: HttpRequest) -> HttpResponse:
    """The address leads nowhere from now on."""
    if end_calendar_address(me(request), now=timezone.now()):
        messages.success(request, _("The address leads nowhere any more."))
    return redirect("work:reached")
