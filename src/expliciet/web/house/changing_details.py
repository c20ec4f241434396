"""Another name or address of a colleague."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ...accounts.actions.people import change_user, manages_all_of
from ...accounts.models import Appointment, User
from ...accounts.refusal import require
from ..accounts.telling import tell_of_change
from ..forms import ThingForm, begin
from .appointing import managing, page
from .granting import granting


class DetailsForm(ThingForm):
    class Meta:
        model = User
        fields = ["name", "email"]
        widgets = {"name": forms.TextInput}
        help_texts = {
            "email": gettext_lazy(
                "This person signs in with it, and hears that it was changed."
            )
        }


@require_http_methods(["GET", "HEAD", "POST"])
@granting
def change(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """Who it is stays; how they are called and reached changes."""
    visit, colleague, by = managing(request, house, pk, "user.change")
    user, now = colleague.user, timezone.now()
    require(user.id != by.user_id, "user.change.self")
    require(manages_all_of(user, by), "user.change")
    before = user.email
    form = begin(request, DetailsForm, house=visit.house, about=pk, instance=user)
    if request.method == "POST" and form.carries_out(
        change_and_tell, user, before, by=by, now=now
    ):
        messages.success(request, _("Kept."))
        return redirect("house:person", house, pk)
    if form.is_bound:
        user.refresh_from_db()
    return page(request, visit, colleague, form=form, deed="change")


@transaction.atomic
def change_and_tell(user: User, before: str, *, by: Appointment, now: datetime) -> User:
    """Whoever signs in with another address from now on is told so."""
    change_user(user, by=by)
    if user.email != before:
        tell_of_change(user, now=now)
    return user
