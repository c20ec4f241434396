"""Correcting what was said: anew, in its place, with a reason; both stay."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms.models import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import Refused, require
from ...audit.actions import Action
from ...dossiers.actions.drafts import drop_draft
from ...dossiers.actions.recording import Overtaken, correct
from ...dossiers.models import Record, Seat
from ..forms import ThingForm, begin
from ..people import me
from .addresses import of_dossier
from .deeds import ask
from .entries import Entry
from .records import chain_of, record_or_404
from .table import at_the_table

REWRITTEN = {
    "note": ("text",),
    "attachment": ("what",),
    "hand_over": ("summary", "open_ends"),
}
"""What a correction says anew, by kind; the rest of the record goes along as it was."""

ANEW = {"person": "dossiers:correct-person"}
"""Kinds with a form of their own: the route to it, from the dossier and the record."""


class Reasoned(ThingForm):
    """Says anew what was said, and why."""

    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Both texts stay to be seen, by whoever could read the first."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )


@at_the_table
def rewrite(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A correction: a new record in the place of this one, with the reason."""
    asked, old = record_or_404(seat, now, record), chain_of(seat, now, record)
    require(old.record.may_be_corrected_by(seat), "record.correct")
    if old.record.kind not in REWRITTEN:
        return elsewhere(old)
    posted, is_latest = request.method == "POST", old.record.pk == record
    form = begin(
        request,
        form_for(old.said),
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        instance=successor_of(old.said) if posted else type(old.said)(),
        initial={name: old.words.get(name) for name in REWRITTEN[old.record.kind]},
    )
    if posted and form.carries_out(correct, form.instance, asked, by=seat, now=now):
        for earlier in old.earlier:
            drop_draft(
                form.draft_name,
                by=me(request),
                dossier=seat.dossier,
                about=earlier.record.pk,
            )
        messages.success(
            request,
            _("Corrected. Both texts stay to be seen, and whoever hears it is told."),
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    if isinstance(form.wrong, Overtaken):  # between our looking and our writing
        theirs = form.wrong.theirs
        old = chain_of(seat, max(timezone.now(), theirs.recorded_at), record)
        is_latest = False
    if not posted and old.record.is_withdrawn:
        return redirect("dossiers:record", seat.dossier_id, old.record.pk)
    if not posted and not is_latest and form.draft is None:
        return redirect("dossiers:correct", seat.dossier_id, old.record.pk)
    return ask(
        request,
        seat,
        form,
        title=_("Correct %(reference)s") % {"reference": old.record.reference},
        button=_("Record the correction"),
        template="dossiers/correct_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=of_dossier(seat.dossier_id, old.record.reference),
        old=old,
        theirs=None if is_latest else old,
        onward=reverse("dossiers:correct", args=[seat.dossier_id, old.record.pk]),
    )


def elsewhere(entry: Entry) -> HttpResponse:
    """Some kinds are said anew in a form of their own; the rest is not corrected."""
    if entry.record.kind == "heading":
        return redirect("dossiers:headings", entry.record.dossier_id)
    if entry.record.kind not in ANEW:
        raise Refused("record.correct")
    return redirect(ANEW[entry.record.kind], entry.record.dossier_id, entry.record.pk)


def form_for(said: Record) -> type[Reasoned]:
    """The words of this kind, to be said anew."""
    fields = REWRITTEN[said.kind]
    made = modelform_factory(
        type(said),
        form=Reasoned,
        fields=(*fields, "why_changed"),
        widgets={
            name: forms.Textarea(attrs={"rows": 8, "dir": "auto"}) for name in fields
        },
    )
    return cast("type[Reasoned]", made)


def successor_of(said: Record) -> Record:
    """A record of the same kind, with what a correction does not change."""
    own = [field for field in said._meta.local_concrete_fields if not field.primary_key]
    return type(said)(**{each.attname: getattr(said, each.attname) for each in own})
