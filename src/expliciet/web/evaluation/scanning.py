"""The yearly scan on the screen: begun, answered blind, opened at once (N22)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...evaluation.actions.scans import (
    Given,
    answer_scan,
    asked,
    begin_scan,
    lacks_to_open,
    may_answer,
    open_scan,
    who_is_in,
)
from ...evaluation.models import Scan, ScanAnswer
from ...evaluation.models.study import DECIDING
from ...evaluation.scan_statements import SLUGS, THEMES
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm, ThingForm, begin
from ..house.fields import DayInput
from ..people import acting, acting_or_404, appointments, me
from ..reading import show
from .directing import AsksHouse, directing
from .scan_shown import opened, own_words

DIRECTOR = Appointment.Role.PROCESS_DIRECTOR
SEEING = (*Appointment.AT_TABLES, *DECIDING)


class BeginForm(AsksHouse, ThingForm):
    """Over which year, and until when answers are taken."""

    class Meta:
        model = Scan
        fields = ("year", "answer_by")
        widgets = {"answer_by": DayInput}
        labels = {"year": _("Over which year"), "answer_by": _("Answer by")}
        help_texts = {
            "answer_by": _(
                "Opened earlier only once everybody answered. Nobody reads an answer "
                "of another before that, you neither."
            )
        }

    def __init__(self, *args: Any, directing: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_house(directing)


class AnswerForm(PlainForm):
    """Fifteen statements: an answer to each, and why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for theme in THEMES:
            for each in theme.statements:
                self.fields[f"{each.slug}-says"] = forms.ChoiceField(
                    label=cast("str", each.words),
                    choices=ScanAnswer.Says.choices,
                    widget=forms.RadioSelect,
                    error_messages={"required": _("Choose an answer.")},
                )
                self.fields[f"{each.slug}-words"] = forms.CharField(
                    label=_("Why, or an example"),
                    required=False,
                    max_length=2_000,
                    widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
                )

    @property
    def themes(self) -> Iterator[tuple[object, list[tuple[Any, Any]]]]:
        for theme in THEMES:
            yield (
                theme.name,
                [
                    (self[f"{each.slug}-says"], self[f"{each.slug}-words"])
                    for each in theme.statements
                ],
            )

    def given(self) -> dict[str, Given]:
        said = self.cleaned_data
        return {
            each: Given(said[f"{each}-says"], said[f"{each}-words"]) for each in SLUGS
        }


@require_safe
def scans(request: HttpRequest) -> HttpResponse:
    """The scans of one's houses, the last year first."""
    now = timezone.now()
    by = acting(request, *SEEING) or acting_or_404(request)
    found = list(Scan.objects.visible_to(me(request), now).select_related("house"))
    return show(
        request,
        "evaluation/scans.html",
        {
            "scans": found,
            "today": timezone.localdate(now),
            "may_begin": acting(request, DIRECTOR),
        },
        action=Action.SCAN_READ,
        by=by,
        at=Whereabouts(house=by.house_id),
        count=max(1, len(found)),
    )


def begin_one(request: HttpRequest) -> HttpResponse:
    """By the process director: the same statements as every year."""
    now = timezone.now()
    there = directing(appointments(request))
    require(bool(there), "scan.begin")
    by = there[0]
    by.house.unlock()
    scan = Scan(year=timezone.localdate(now).year)
    form = begin(request, BeginForm, house=by.house, instance=scan, directing=there)
    if request.method == "POST" and form.carries_out(
        lambda: begin_scan(scan, by=form.by, now=now)
    ):
        messages.success(request, _("Begun. Each partner answers for itself."))
        return redirect("evaluation:scan", scan.pk)
    return show(
        request,
        "evaluation/scan_begin.html",
        {"form": form, "themes": THEMES},
        action=Action.SCAN_READ,
        by=by,
        at=Whereabouts(house=by.house_id),
        status=REFUSED if form.is_bound else 200,
    )


@require_safe
def one(request: HttpRequest, scan: UUID) -> HttpResponse:
    """Before it is opened who is in, and what one said oneself; after that who says
    what, beside the year before and the facts of the process."""
    now = timezone.now()
    found, by = scan_or_404(request, scan, now)
    today, inside = timezone.localdate(now), who_is_in(found)
    mine = by.organisation_id in {each.pk for each in inside}
    may_open = not found.opened_at and directs(request, found)
    shown: dict[str, Any] = {}
    if found.opened_at:
        shown = opened(found, by, now)
    elif mine:
        found.unlock([by.organisation_id])
        said = found.answers.filter(organisation=by.organisation).select_related("scan")
        shown = {"own": own_words(said)}
    return show(
        request,
        "evaluation/scan.html",
        {
            "scan": found,
            "by": by,
            "today": today,
            "inside": inside,
            "asked": asked(found, today),
            "may_answer": found.is_open_for_answers(today)
            and not mine
            and may_answer(found, by, now),
            "may_open": may_open,
            "lacks": lacks_to_open(found, today) if may_open else "",
            **shown,
        },
        action=Action.SCAN_READ,
        by=by,
        about=found,
        count=max(1, len(shown)),
    )


def answer(request: HttpRequest, scan: UUID) -> HttpResponse:
    """For one's own organisation, once."""
    now = timezone.now()
    found, by = scan_or_404(request, scan, now)
    require(may_answer(found, by, now), "scan.answer")
    takes = found.is_open_for_answers(timezone.localdate(now))
    is_in = by.organisation_id in {each.pk for each in who_is_in(found)}
    if request.method != "POST" and (is_in or not takes):
        return redirect("evaluation:scan", found.pk)
    by.house.unlock()
    form = begin(request, AnswerForm, house=by.house, about=found.pk)
    if request.method == "POST" and form.carries_out(
        lambda: answer_scan(found, form.given(), by=by, now=now)
    ):
        messages.success(
            request, _("Your answers are in; nobody reads them before all are opened.")
        )
        return redirect("evaluation:scan", found.pk)
    return show(
        request,
        "evaluation/scan_answer.html",
        {"scan": found, "form": form, "by": by},
        action=Action.SCAN_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )


@require_POST
def open_all(request: HttpRequest, scan: UUID) -> HttpResponse:
    """All answers at once, for the whole house."""
    now = timezone.now()
    found, by = scan_or_404(request, scan, now)
    by = directs(request, found) or by
    try:
        open_scan(found, by=by, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, _("Opened, for everybody at once."))
    return redirect("evaluation:scan", found.pk)


def scan_or_404(
    request: HttpRequest, pk: UUID, now: datetime
) -> tuple[Scan, Appointment]:
    found = (
        Scan.objects.visible_to(me(request), now)
        .filter(pk=pk)
        .select_related("house")
        .first()
    )
    if found is None:
        raise Http404
    there = [
        each
        for each in appointments(request)
        if each.house_id == found.house_id and each.is_(*SEEING)
    ]
    inside = set(found.answers.order_by().values_list("organisation", flat=True))
    return found, min(there, key=lambda each: owing_first(each, inside))


def owing_first(by: Appointment, inside: set[UUID]) -> tuple[bool, bool]:
    """At tables first, and of those for an organisation that did not answer yet."""
    return not by.is_(*Appointment.AT_TABLES), by.organisation_id in inside


def directs(request: HttpRequest, scan: Scan) -> Appointment | None:
    return acting(request, DIRECTOR, house=scan.house)
