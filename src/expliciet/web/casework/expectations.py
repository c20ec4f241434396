"""Expecting something of a partner; and answering: yes, no, or otherwise."""

from collections.abc import Iterable
from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation, WorkingAgreement
from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.expectations import expect, expect_anew
from ...casework.models import Expectation
from ...dossiers.models import Circle, Seat
from ...rules.actors import Party
from ..dossiers.anew import beside_theirs, moved_on
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry
from ..dossiers.notes import GuestChoice, guests_of
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from ..people import me
from ..templatetags.agreements import sides
from .agreements import back_to, together
from .grounds import GroundChoice
from .parked import day, text
from .question_fields import QuestionFields
from .questions import Laid, Typed, asks

if TYPE_CHECKING:
    PactChoice = forms.ModelChoiceField[WorkingAgreement]
else:
    PactChoice = forms.ModelChoiceField

ANEW["expectation"] = "casework:expect-anew"
FIELDS = ("of", "text", "answer_by", "why", "because_of", "about_working")
SHOWN = 70


class WorkingChoice(PactChoice):
    """One of the agreements on how the partners work, in its first words."""

    def label_from_instance(self, agreement: WorkingAgreement) -> str:
        words = shorten(agreement.text or "", SHOWN, placeholder="…")
        return f"{sides(agreement)}: {words}"


class ExpectationFields(QuestionFields, ThingForm):
    """Of whom, what, why, and by when one would like to hear."""

    because_of = GroundChoice(label=_("Follows from"))

    class Meta:
        model = Expectation
        fields: tuple[str, ...] = FIELDS
        field_classes = {"about_working": WorkingChoice}
        widgets = {
            "text": text(3),
            "answer_by": day(),
            "why": text(2),
            "why_changed": text(2),
        }
        labels = {
            "of": _("Of whom"),
            "text": _("What do you expect?"),
            "answer_by": _("Answer by"),
            "why": _("Why"),
            "about_working": _("This is about our working agreement"),
        }
        help_texts = {
            "text": _(
                "So that they can say yes or no: ‘reports it within two days when he "
                "does not come’."
            ),
            "answer_by": _("Without an answer it returns on the next agenda."),
            "about_working": _(
                "Only where you expect that what was agreed for all cases is done."
            ),
        }

    def offer(self, request: HttpRequest, seat: Seat, now: datetime) -> None:
        """Of the others who sit here now; from what this seat hears."""
        choices = cast("dict[str, Any]", self.fields)
        seats = Seat.objects.visible_to(seat, now).taken(now)
        here = Organisation.objects.filter(
            pk__in=seats.order_by().values("organisation")
        )
        choices["of"].queryset = here.order_by("name")
        cast("GroundChoice", choices["because_of"]).offer(seat, now)
        working = choices["about_working"]
        working.queryset = working_agreements(request, seat, now)
        working.required, working.empty_label = False, _("No, about this case only")
        if not working.queryset.exists():
            del self.fields["about_working"]


class ExpectationForm(CircleFields, ExpectationFields):
    """Something expected, for oneself or for a guest, and who hears it."""

    on_behalf_of = GuestChoice(
        queryset=Seat.objects.none(),
        label=_("Said by"),
        help_text=_("For a guest, who writes nothing here: it stands in their name."),
        required=False,
        empty_label=_("me, for my own organisation"),
    )

    def __init__(
        self,
        *args: Any,
        of_request: HttpRequest,
        seat: Seat,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        self.offer(of_request, seat, now)
        guests = guests_of(seat, now)
        if guests:
            cast("GuestChoice", self.fields["on_behalf_of"]).queryset = guests
        else:
            del self.fields["on_behalf_of"]


class ExpectationAnewForm(ExpectationFields):
    """The whole expectation anew; who hears it stays as it was."""

    class Meta(ExpectationFields.Meta):
        fields = (*FIELDS, "why_changed")
        labels = ExpectationFields.Meta.labels | {
            "why_changed": _("Why it becomes otherwise")
        }

    def __init__(
        self,
        *args: Any,
        of_request: HttpRequest,
        seat: Seat,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer(of_request, seat, now)


@asks("casework:expect", "casework:expect-anew")
def laid_out(typed: Typed) -> Iterable[Laid]:
    """It is being asked, and by whom: only its own words are looked at."""
    if typed("text"):
        asked = {"asked_by": Party("x"), "asked_on": timezone.localdate()}
        words = {"about": typed("text"), "to": Party(organisation="x"), **asked}
        yield Laid("expectation", words, {"about": "text"})


def working_agreements(request: HttpRequest, seat: Seat, now: datetime) -> Any:
    """How the partners of this house agreed to work; opens those texts."""
    seat.dossier.house.unlock()
    return (
        WorkingAgreement.objects.visible_to(me(request), timezone.localdate(now))
        .filter(house=seat.dossier.house_id)
        .current()
        .select_related("expects", "delivers")
        .order_by("subject", "made_at")
    )


@at_the_table
def ask_for(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """What one counts on from a partner, said so that it can be answered."""
    form = begin(
        request,
        ExpectationForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        of_request=request,
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
        title=_("Say what you expect"),
        lead=_(
            "What you count on, and have not agreed yet. They answer yes, no or "
            "otherwise; a yes becomes an agreement."
        ),
        button=_("Record what you expect"),
        template="casework/expectation_form.html",
        back=together(seat.dossier_id, "verwachtingen"),
    )


def say(
    expectation: Expectation,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    form: ExpectationForm,
) -> Expectation:
    """For oneself, or for a guest whose organisation hears it too."""
    guest: Seat | None = form.cleaned_data.get("on_behalf_of")
    if guest and not circle.holds(guest.organisation_id):
        raise ValidationError(
            {
                "hears": _(
                    "The guest does not hear this themselves. Choose a circle with "
                    "their organisation in it."
                )
            }
        )
    return expect(expectation, by=by, circle=circle, now=now, on_behalf_of=guest)


@at_the_table
def ask_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Another text or day, with why; it is answered anew."""
    asked, old = record_or_404(seat, now, record), expectation_or_404(seat, now, record)
    require(old.said.may_be_corrected_by(seat), "record.correct")
    posted = request.method == "POST"
    if elsewhere := moved_on(request, old, record, "casework:expect-anew"):
        return elsewhere
    form = begin(
        request,
        ExpectationAnewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        of_request=request,
        seat=seat,
        now=now,
        initial=None if posted else words_of(cast("Expectation", old.said), now),
    )
    if posted and form.carries_out(
        lambda: expect_anew(
            form.instance,
            Expectation.objects.select_related("dossier", "circle").get(pk=record),
            by=seat,
            now=now,
        )
    ):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("Correct %(reference)s") % {"reference": old.record.reference},
        lead=_("Both texts stay to be seen, and it is answered anew."),
        button=_("Record the correction"),
        template="casework/expectation_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=together(seat.dossier_id, old.record.reference),
        **beside_theirs(form, old, seat, now, record, "casework:expect-anew"),
    )


def words_of(said: Expectation, now: datetime) -> dict[str, Any]:
    """What stands there; a day that has passed is asked anew."""
    passed = said.answer_by < timezone.localdate(now)
    return {
        "of": said.of_id,
        "text": said.text,
        "answer_by": None if passed else said.answer_by,
        "why": said.why,
        "because_of": said.because_of_id,
        "about_working": said.about_working_id,
    }


def expectation_or_404(seat: Seat, now: datetime, record: UUID) -> Entry:
    found = chain_of(seat, now, record)
    if found.record.kind != Expectation.KIND:
        raise Http404
    return found
