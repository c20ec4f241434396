"""Setting the table: inviting a colleague, or a guest."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, Organisation
from ...accounts.refusal import require
from ...dossiers.actions.seats import invite
from ...dossiers.models import Seat
from ..forms import PlainForm, begin
from .deeds import ask
from .table import at_the_table

Choices = list[tuple[str, str]]

ROLES = [(role.value, role.label) for role in Seat.Role if role != Seat.Role.AFTERCARE]
"""What somebody can be given here; the after-care card comes with a closure."""

FROM_NOW_ON = _(
    "Whoever sits down hears what is said from now on. What was said before is heard "
    "only where its contributor passes it on."
)


def colleagues(seat: Seat, now: datetime) -> list[Appointment]:
    """Who can be given a seat here: appointed in this house, and not seated yet.

    Somebody appointed twice for one organisation stands here once.
    """
    sitting = Seat.objects.visible_to(seat, now).taken(now).exclude(user=None)
    found = (
        Appointment.objects.at_tables(seat.dossier.house, timezone.localdate(now))
        .exclude(user__in=sitting.values("user"))
        .select_related("user", "organisation")
    )
    once = {(each.user_id, each.organisation_id): each for each in reversed(found)}
    return sorted(
        once.values(), key=lambda each: (each.organisation.name, each.user.name or "")
    )


def by_organisation(found: list[Appointment]) -> list[tuple[str, Choices]]:
    """To choose from: people, under the organisation they come for."""
    groups: dict[str, Choices] = {}
    for each in found:
        name = f"{each.user.name} ({each.get_role_display()})"
        groups.setdefault(each.organisation.name, []).append((str(each.pk), name))
    return list(groups.items())


def why(example: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Why at this table"),
        help_text=example,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ColleagueForm(PlainForm):
    user = forms.ChoiceField(
        label=_("Colleague"),
        help_text=_("Appointed in this house, and not at this table yet."),
        error_messages={"invalid_choice": _("Choose somebody from the list.")},
    )
    why = why(_("For instance: knows the street, and can promise things for the area."))
    role = forms.ChoiceField(
        label=_("Role at this table"), choices=ROLES, initial=Seat.Role.PARTICIPANT
    )
    mandate = forms.ChoiceField(
        label=_("Mandate"),
        choices=Seat.Mandate,
        widget=forms.RadioSelect,
        help_text=_("What this person may do for the organisation."),
    )

    def __init__(self, *args: Any, found: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.pk): each for each in found}
        choices = [("", _("Choose …")), *by_organisation(found)]
        cast("forms.ChoiceField", self.fields["user"]).choices = choices

    def seat(self) -> Seat:
        chosen = self.found[self.cleaned_data["user"]]
        return Seat(
            user=chosen.user,
            organisation=chosen.organisation,
            **{name: self.cleaned_data[name] for name in ("why", "role", "mandate")},
        )


@at_the_table
def colleague(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A colleague of one of the partners gets a seat."""
    require(seat.chairs, "seat.invite")
    found = colleagues(seat, now)
    form = begin(
        request,
        ColleagueForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        found=found,
    )
    if request.method == "POST" and form.carries_out(
        lambda: invite(form.seat(), by=seat, now=now)
    ):
        return done(request, seat)
    return ask(
        request,
        seat,
        form,
        title=_("Invite a colleague"),
        lead=FROM_NOW_ON,
        button=_("Give this seat"),
        template="dossiers/invite_form.html",
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
        nobody=not found,
    )


class GuestForm(PlainForm):
    guest_name = forms.CharField(label=_("Name"), max_length=120)
    organisation = forms.ModelChoiceField(
        label=_("Comes for"), queryset=Organisation.objects.none()
    )
    why = why(_("For instance: teaches the boy, and was asked by the school."))
    mandate = ColleagueForm.base_fields["mandate"]

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = seat.dossier.house.organisations.filter(is_active=True)
        cast(
            "forms.ModelChoiceField[Organisation]", self.fields["organisation"]
        ).queryset = offered

    def guest(self) -> Seat:
        return Seat(**self.cleaned_data)


@at_the_table
def guest(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Somebody without an account sits by name and organisation."""
    require(seat.chairs, "seat.invite")
    form = begin(
        request,
        GuestForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
    )
    if request.method == "POST" and form.carries_out(
        lambda: invite(form.guest(), by=seat, now=now)
    ):
        return done(request, seat)
    return ask(
        request,
        seat,
        form,
        title=_("Invite a guest"),
        lead=_(
            "A guest has no account and opens nothing here. Whoever chairs, or the "
            "secretary, writes down what a guest says, on behalf of the guest."
        ),
        button=_("Give this seat"),
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
    )


def done(request: HttpRequest, seat: Seat) -> HttpResponse:
    messages.success(request, _("One more at the table, from now on."))
    return redirect("dossiers:seats", pk=seat.dossier_id)
