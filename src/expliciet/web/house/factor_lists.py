"""Lists of factors: which there are, from where, and which this house uses."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.models import House
from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.factors import confirm_list, load_list
from ...casework.lists import read_list
from ...casework.models import Confirmed, Factor, FactorList
from ..forms import PlainForm, begin
from ..reading import show
from .visiting import GUARDING, MANAGING, Role, visit_or_404

AT_MOST = 1_000_000


@dataclass(frozen=True)
class Listed:
    """One list, and what this house decided about it."""

    factors: FactorList
    confirmed: Confirmed | None

    @property
    def is_used(self) -> bool:
        return self.factors.is_ours or self.confirmed is not None


class LoadForm(PlainForm):
    """A list as a file."""

    file = forms.FileField(
        label=gettext_lazy("File with the list"),
        help_text=gettext_lazy(
            "JSON with name, version, source, licence and factors. Each factor has a "
            "code, a theme (ideology, violence, ability, context or protective) and a "
            "name (nl), and perhaps en, meaning_nl and meaning_en."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )

    def clean_file(self) -> tuple[FactorList, list[Factor]]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > AT_MOST:
            raise ValidationError(
                _("This file is too large: at most 1 MB. Nothing was loaded.")
            )
        return read_list(file.read().decode("utf-8-sig", "replace"))


@require_safe
def factor_lists(request: HttpRequest, house: UUID) -> HttpResponse:
    """Those in use first; of each the source, the licence and who confirmed it."""
    visit = visit_or_404(request, house, *MANAGING)
    listed = sorted(lists_of(visit.house), key=lambda each: not each.is_used)
    return show(
        request,
        "house/factor_lists.html",
        {
            "visit": visit,
            "listed": listed,
            "may_load": visit.is_(Role.PROCESS_DIRECTOR),
            "may_confirm": visit.is_(*GUARDING),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest, house: UUID) -> HttpResponse:
    """A list comes in; nobody uses it before the house confirmed it."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    require(visit.is_(Role.PROCESS_DIRECTOR), "factor_list.load")
    by = visit.acting(Role.PROCESS_DIRECTOR)
    form = begin(request, LoadForm, house=visit.house, about=visit.house.id)
    if request.method == "POST" and form.carries_out(
        lambda: load_list(*form.cleaned_data["file"], by=by, now=now)
    ):
        messages.success(
            request, _("Loaded. It is used once source and licence are confirmed.")
        )
        return redirect("house:factor-list", house, form.done.pk)
    return show(
        request,
        "house/factor_list_form.html",
        {"visit": visit, "form": form},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def factor_list(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """One list with its factors; confirming its source and licence for this house."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    listed = next((one for one in lists_of(visit.house) if one.factors.pk == pk), None)
    if listed is None:
        raise Http404
    form = begin(
        request, ConfirmForm, house=visit.house, name=f"house:factor-list/{pk}"
    )
    if request.method == "POST":
        require(visit.is_(*GUARDING), "factor_list.confirm")
        if form.carries_out(
            confirm_list, listed.factors, by=visit.acting(*GUARDING), now=now
        ):
            messages.success(request, _("Confirmed. This house uses the list now."))
            return redirect("house:factor-lists", house)
    return show(
        request,
        "house/factor_list.html",
        {
            "visit": visit,
            "listed": listed,
            "themes": themes_of(listed.factors),
            "form": form,
            "may_confirm": visit.is_(*GUARDING) and not listed.is_used,
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


class ConfirmForm(PlainForm):
    """Somebody looked, and says so."""

    looked = forms.BooleanField(
        label=gettext_lazy(
            "We looked up source and licence, and may use this list in this house."
        ),
        error_messages={
            "required": gettext_lazy("Look up source and licence first, and tick this.")
        },
    )


def lists_of(house: House) -> list[Listed]:
    """Every list there is, and whether this house confirmed it: two queries."""
    confirmed = {
        each.list_id: each
        for each in Confirmed.objects.filter(house=house).select_related("by")
    }
    return [Listed(one, confirmed.get(one.pk)) for one in FactorList.objects.all()]


def themes_of(one: FactorList) -> list[tuple[Any, list[Factor]]]:
    factors = list(one.factors.all())
    return [
        (theme.label, [each for each in factors if each.theme == theme])
        for theme in Factor.Theme
    ]
