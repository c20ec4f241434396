"""Away for a while: until when, and who looks after one's work."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.forms import ModelChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.actions.absences import come_back, go_away
from ...accounts.models import Absence, Appointment, User
from ...audit.actions import Action
from ...dossiers.models import Seat
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from ..people import acting_or_404, me
from ..reading import show
from .seated import seats_of


class AbsenceForm(ThingForm):
    """From when, until when, and by whom one is replaced."""

    class Meta:
        model = Absence
        fields = ("since", "until", "replacement")
        widgets = {"since": DayInput(), "until": DayInput()}
        help_texts = {
            "replacement": gettext_lazy(
                "A colleague of your own organisation. They see no more than before: "
                "only what is asked of you in dossiers where they sit too."
            )
        }
        error_messages = {
            "replacement": {"required": gettext_lazy("Choose who replaces you.")}
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("ModelChoiceField[User]", self.fields["replacement"])
        field.queryset = colleagues(user)
        field.label_from_instance = name_of  # type: ignore[method-assign,assignment]


def name_of(user: User) -> str:
    return str(user.name)


def colleagues(user: User) -> Any:
    """Whoever works for the same organisation today, at tables."""
    today = timezone.localdate()
    held = Appointment.objects.holding(today).in_role(*Appointment.AT_TABLES)
    mine = held.filter(user=user).values("organisation")
    theirs = held.filter(organisation__in=mine).values("user")
    return User.objects.filter(pk__in=theirs).exclude(pk=user.pk).order_by("joined_at")


def away(request: HttpRequest) -> HttpResponse:
    """Say it, or see what was said and where the replacement does not sit."""
    user, now = me(request), timezone.now()
    by = acting_or_404(request, *Appointment.AT_TABLES)
    today = timezone.localdate(now)
    form = begin(
        request,
        AbsenceForm,
        house=by.house,
        initial={"since": today},
        user=user,
    )
    if request.method == "POST" and form.carries_out(
        go_away, form.instance, by=user, now=now
    ):
        messages.success(request, _("It stands. It ends by itself."))
        return redirect("work:away")
    coming = Absence.objects.to_come(today).filter(user=user)
    absences = list(coming.select_related("replacement", "organisation"))
    return show(
        request,
        "work/away.html",
        {
            "form": form,
            "absences": [(each, without(each, user, now)) for each in absences],
        },
        action=Action.WORK_READ,
        by=by,
        about=user,
        status=422 if form.is_bound else 200,
    )


def without(absence: Absence, user: User, now: Any) -> list[Seat]:
    """My seats at tables where whoever replaces me does not sit."""
    mine = seats_of(user, now)
    theirs = set(
        Seat.objects.of(absence.replacement)
        .active(now)
        .filter(dossier__in=list(mine))
        .values_list("dossier", flat=True)
    )
    lacking = [
        seat
        for dossier, seat in mine.items()
        if dossier not in theirs and seat.organisation_id == absence.organisation_id
    ]
    return sorted(lacking, key=lambda each: each.dossier.number)


def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Back sooner, or not going after all."""
    user, now = me(request), timezone.now()
    absence = Absence.objects.filter(user=user, pk=pk).first()
    if absence is None:
        raise Http404
    come_back(absence, by=user, now=now)
    messages.success(request, _("Welcome back."))
    return redirect("opening")
