"""Proposing how we work, or another text in the place of an old one."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ...accounts.actions.working_agreements import make_working_agreement, may_propose
from ...accounts.models import Appointment, WorkingAgreement
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit.actions import Action
from ..forms import ThingForm, begin
from ..reading import show
from .addresses import place_on_page
from .answering import agreement_or_404
from .appointment_form import Organisations
from .fields import DayInput
from .visiting import Visit, visit_or_404

CHAIR = Appointment.Role.PROCESS_DIRECTOR


class ProposalForm(ThingForm):
    """Who expects what of whom. Who does not chair, proposes for their own only."""

    class Meta:
        model = WorkingAgreement
        fields = ["subject", "expects", "delivers", "text", "review_on"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 7}),
            "review_on": DayInput,
        }
        labels = {
            "expects": gettext_lazy("Who expects it"),
            "delivers": gettext_lazy("Of whom"),
        }
        help_texts = {
            "expects": "",
            "delivers": "",
            "text": gettext_lazy(
                "In plain words: who does what, by when, and what if it does not "
                "work out. No cases and no names of people."
            ),
            "review_on": gettext_lazy("On that day it is looked at again together."),
        }

    def __init__(self, *args: Any, by: Appointment, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = by.house.organisations.filter(is_active=True)
        for name in ("expects", "delivers"):
            field = cast("Organisations", self.fields[name])
            field.queryset = partners
            field.empty_label = _("all partners")
        if not by.is_(CHAIR):
            del self.fields["expects"]
            self.instance.expects = by.organisation


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, house: UUID) -> HttpResponse:
    """Something new that partners may count on."""
    visit = visit_or_404(request, house)
    fresh = WorkingAgreement(house=visit.house)
    if (asked := request.GET.get("subject")) in WorkingAgreement.Subject.values:
        fresh.subject = asked
    return converse(request, visit, fresh, house)


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another text in the place of this one; whoever agreed is asked anew."""
    old = agreement_or_404(request, pk, timezone.now())
    visit = visit_or_404(request, old.house_id)
    successor = successor_of(old)
    if successor is not None and request.method != "POST":
        return HttpResponseRedirect(place_on_page(successor))
    fresh = WorkingAgreement(
        house=visit.house,
        supersedes=old,
        subject=old.subject,
        expects=old.expects,
        delivers=old.delivers,
        text=old.text,
    )
    return converse(request, visit, fresh, old.id)


def successor_of(old: WorkingAgreement | None) -> WorkingAgreement | None:
    """What took its place by now; asked of the database, for a form sets it too."""
    return WorkingAgreement.objects.filter(supersedes=old).first() if old else None


def converse(
    request: HttpRequest, visit: Visit, fresh: WorkingAgreement, about: UUID
) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    old = fresh.supersedes
    by = proposing(visit, fresh)
    fresh.review_on = months_later(
        today, visit.house.rule("working-agreement-months", today)
    )
    form = begin(
        request,
        ProposalForm,
        house=visit.house,
        about=about,
        instance=fresh,
        by=by,
        today=today,
    )
    if request.method == "POST" and form.carries_out(
        make_working_agreement, form.instance, by=by, now=now
    ):
        messages.success(
            request, _("It stands. The partners it asks something of see it now.")
        )
        return HttpResponseRedirect(place_on_page(form.done))
    return show(
        request,
        "house/propose.html",
        {
            "visit": visit,
            "form": form,
            "old": old,
            "by": by,
            "overtaken": successor_of(old),
        },
        action=Action.WORKING_AGREEMENTS_READ,
        by=by,
        about=old or visit.house,
        status=422 if form.is_bound else 200,
    )


def proposing(visit: Visit, fresh: WorkingAgreement) -> Appointment:
    """The capacity in which somebody may propose this; refused where there is none."""
    by = visit.acting(CHAIR, *Appointment.AT_TABLES)
    if fresh.supersedes is not None:
        fitting = [each for each in visit.capacities if may_propose(fresh, each)]
        require(bool(fitting), "working_agreement.supersede")
        return fitting[0]
    require(by.is_(*Appointment.AT_TABLES), "working_agreement.make")
    return by
