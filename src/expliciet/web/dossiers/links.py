"""Dossiers that belong together: tying them, untying them, and what is shown there."""

from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.links import end_link, link_dossiers, show_elsewhere
from ...dossiers.models import Dossier, Link, Record, Seat
from ..forms import PlainForm, ThingForm, begin
from ..people import me
from .addresses import of_dossier
from .deeds import ask
from .table import at_the_table


class Linked(NamedTuple):
    """A dossier that belongs together with this one, for whoever sits in both."""

    link: Link
    far: Dossier


def linked(seat: Seat, now: datetime) -> list[Linked]:
    """The dossiers tied to this one at whose table this person sits too."""
    links = Link.objects.visible_to(seat.user, now).current().of(seat.dossier)
    found = list(links.select_related("one", "other"))
    for link in found:
        link.unlock()
    return [Linked(link, link.far_end(seat.dossier)) for link in found]


def other_tables(seat: Seat, now: datetime) -> list[Seat]:
    """Other tables of this house that the same person chairs, not tied to this yet."""
    if seat.user is None:
        return []
    tied = {one.far.pk for one in linked(seat, now)}
    chaired = (
        Seat.objects.of(seat.user)
        .active(now)
        .chairing()
        .filter(dossier__house=seat.dossier.house_id)
        .exclude(dossier=seat.dossier_id)
        .select_related("dossier__house", "user")
        .order_by("dossier__number")
    )
    return [each for each in chaired if each.dossier_id not in tied]


class LinkForm(ThingForm):
    other = forms.ChoiceField(
        label=_("Dossier"),
        help_text=_("Only dossiers at whose table you are in the chair."),
    )

    class Meta:
        model = Link
        fields = ("kind", "why")
        widgets = {
            "kind": forms.RadioSelect,
            "why": forms.Textarea(attrs={"rows": 3}),
        }

    field_order = ("other", "kind", "why")

    def __init__(self, *args: Any, tables: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tables = {str(each.pk): each for each in tables}
        names = [(pk, str(each.dossier)) for pk, each in self.tables.items()]
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["other"].choices = [("", _("Choose …")), *names]
        fields["kind"].choices = Link.Kind.choices

    def clean_other(self) -> Dossier:
        return self.tables[self.cleaned_data["other"]].dossier

    def there(self) -> Seat:
        return self.tables[self.data["other"]]


@at_the_table
def tie(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Whoever chairs both tables ties two dossiers together."""
    require(seat.chairs, "link.make")
    tables = other_tables(seat, now)
    form = begin(
        request,
        LinkForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        tables=tables,
    )
    if request.method == "POST" and form.carries_out(
        lambda: link_dossiers(form.instance, by=seat, there=form.there(), now=now)
    ):
        messages.success(request, _("Linked. Whoever sits at both tables sees it."))
        return redirect(of_dossier(seat.dossier_id, "links"))
    return ask(
        request,
        seat,
        form,
        title=_("Link another dossier"),
        lead=_(
            "Nobody sees more by it: only whoever sits at both tables sees that they "
            "are linked, and nothing of the one is shown in the other until somebody "
            "shows it."
        ),
        button=_("Link them"),
        template="dossiers/link_form.html",
        nobody=not tables,
    )


@at_the_table
def untie(request: HttpRequest, seat: Seat, now: datetime, link: UUID) -> HttpResponse:
    """What was shown by reference disappears from the other dossier."""
    found = link_or_404(request, seat, link, now)
    require(seat.chairs, "link.end")
    form = begin(
        request, PlainForm, house=seat.dossier.house, dossier=seat.dossier, about=link
    )
    if request.method == "POST" and form.carries_out(end_link, found, by=seat, now=now):
        messages.success(request, _("These two are linked no longer."))
        return redirect(of_dossier(seat.dossier_id, "links"))
    return ask(
        request,
        seat,
        form,
        title=_("End this link"),
        lead=_(
            "What of the one is shown in the other disappears there. The records "
            "themselves stay. You can link the two again."
        ),
        button=_("End this link"),
        about=found,
        back=of_dossier(seat.dossier_id, "links"),
    )


class ShowForm(PlainForm):
    link = forms.ChoiceField(label=_("In which dossier"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, tied: list[Linked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tied = {str(one.link.pk): one.link for one in tied}
        field = cast("forms.ChoiceField", self.fields["link"])
        field.choices = [(str(one.link.pk), str(one.far)) for one in tied]


@at_the_table
def point(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A record is shown by reference in a linked dossier, to whoever sits in both."""
    found = Record.objects.visible_to(seat, now).filter(pk=record).with_voice().first()
    tied = linked(seat, now)
    if found is None or not tied:
        raise Http404
    require(
        found.may_be_corrected_by(seat) and not found.is_withdrawn,
        "record.show_elsewhere",
    )
    form = begin(
        request,
        ShowForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        tied=tied,
    )
    if request.method == "POST" and form.carries_out(
        lambda: show_elsewhere(
            found, form.tied[form.cleaned_data["link"]], by=seat, now=now
        )
    ):
        messages.success(request, _("Shown there, to whoever sits at both tables."))
        return redirect(of_dossier(seat.dossier_id, found.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Show %(reference)s in a linked dossier")
        % {"reference": found.reference},
        lead=_(
            "It is shown there to whoever sits at both tables and may read it here "
            "too. Nobody else sees that it exists."
        ),
        button=_("Show it there"),
        action=Action.DOSSIER_READ,
        about=found,
        back=of_dossier(seat.dossier_id, found.reference),
    )


def link_or_404(request: HttpRequest, seat: Seat, link: UUID, now: datetime) -> Link:
    """A link of this dossier, that whoever asks sees from both ends."""
    found = (
        Link.objects.visible_to(me(request), now)
        .current()
        .of(seat.dossier)
        .filter(pk=link)
        .select_related("one__house", "other__house")
        .first()
    )
    if found is None:
        raise Http404
    return found
