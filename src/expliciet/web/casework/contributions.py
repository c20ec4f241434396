"""Bringing in what is known: one header, and as many lines as one needs."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.contributions import (
    correct_contribution,
    record_contribution,
)
from ...casework.models import Contribution
from ...dossiers.actions.drafts import drop_draft, keep_draft
from ...dossiers.actions.recording import Overtaken
from ...dossiers.models import Circle, Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..drafts import as_it_was_typed
from ..forms import begin
from ..people import me, route_name
from .contribution_form import HEADER, ContributionForm, CorrectionForm
from .lines import LineFields, as_typed

ANEW["contribution"] = "casework:correct-contribution"


@at_the_table
def contribute(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A partner brings in what it knows; the button for a line more loses nothing."""
    if request.method == "POST" and "more" in request.POST:
        return one_line_more(request, seat, now)
    form = begin(
        request,
        ContributionForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(bring_in, form.instance, form=form):
        messages.success(
            request,
            _("Brought in as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Bring something in"),
        lead=_(
            "Say once where it comes from. Then one line for each thing, and what it "
            "is: a fact, hearsay or an estimate."
        ),
        button=_("Bring in"),
        template="casework/contribution_form.html",
    )


def bring_in(
    contribution: Contribution,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    form: ContributionForm,
) -> Contribution:
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
    return record_contribution(
        contribution,
        list(form.statements().values()),
        by=by,
        circle=circle,
        now=now,
        on_behalf_of=guest,
    )


@at_the_table
def amend(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A correction: all of it anew, with what stands there now to begin from."""
    asked, old = record_or_404(seat, now, record), chain_of(seat, now, record)
    if old.record.kind != Contribution.KIND:
        raise Http404
    require(old.record.may_be_corrected_by(seat), "record.correct")
    if request.method == "POST" and "more" in request.POST:
        return one_line_more(request, seat, now, about=record)
    posted, is_latest = request.method == "POST", old.record.pk == record
    if not posted and old.record.is_withdrawn:
        return redirect("dossiers:record", seat.dossier_id, old.record.pk)
    if not posted and not is_latest:
        return redirect("casework:correct-contribution", seat.dossier_id, old.record.pk)
    said = cast("Contribution", old.said)
    words = {} if posted else anew(said)
    form = begin(
        request,
        CorrectionForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        initial=words,
    )
    if posted and form.carries_out(
        lambda: correct_contribution(
            form.instance,
            list(form.statements().values()),
            Contribution.objects.select_related("dossier", "circle").get(pk=record),
            by=seat,
            now=now,
        )
    ):
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
    theirs = None
    if isinstance(form.wrong, Overtaken):
        theirs = chain_of(
            seat, max(timezone.now(), form.wrong.theirs.recorded_at), record
        )
    return ask(
        request,
        seat,
        form,
        title=_("Correct %(reference)s") % {"reference": old.record.reference},
        lead=_(
            "What you write here takes the place of what stood there. Both stay to be "
            "seen, and who hears it is told."
        ),
        button=_("Record the correction"),
        template="casework/contribution_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=of_dossier(seat.dossier_id, old.record.reference),
        theirs=theirs,
        onward=theirs
        and reverse(
            "casework:correct-contribution", args=[seat.dossier_id, theirs.record.pk]
        ),
    )


def anew(said: Contribution) -> dict[str, Any]:
    """What stands there now, to begin a correction from."""
    header = {name: getattr(said, name) for name in HEADER}
    return header | as_typed(said.statements.all())


def one_line_more(
    request: HttpRequest, seat: Seat, now: datetime, about: UUID | None = None
) -> HttpResponse:
    """Without a script: what was typed is kept, and comes back with a line more."""
    typed = as_it_was_typed(request.POST)
    typed.pop("more", None)
    count = LineFields(typed).count + 1
    typed["lines"] = str(count)
    try:
        keep_draft(
            route_name(request),
            typed,
            by=me(request),
            house=seat.dossier.house,
            dossier=seat.dossier,
            about=about,
            now=now,
        )
    except ValidationError as wrong:
        for complaint in wrong.messages:
            messages.error(request, complaint)
    return redirect(f"{request.path}#line-{count}")
