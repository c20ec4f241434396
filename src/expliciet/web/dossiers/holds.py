"""Holds: for now nothing of a dossier is destroyed. Says nothing of what it is about.

For whoever guards terms in a house: the process director, who comes from a table, and
the privacy officer, who comes from the administration and has no seat. Both see a
number, an end date and holds here, and no word of the case.
"""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...dossiers.actions.holds import lift_hold, put_hold
from ...dossiers.models import Dossier, Hold
from ...dossiers.models.hold import MAY_HOLD
from ..forms import Conversation, PlainForm, ThingForm, begin
from ..people import acting_or_404, me
from ..reading import show
from .deeds import REFUSED

LOOK_AGAIN = timedelta(days=90)


class HoldForm(ThingForm):
    class Meta:
        model = Hold
        fields = ("ground", "review_on")
        widgets = {
            "ground": forms.Textarea(attrs={"rows": 3}),
            "review_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "ground": _(
                "Why nothing may be destroyed, without a word about the case. For "
                "instance: complaint pending, number of the letter."
            ),
            "review_on": _(
                "No hold lies there by itself: on this day somebody asks whether it "
                "still has to."
            ),
        }


class LiftForm(PlainForm):
    lifted_why = forms.CharField(
        label=_("Why it is lifted"),
        help_text=_("The term that counted before counts again."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def of_dossier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every hold there is and was on one dossier, by its number."""
    dossier, by = guarded_or_404(request, pk)
    return page(request, "dossiers/holds.html", dossier, by)


def put(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A hold, with its ground and a day to look again."""
    dossier, by = guarded_or_404(request, pk)
    now = timezone.now()
    form = begin(
        request,
        HoldForm,
        house=by.house,
        about=pk,
        initial={"review_on": timezone.localdate(now) + LOOK_AGAIN},
        instance=Hold(dossier=dossier),
    )
    if request.method == "POST" and form.carries_out(
        put_hold, form.instance, by=by, now=now
    ):
        messages.success(request, _("The hold stands."))
        return redirect("dossiers:holds", pk=pk)
    title = _("Put a hold on this dossier")
    return page(request, "dossiers/hold_form.html", dossier, by, form, title)


def lift(request: HttpRequest, pk: UUID, hold: UUID) -> HttpResponse:
    """The term that counted before counts again."""
    dossier, by = guarded_or_404(request, pk)
    now = timezone.now()
    found = dossier.holds.holding(now).filter(pk=hold).first()
    if found is None:
        raise Http404
    form = begin(request, LiftForm, house=by.house, about=hold)
    if request.method == "POST" and form.carries_out(
        lambda: lift_hold(found, form.cleaned_data["lifted_why"], by=by, now=now)
    ):
        messages.success(request, _("The hold is lifted."))
        return redirect("dossiers:holds", pk=pk)
    title = _("Lift this hold")
    return page(request, "dossiers/hold_form.html", dossier, by, form, title)


def guarded_or_404(request: HttpRequest, pk: UUID) -> tuple[Dossier, Appointment]:
    """A dossier of a house in which one guards terms and holds; no seat is asked."""
    today = timezone.localdate()
    dossier = (
        Dossier.objects.guarded_by(me(request), today)
        .select_related("house")
        .filter(pk=pk)
        .first()
    )
    if dossier is None:
        raise Http404
    by = acting_or_404(request, *MAY_HOLD, house=dossier.house)
    dossier.unlock_holds()
    return dossier, by


def page(
    request: HttpRequest,
    template: str,
    dossier: Dossier,
    by: Appointment,
    form: Conversation | None = None,
    title: str | Promise = "",
) -> HttpResponse:
    now = timezone.now()
    holds = Hold.objects.visible_to(me(request), timezone.localdate(now)).filter(
        dossier=dossier
    )
    sits = Dossier.objects.visible_to(me(request), now).filter(pk=dossier.pk).exists()
    context = {
        "number": dossier.number,
        "pk": dossier.pk,
        "ends_on": dossier.ends_on,
        "house": by.house,
        "holds": holds.select_related("by", "lifted_by").order_by("-at"),
        "sits": sits,
        "form": form,
        "title": title,
    }
    return show(
        request,
        template,
        context,
        action=Action.HOUSE_READ,
        by=by,
        about=dossier,
        status=REFUSED if form is not None and form.is_bound else 200,
    )
