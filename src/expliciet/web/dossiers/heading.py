"""The head of a dossier: phase, regime, controller, name, review; and its course."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.opening_dossiers import change_heading, fresh_name
from ...dossiers.actions.recording import Overtaken
from ...dossiers.models import Heading, Seat
from ..forms import ThingForm, begin
from ..reading import show
from .addresses import of_dossier
from .deeds import ask, by_then
from .drawing import DRAW, as_typed
from .table import at_the_table, purpose_of

FIELDS = (
    "phase",
    "review_on",
    "regime",
    "controller",
    "working_name",
    "ground",
    "grounded_on",
)
LABELS: dict[str, Promise] = {
    "phase": _("phase"),
    "review_on": _("next review"),
    "regime": _("regime"),
    "controller": _("answers for the processing"),
    "working_name": _("working name"),
    "ground": _("on which ground"),
    "grounded_on": _("date of the ground"),
}


class Change(NamedTuple):
    """One thing that was changed at the head of a dossier."""

    label: Promise
    old: str
    new: str


class Step(NamedTuple):
    """One heading, and in what it differs from the one before."""

    heading: Heading
    changes: list[Change]


def course(seat: Seat, now: datetime) -> list[Step]:
    """Every heading this seat can read, the last first."""
    found = (
        Heading.objects.visible_to(seat, now)
        .select_related("controller")
        .with_voice()
        .order_by("recorded_at")
    )
    steps = []
    before: Heading | None = None
    for heading in found:
        steps.append(Step(heading, list(changes(before, heading)) if before else []))
        before = heading
    return steps[::-1]


def changes(old: Heading, new: Heading) -> Iterator[Change]:
    for name, label in LABELS.items():
        was, is_now = said(old, name), said(new, name)
        if was != is_now:
            yield Change(label, was, is_now)


def said(heading: Heading, name: str) -> str:
    """One fact of a heading, in words."""
    in_words = getattr(heading, f"get_{name}_display", None)
    if in_words is not None:
        return str(in_words())
    value = getattr(heading, name)
    if name.endswith("_on"):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(value or "")


@at_the_table
def history(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """How the head of this dossier came to be as it is: old and new, who and why."""
    return show(
        request,
        "dossiers/headings.html",
        {"dossier": seat.dossier, "seat": seat, "steps": course(seat, now)},
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )


class HeadingForm(ThingForm):
    """A new heading. The working name is drawn and not typed."""

    why_changed = forms.CharField(
        label=_("Why this changes"),
        help_text=_("Both headings stay to be seen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = Heading
        fields = (*FIELDS, "why_changed")
        widgets = {
            "working_name": forms.HiddenInput,
            "review_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "grounded_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ground": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = seat.dossier.house.organisations.filter(is_active=True)
        field = self.fields["controller"]
        cast("forms.ModelChoiceField[Organisation]", field).queryset = offered

    @property
    def name(self) -> str:
        """The working name as it stands in the form."""
        return str(self["working_name"].value() or "")


@at_the_table
def change(
    request: HttpRequest, seat: Seat, now: datetime, heading: UUID
) -> HttpResponse:
    """Whoever chairs changes the head, with a reason."""
    old = heading_or_404(seat, heading, now)
    require(seat.chairs, "heading.change")
    form = begin(
        request,
        HeadingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=old.pk,
        initial={name: getattr(old, name) for name in FIELDS}
        | {"controller": old.controller_id},
        instance=Heading(running_since=old.running_since),
        seat=seat,
    )
    if request.method == "POST" and DRAW in request.POST:
        form = as_typed(form, working_name=fresh_name(seat.dossier.house))
    elif request.method == "POST" and form.carries_out(
        change_heading, form.instance, old, by=seat, now=now
    ):
        messages.success(request, _("Changed. What stood there stays to be seen."))
        return redirect(of_dossier(seat.dossier_id))
    if request.method == "GET" and old.is_superseded and form.draft is None:
        return redirect("dossiers:headings", pk=seat.dossier_id)
    theirs = form.wrong.theirs if isinstance(form.wrong, Overtaken) else None
    newer = heading_or_404(seat, theirs.pk, by_then(theirs, now)) if theirs else None
    return ask(
        request,
        seat,
        form,
        title=_("Change the head of this dossier"),
        lead=_("Nothing here changes by itself: somebody decides, and says why."),
        button=_("Change"),
        template="dossiers/heading_form.html",
        back=reverse("dossiers:headings", args=[seat.dossier_id]),
        theirs=newer,
        differences=list(changes(old, newer)) if newer else [],
    )


def heading_or_404(seat: Seat, heading: UUID, now: datetime) -> Heading:
    found = (
        Heading.objects.visible_to(seat, now)
        .filter(pk=heading)
        .select_related("controller")
        .with_voice()
        .first()
    )
    if found is None:
        raise Http404
    return found
