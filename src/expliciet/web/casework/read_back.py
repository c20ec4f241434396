"""Reading back: the last minute and a half, aloud; each says that it is so, or not."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.meetings import leads_item
from ...casework.actions.minutes import answer_minutes, make_minutes
from ...casework.models import AgendaItem, Receipt
from ...dossiers.models import Seat
from ..dossiers.deeds import REFUSED
from ..dossiers.table import at_the_table, purpose_of
from ..forms import PlainForm, begin
from ..reading import show
from .agenda_items import item_or_404
from .read_aloud import AT_MOST, LONG, Said, held, mark_of, said_at, seconds_of, takes

SMALL = "kern"
"""The switch for what was said in a smaller circle; never on a screen for all."""
CHANGED = _(
    "Something was recorded or put right since you read it aloud. Nothing was recorded "
    "of what you filled in, and it still stands here. Read it back once more."
)
Says = Receipt.Says
ALOUD = [(Says.SO, _("it is so")), (Says.OTHERWISE, _("otherwise"))]
Row = tuple[Seat, forms.BoundField, forms.BoundField]


class ReadBackForm(PlainForm):
    """For everybody at the table: it is so, or otherwise and how."""

    needed_by_choice = True

    def __init__(self, *args: Any, said: list[Said], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said = said
        for each in said:
            for seat in each.silent:
                self.ask(each, seat)

    def ask(self, each: Said, seat: Seat) -> None:
        says, words = names(each, seat)
        self.fields[says] = forms.ChoiceField(
            label=seat.who,
            choices=ALOUD,
            required=False,
            widget=forms.RadioSelect,
        )
        self.fields[words] = forms.CharField(
            label=_("Otherwise: what %(name)s says") % {"name": seat.who},
            required=False,
            max_length=4_000,
            widget=forms.Textarea(attrs={"rows": 1, "dir": "auto"}),
        )

    @property
    def everybody(self) -> bool:
        return self.data.get("deed") == "all"

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for each in self.said:
            for seat in each.silent:
                says, words = names(each, seat)
                if told.get(words) and not told.get(says):
                    told[says] = Says.OTHERWISE
                if self.everybody and not told.get(says):
                    told[says] = Says.SO
                if told.get(says) == Says.OTHERWISE and not told.get(words):
                    self.add_error(words, _("Write down what was otherwise."))
        said = [
            told.get(names(one, seat)[0]) for one in self.said for seat in one.silent
        ]
        if not any(said) and not self.errors:
            self.add_error(None, _("Choose for one person at least what they say."))
        return told

    def rows(self, each: Said) -> list[Row]:
        """The fields of everybody who is to say something to this, for the page."""
        found = []
        for seat in each.silent:
            says, words = names(each, seat)
            if says in self.fields:
                found.append((seat, self[says], self[words]))
        return found

    @property
    def tables(self) -> list[tuple[Said, list[Row]]]:
        return [(each, self.rows(each)) for each in self.said]

    def record(self, item: AgendaItem, *, by: Seat, now: datetime) -> None:
        """The minutes, and what each said to them; all of it or nothing."""
        made = {each.circle_id: each for each in make_minutes(item, by=by, now=now)}
        for each in self.said:
            minutes = made.get(each.circle.pk)
            if minutes is None or self.mark_read(each) != mark_of(held(minutes)):
                raise ValidationError(CHANGED, code="changed")
            for seat in each.silent:
                says, words = (self.cleaned_data.get(one) for one in names(each, seat))
                if says:
                    words = words if says == Says.OTHERWISE else ""
                    given = Receipt(
                        minutes=minutes,
                        seat=seat,
                        says=says,
                        words=words,
                        at_table=True,
                    )
                    answer_minutes(given, by=by, now=now)

    def mark_read(self, each: Said) -> str:
        """What stood on the page from which was read aloud."""
        return str(self.data.get(f"read_{each.circle.pk}", ""))


def names(each: Said, seat: Seat) -> tuple[str, str]:
    return f"says_{each.circle.pk}_{seat.pk}", f"words_{each.circle.pk}_{seat.pk}"


@at_the_table
def read_back(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID
) -> HttpResponse:
    """For whoever leads the talk; others answer from their own place."""
    found = item_or_404(seat, now, item)
    require(leads_item(found, seat, now), "minutes.make")
    if request.method == "POST" and request.POST.get("deed") == "make":
        make_minutes(found, by=seat, now=now)
        messages.success(
            request, _("The minutes are made. Whoever hears them can answer now.")
        )
        return redirect(again(request, seat, found))
    said = said_at(found, seat, now, small=SMALL in request.GET)
    form = asked(request, seat, found, said)
    if request.method == "POST":
        if form.carries_out(form.record, found, by=seat, now=now):
            messages.success(request, _("Written down what each at the table says."))
            return redirect(again(request, seat, found))
        if getattr(form.wrong, "code", "") == "changed":
            said = said_at(found, seat, timezone.now(), small=SMALL in request.GET)
            form = asked(request, seat, found, said)
            form.add_error(None, CHANGED)
    lines = [line for each in said for line in each.lines]
    seconds = seconds_of(said)
    return show(
        request,
        "casework/read_back.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "item": found,
            "meeting": found.meeting,
            "form": form,
            "said": said,
            "small": SMALL in request.GET,
            "at_most": AT_MOST,
            "takes": takes(seconds),
            "is_long": seconds > LONG,
            "anybody": any(each.present for each in said),
            "is_made": all(each.is_made for each in said),
            "is_asked": any(each.silent for each in said) and found.is_going_on,
            "back": reverse("dossiers:detail", args=[seat.dossier_id]),
        },
        action=Action.RECORD_READ,
        by=seat,
        about=found,
        purpose=purpose_of(request),
        count=max(1, len(lines)),
        status=REFUSED if form.is_bound else 200,
    )


def again(request: HttpRequest, seat: Seat, item: AgendaItem) -> str:
    there = reverse("casework:read-back", args=[seat.dossier_id, item.pk])
    return f"{there}?{SMALL}" if SMALL in request.GET else there


def asked(
    request: HttpRequest, seat: Seat, item: AgendaItem, said: list[Said]
) -> ReadBackForm:
    return begin(
        request,
        ReadBackForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=item.pk,
        said=said,
    )
