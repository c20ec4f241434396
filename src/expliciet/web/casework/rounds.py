"""A round: opening it, its page before and after, and the one button that reveals."""

from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.rounds import open_round, reveal
from ...casework.models import Round
from ...dossiers.models import Seat
from ..dossiers import moments
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.entries import SAID_ONCE, entries
from ..dossiers.frame import seats_at
from ..dossiers.heard import heard_here, of_kind
from ..dossiers.notes import guests_of
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm, begin
from ..reading import show
from .agenda_items import did
from .comparing import compare
from .standing import Standing, standings

SAID_ONCE.add(Round.KIND)
ANEW[Round.KIND] = "casework:round"
"""A round is never corrected: on its page one withdraws it, and opens another."""


class RoundForm(CircleFields, ThingForm):
    """The question, how much is asked, and by when."""

    class Meta:
        model = Round
        fields = ("question", "size", "answer_by")
        labels = {
            "question": _("What do you want everybody to read?"),
            "size": _("How much do you ask?"),
            "answer_by": _("Readings in by"),
        }
        help_texts = {
            "question": _(
                "One question that can be answered with yes or no. For instance: do we "
                "see a threat of violence against the town hall?"
            ),
            "size": _(
                "Short: what do you see, how do you read it, what would change your "
                "mind. Full: also ideology, threat of violence, life domains, what "
                "protects, another explanation, and how sure."
            ),
        }
        widgets = {
            "question": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "size": forms.RadioSelect,
            "answer_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        cast("forms.ChoiceField", self.fields["size"]).choices = Round.Size.choices


@at_the_table
def begin_round(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Whoever leads the table asks everybody to read alone first."""
    require(seat.chairs, "round.open")
    form = begin(
        request,
        RoundForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(open_round, form.instance):
        messages.success(
            request,
            _("Opened as %(reference)s. Whoever reads along is told.")
            % {"reference": form.instance.reference},
        )
        return redirect("casework:round", seat.dossier_id, form.instance.pk)
    return ask(
        request,
        seat,
        form,
        title=_("Open an interpretation round"),
        lead=_(
            "Each organisation writes its own reading first. Nobody reads another's "
            "until you reveal, and neither do you. So nobody talks after the first who "
            "spoke."
        ),
        button=_("Open the round"),
        back=tab_of(seat),
    )


@at_the_table
def page(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """Before the reveal one's own reading and who is in; afterwards all, compared."""
    try:
        moment = moments.asked(request, now)
    except moments.Unreadable:
        messages.error(
            request, _("That is no moment we can read. Choose a day and a time.")
        )
        return redirect("casework:round", seat.dossier_id, record)
    at = moment or now
    asked = round_or_404(seat, now, record, moment)
    seats = seats_at(seat, now)
    standing = standings([asked], seat, seats, at)[0]
    heard = heard_here(seat, now, moment)
    readings = heard.filter(kind="reading", reading__of_round=asked)
    beside = entries(
        heard.filter(
            Q(kind="view") | Q(kind="interpretation", interpretation__of_round=asked)
        ).with_voice(),
        seat=seat,
        moment=at,
    )
    context: dict[str, Any] = {
        "dossier": seat.dossier,
        "seat": seat,
        "moment": moment,
        "may_act": moment is None,
        "standing": standing,
        "views": of_kind("view", beside.values()),
        "together": of_kind("interpretation", beside.values())[::-1],
        "back": tab_of(seat, moment),
    }
    count = 1 + sum(each.lines for each in beside.values())
    if standing.reveal:
        compared = compare(
            standing, readings.with_voice(), seat, at, request.GET.get("eerst", "")
        )
        context["compared"] = compared
        count += compared.texts
    else:
        sitting = [each for each in seats if each.is_taken(now)]
        own = entries(readings.with_voice(), seat=seat, moment=at, seats=sitting)
        context["own"] = list(own.values())
        context["guests"] = [] if moment else guests_asked(seat, now, standing)
        count += sum(each.lines for each in own.values())
    return show(
        request,
        "casework/round.html",
        context,
        action=Action.DOSSIER_READ_AS_OF if moment else Action.RECORD_READ,
        by=seat,
        about=seat.dossier if moment else asked,
        purpose=purpose_of(request),
        count=count,
    )


@at_the_table
def open_all(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Onthul: all readings open at one moment; it cannot be undone."""
    asked = round_or_404(seat, now, record)
    if did(request, lambda: reveal(asked, by=seat, now=now)):
        messages.success(
            request, _("Revealed. Everybody in this round reads all readings now.")
        )
    return redirect("casework:round", seat.dossier_id, asked.pk)


class GuestAsked(NamedTuple):
    """A guest for whom the reading can be written down."""

    seat: Seat
    is_in: bool


def guests_asked(seat: Seat, now: datetime, standing: Standing) -> list[GuestAsked]:
    """Guests of organisations that read along, as far as this seat writes for them."""
    if not standing.is_running:
        return []
    in_now = {each.pk for each in standing.are_in}
    return [
        GuestAsked(guest, guest.organisation_id in in_now)
        for guest in guests_of(seat, now)
        if standing.round.asks(guest.organisation_id)
    ]


def round_or_404(
    seat: Seat, now: datetime, asked: UUID, moment: datetime | None = None
) -> Round:
    heard = Round.objects.visible_to(seat, now)
    if moment:
        heard = heard.known_to(seat, moment)
    found = heard.filter(pk=asked).with_voice().select_related("reveal").first()
    if found is None:
        raise Http404
    found.dossier = seat.dossier
    return found


def tab_of(seat: Seat, moment: datetime | None = None) -> str:
    """The part of the dossier where what was read stands."""
    there = f"{reverse('dossiers:detail', args=[seat.dossier_id])}?deel=duiding"
    return f"{there}&op={moments.spelled(moment)}" if moment else there
