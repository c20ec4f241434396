"""Agreeing, accepting, saying that it is done, confirming; a day moves in the open."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.agreements import (
    agree,
    agree_anew,
    claim,
    confirm,
    reply,
    say_not_yet,
)
from ...casework.models import Agreement, Claim, Confirmation, NotYet, Reply
from ...dossiers.models import Circle, Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.anew import beside_theirs, moved_on
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry
from ..dossiers.notes import GuestChoice, guests_of
from ..dossiers.parts import TOGETHER
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .agreement_form import ASKED, AgreementAnewForm, AgreementForm
from .parked import day, text

ANEW["agreement"] = "casework:agree-anew"


def together(dossier: UUID, place: str = "afspraken") -> str:
    return f"{of_dossier(dossier)}?deel={TOGETHER}#{place}"


def back_to(request: HttpRequest, seat: Seat, reference: str) -> HttpResponse:
    messages.success(
        request, _("Recorded as %(reference)s.") % {"reference": reference}
    )
    return redirect(together(seat.dossier_id, reference))


# --- agreeing -------------------------------------------------------------------------


@at_the_table
def make(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """One deed, one owner, one day."""
    form = begin(
        request,
        AgreementForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
        initial={"because_of": request.GET.get("uit", "")},
    )
    if request.method == "POST" and form.is_said(say, form.instance, form=form):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("Make an agreement"),
        lead=_(
            "Who does what, by when, and in what one sees it. Whoever does it accepts "
            "it; another organisation confirms that it is done."
        ),
        button=_("Record the agreement"),
        template="casework/agreement_form.html",
        back=together(seat.dossier_id),
    )


def say(
    agreement: Agreement,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    form: AgreementForm,
) -> Agreement:
    others = form.cleaned_data["with_others"]
    return agree(agreement, others, by=by, circle=circle, now=now)


@at_the_table
def make_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Another day, owner or deed; the earlier day stays to be seen (S33)."""
    asked, old = record_or_404(seat, now, record), agreement_or_404(seat, now, record)
    said = cast("Agreement", old.said)
    require(said.may_be_made_anew_by(seat), "agreement.anew")
    posted = request.method == "POST"
    if elsewhere := moved_on(request, old, record, "casework:agree-anew"):
        return elsewhere
    form = begin(
        request,
        AgreementAnewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        seat=seat,
        now=now,
        initial=None if posted else words_of(said, now),
    )
    if posted and form.carries_out(
        lambda: agree_anew(
            form.instance,
            Agreement.objects.select_related("dossier", "circle").get(pk=record),
            form.cleaned_data["with_others"],
            by=seat,
            now=now,
        )
    ):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("Agree %(reference)s anew") % {"reference": old.record.reference},
        lead=_(
            "What you write here takes the place of what stood there. The earlier day "
            "and the reason stay to be seen, and whoever does it accepts it anew."
        ),
        button=_("Record what we agree now"),
        template="casework/agreement_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=together(seat.dossier_id, old.record.reference),
        **beside_theirs(form, old, seat, now, record, "casework:agree-anew"),
    )


def words_of(said: Agreement, now: datetime) -> dict[str, Any]:
    """What stands there; a day that has passed is asked anew."""
    told = {name: getattr(said, name) for name in ASKED}
    if said.is_overdue(timezone.localdate(now)):
        told["due_on"] = None
    told["owner"] = said.owner_id
    told["owner_organisation"] = None if said.owner_id else said.owner_organisation_id
    told["because_of"] = said.because_of_id
    return told | {"with_others": [each.pk for each in said.with_others.all()]}


def agreement_or_404(seat: Seat, now: datetime, record: UUID) -> Entry:
    found = chain_of(seat, now, record)
    if found.record.kind != Agreement.KIND:
        raise Http404
    return found


# --- accepting, and saying that it is done --------------------------------------------


class ForAGuest(ThingForm):
    """Written down for a guest, who told it on a day."""

    on_behalf_of = GuestChoice(
        queryset=Seat.objects.none(), label=_("Said by"), empty_label=None
    )

    def for_guests(self, guests: Any, now: datetime, *, only: bool) -> None:
        """Whose words these are: of one of these guests, or (not `only`) one's own."""
        if not guests:
            del self.fields["on_behalf_of"], self.fields["said_on"]
            return
        field = cast("GuestChoice", self.fields["on_behalf_of"])
        field.queryset, field.required = guests, only
        field.initial = guests.first() if only else None
        field.empty_label = None if only else _("me, for my own organisation")
        self.fields["said_on"].initial = timezone.localdate(now).isoformat()
        self.fields["said_on"].label = _("On which day the guest said it")

    @property
    def guest(self) -> Seat | None:
        return self.cleaned_data.get("on_behalf_of")


class ReplyForm(ForAGuest):
    class Meta:
        model = Reply
        fields = ("says", "words", "said_on")
        widgets = {"says": forms.RadioSelect, "words": text(3), "said_on": day()}
        labels = {"says": _("Do you accept it?")}
        help_texts = {
            "words": _(
                "Needed when you do not accept it. A no helps as much as a yes: then "
                "the table knows, and agrees something else."
            )
        }

    def __init__(self, *args: Any, guests: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("forms.ChoiceField", self.fields["says"])
        choice.choices = [(Reply.Says.YES, _("Yes")), (Reply.Says.NO, _("No, because"))]
        self.for_guests(guests, now, only=True)


class ClaimForm(ForAGuest):
    class Meta:
        model = Claim
        fields = ("done_on", "words", "said_on")
        widgets = {"done_on": day(), "words": text(3), "said_on": day()}
        labels = {"words": _("In what does one see it?")}
        help_texts = {
            "words": _(
                "Somebody of another organisation must be able to say: it is so."
            )
        }

    def __init__(self, *args: Any, guests: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_on"].widget.attrs["max"] = timezone.localdate(now).isoformat()
        self.for_guests(guests, now, only=True)


class ConfirmForm(ThingForm):
    class Meta:
        model = Confirmation
        fields = ("words",)
        widgets = {"words": text(3)}
        help_texts = {"words": _("What did you see or hear of it yourself?")}


class NotYetForm(ThingForm):
    class Meta:
        model = NotYet
        fields = ("words",)
        widgets = {"words": text(3)}
        labels = {"words": _("What still lacks?")}
        help_texts = {"words": _("Whoever does it reads this, and has it to do again.")}


def guests_who_own(agreement: Agreement, seat: Seat, now: datetime) -> Any:
    """The guests who do this, and for whom this seat writes."""
    guests = guests_of(seat, now)
    if agreement.owner_id:
        return guests.filter(pk=agreement.owner_id)
    return guests.filter(organisation=agreement.owner_organisation_id)


@at_the_table
def answer(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The owner accepts it, or says why not; for a guest, whoever keeps the record."""
    found = agreement_or_404(seat, now, record)
    said = cast("Agreement", found.said)
    guests = guests_who_own(said, seat, now)
    mine = said.owner_id == seat.pk if said.owner_id else said.is_of(seat)
    require(mine or guests.exists(), "agreement.reply")
    if request.method != "POST" and (
        found.record.is_withdrawn or said.replied_by(now) or found.record.pk != record
    ):
        return redirect(together(seat.dossier_id, found.record.reference))
    form = begin(
        request,
        ReplyForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=Reply(agreement=Agreement.objects.get(pk=record)),
        guests=() if mine else guests,
        now=now,
    )
    if request.method == "POST" and form.carries_out(
        lambda: reply(form.instance, by=seat, now=now, on_behalf_of=form.guest)
    ):
        yes = form.instance.says == Reply.Says.YES
        messages.success(request, _("Accepted.") if yes else _("Your answer stands."))
        return redirect(together(seat.dossier_id, found.record.reference))
    return beside(request, seat, form, found, _("Do you accept it?"), _("Answer"))


@at_the_table
def say_done(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The owner, or a colleague, says that it is done and in what one sees it."""
    found = agreement_or_404(seat, now, record)
    said = cast("Agreement", found.said)
    guests = guests_who_own(said, seat, now)
    require(said.is_of(seat) or guests.exists(), "agreement.claim")
    if request.method != "POST" and (
        said.stands(now) != Agreement.Stands.RUNNING or found.record.pk != record
    ):
        return redirect(together(seat.dossier_id, found.record.reference))
    form = begin(
        request,
        ClaimForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=Claim(agreement=Agreement.objects.get(pk=record)),
        initial={"done_on": timezone.localdate(now).isoformat()},
        guests=() if said.is_of(seat) else guests,
        now=now,
    )
    if request.method == "POST" and form.carries_out(
        lambda: claim(form.instance, by=seat, now=now, on_behalf_of=form.guest)
    ):
        messages.success(
            request, _("Said to be done. Another organisation confirms it.")
        )
        return redirect(together(seat.dossier_id, found.record.reference))
    return beside(request, seat, form, found, _("It is done"), _("Say that it is done"))


@at_the_table
def say_so(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Somebody of another organisation says that it is so (N15)."""
    return judge(
        request,
        seat,
        now,
        record,
        ConfirmForm,
        confirm,
        title=_("Is it so?"),
        button=_("Confirm: it is so"),
        told=_("Confirmed. This agreement is done."),
    )


@at_the_table
def say_lacking(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Somebody of another organisation says what still lacks."""
    return judge(
        request,
        seat,
        now,
        record,
        NotYetForm,
        say_not_yet,
        title=_("What still lacks?"),
        button=_("Say: not yet"),
        told=_("Said. Whoever does it sees it again in their work, with your words."),
    )


def judge(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    record: UUID,
    asks: type[ConfirmForm | NotYetForm],
    deed: Callable[..., Any],
    *,
    title: Any,
    button: Any,
    told: Any,
) -> HttpResponse:
    """The claim that stands, and what another organisation says to it."""
    found = agreement_or_404(seat, now, record)
    said = cast("Agreement", found.said)
    done = said.claimed_by(now)
    require(
        done.may_be_confirmed_by(seat) if done else not said.is_of(seat),
        "agreement.confirm",
    )
    if done is None:
        return redirect(together(seat.dossier_id, found.record.reference))
    if request.method != "POST" and (
        said.stands(now) != Agreement.Stands.CLAIMED or found.record.pk != record
    ):
        return redirect(together(seat.dossier_id, found.record.reference))
    form = begin(
        request,
        asks,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=asks.Meta.model(claim=done),
    )
    if request.method == "POST" and form.carries_out(
        deed, form.instance, by=seat, now=now
    ):
        messages.success(request, told)
        return redirect(together(seat.dossier_id, found.record.reference))
    return beside(request, seat, form, found, title, button)


def beside(
    request: HttpRequest,
    seat: Seat,
    form: ThingForm,
    found: Entry,
    title: Any,
    button: Any,
) -> HttpResponse:
    """A short form under the agreement that it is about."""
    return ask(
        request,
        seat,
        form,
        title=title,
        button=button,
        template="casework/beside_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=together(seat.dossier_id, found.record.reference),
        entry=found,
    )
