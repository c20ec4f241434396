"""Reading who did and saw what in a house: with its own role and a purpose (S51)."""

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.actions.log_review import state_review_purpose
from ...accounts.models import House
from ...audit.actions import Action
from ...audit.models import Line
from ...audit.models.line import LineQuerySet
from ...audit.purposes import Purpose
from ..forms import PlainForm, begin
from ..reading import show
from .days import day_of
from .fields import DayInput
from .people import colleagues
from .trail_rows import page_of
from .visiting import Role, Visit, visit_or_404

STATED = "review-purposes"
"""In the session: what somebody reads the lines of a house for, today."""


class PurposeForm(PlainForm):
    purpose = forms.ChoiceField(
        label=_("Purpose"),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "The law knows these four and no other. How somebody does their work is "
            "never judged by these lines."
        ),
    )
    words = forms.CharField(
        label=_("The occasion"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What you look into, in one sentence. It is kept with the line."),
    )


class FilterForm(forms.Form):
    """Everything may stay empty; then there are all lines, the latest first."""

    person = forms.ChoiceField(label=_("Person"), required=False)
    number = forms.CharField(
        label=_("Number of a dossier"), max_length=12, required=False
    )
    action = forms.ChoiceField(
        label=_("What was done"), required=False, choices=[("", "—"), *Action.choices]
    )
    day = forms.DateField(label=_("Day"), required=False, widget=DayInput())
    refused = forms.BooleanField(label=_("Only what was refused"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        person = cast("forms.ChoiceField", self.fields["person"])
        person.choices = [("", "—"), *people]

    def sift(self, lines: LineQuerySet, house: House) -> LineQuerySet:
        """The lines that answer to what was filled in."""
        said = self.cleaned_data
        if person := said.get("person"):
            lines = lines.of_user(UUID(person))
        if number := said.get("number"):
            found = house.dossiers.filter(number__iexact=number.strip())
            lines = lines.filter(dossier__in=list(found.values_list("pk", flat=True)))
        if action := said.get("action"):
            lines = lines.filter(action=action)
        if day := said.get("day"):
            lines = lines.between(*day_of(day))
        if said.get("refused"):
            lines = lines.filter(allowed=False)
        return lines


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """To the lines of the house, or of the first one."""
    visit = visit_or_404(request, None, Role.LOG_REVIEWER)
    return redirect("house:trail", visit.house.id)


@require_http_methods(["GET", "HEAD", "POST"])
def state_purpose(request: HttpRequest, house: UUID) -> HttpResponse:
    """First what for. It holds today, in this session, and stands in every line."""
    visit = visit_or_404(request, house, Role.LOG_REVIEWER)
    by = visit.acting(Role.LOG_REVIEWER)
    form = begin(request, PurposeForm, house=visit.house, about=visit.house.id)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if form.carries_out(
            state_review_purpose, said["purpose"], said["words"], by=by
        ):
            stated = dict(request.session.get(STATED, {}))
            stated[str(visit.house.id)] = [said["purpose"], today()]
            request.session[STATED] = stated
            return redirect("house:trail", house)
    return show(
        request,
        "house/trail_purpose.html",
        {"visit": visit, "form": form},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


@require_safe
def trail(request: HttpRequest, house: UUID) -> HttpResponse:
    """Who did and saw what, never what it said; this look is a line itself."""
    visit = visit_or_404(request, house, Role.LOG_REVIEWER)
    purpose = stated_purpose(request, visit.house)
    if purpose is None:
        return redirect("house:trail-purpose", house)
    form = FilterForm(request.GET or None, people=people_of(visit))
    lines = Line.objects.of_house(visit.house.id)
    if form.is_bound:
        lines = form.sift(lines, visit.house) if form.is_valid() else lines.none()
    if before := line_asked(request, visit.house):
        lines = lines.older_than(before)
    page = page_of(lines, visit.house.dossiers.all())
    return show(
        request,
        "house/trail.html",
        {
            "visit": visit,
            "purpose": purpose,
            "form": form,
            "page": page,
            "older": onward(request, page.older),
            "is_first": before is None,
        },
        action=Action.TRAIL_READ,
        by=visit.acting(Role.LOG_REVIEWER),
        about=visit.house,
        purpose=purpose.value,
        count=len(page.rows),
    )


def stated_purpose(request: HttpRequest, house: House) -> Purpose | None:
    """What was said today, in this session."""
    said, day = request.session.get(STATED, {}).get(str(house.id), ("", ""))
    return Purpose(said) if said in Purpose.values and day == today() else None


def today() -> str:
    return timezone.localdate().isoformat()


def people_of(visit: Visit) -> list[tuple[str, str]]:
    return [(str(each.user.id), each.user.name or "") for each in colleagues(visit)]


def line_asked(request: HttpRequest, house: House) -> Line | None:
    """The line after which to read on; one of another house is not there."""
    try:
        asked = UUID(request.GET.get("voor", ""))
    except ValueError:
        return None
    return Line.objects.of_house(house.id).filter(pk=asked).first()


def onward(request: HttpRequest, older: Line | None) -> str:
    """The address of the next page, with the same filter."""
    if older is None:
        return ""
    asked = {name: value for name, value in request.GET.items() if name != "voor"}
    return "?" + urlencode(asked | {"voor": str(older.id)})
