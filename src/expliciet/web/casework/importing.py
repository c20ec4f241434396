"""Taking over old minutes: what stands in them is proposed, and a person says yes.

What is recorded bears the moment of now and tells where it came from: the past of a
dossier is not made up.
"""

from datetime import datetime

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.drafts import drop_draft
from ...dossiers.models import Seat
from ...rules.entry import Kind
from ..dossiers.addresses import of_dossier
from ..dossiers.deeds import REFUSED, ask
from ..dossiers.parts import TOGETHER
from ..dossiers.table import at_the_table, purpose_of
from ..forms import begin
from ..people import me
from ..reading import Look, leave, show
from .entered import as_line, record_parts
from .entering import TYPED, Parts, form_of, taken_apart
from .import_form import OldMinutesForm
from .import_left import FORM, LEFT, Left, found_in, keep, left_of, typed_over


class PassedParts(Parts):
    """Of an agreement whose day lies behind us: its words, to be left open."""

    names = ("text",)
    may_stay_open = False
    why_open = ""
    """What the page says about that day."""


@at_the_table
def take_over(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The minutes are handed in; then what they propose is answered one by one."""
    require(seat.records_for_others, "minutes.import")
    if request.method == "POST" and "which" in request.POST:
        return answered(request, seat, now)
    left = left_of(request, seat)
    if left is None:
        return hand_in(request, seat, now)
    if request.method == "POST":
        messages.error(
            request, _("Answer these first, or throw them away; nothing was replaced.")
        )
        return redirect("casework:import", seat.dossier_id)
    return one(request, seat, left, proposed(request, seat, now, left))


def hand_in(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    form = begin(
        request,
        OldMinutesForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        today=timezone.localdate(now),
    )

    def look_through() -> None:
        """Laid beside this dossier, which leaves a line as every look does."""
        told = form.cleaned_data
        found = found_in(form.words, told["held_on"], told["source"])
        keep(found, request, seat, now)
        purpose = purpose_of(request)
        leave(Look(Action.DOSSIER_READ, seat, seat.dossier, purpose=purpose))

    if request.method == "POST" and form.carries_out(look_through):
        return redirect("casework:import", seat.dossier_id)
    return ask(
        request,
        seat,
        form,
        title=_("Take over old minutes"),
        lead=_(
            "Each agreement, expectation, decision and idea in them is laid before "
            "you, one at a time. Nothing counts until you say so."
        ),
        button=_("Look them through"),
        template="casework/import_form.html",
        back=of_dossier(seat.dossier_id, part=TOGETHER),
    )


# --- one proposal at a time -----------------------------------------------------------


def proposed(
    request: HttpRequest, seat: Seat, now: datetime, left: Left, *, anew: bool = True
) -> Parts:
    """The first that waits, taken apart as on the day of its meeting."""
    first, today = left.first, timezone.localdate(now)
    before = typed_over(request, seat, first.number) if anew else {}
    hears = before.get("hears") or left.hears
    parts = taken_apart(
        request, seat, now, first.line, today=left.held_on, hears=hears, before=before
    )
    if parts.due is None or parts.due >= today:
        return parts
    due = date_format(parts.due, "DATE_FORMAT")
    if parts.kind == Kind.EXPECTATION:
        form = form_of(
            request,
            parts.kind,
            seat,
            now,
            initial={**parts.form.initial, "answer_by": None, **before},
        )
        asked = {"answer_by": passed(parts.kind, due)} | dict(parts.questions)
        return Parts(parts.kind, parts.typed, form, asked, parts.due)
    initial = {"text": first.words, "hears": hears, **before}
    form = form_of(request, Kind.DECISION, seat, now, initial=initial)
    left_open = PassedParts(parts.kind, parts.typed, form, {})
    left_open.why_open = passed(parts.kind, due)
    return left_open


def passed(kind: Kind, day: str) -> str:
    if kind == Kind.EXPECTATION:
        words = _("The day named, %(day)s, has passed. By when is an answer asked?")
    else:
        words = _(
            "The day named, %(day)s, has passed, so this cannot be agreed any more. It "
            "can stay open here; whether it still counts, and by when, the table says."
        )
    return str(words % {"day": day})


def answered(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Recorded, left open or skipped; what was not recorded keeps its words."""
    deed = request.POST.get("do", "")
    with transaction.atomic():
        left = left_of(request, seat, lock=True)
        if left is None or request.POST["which"] != str(left.first.number):
            messages.error(
                request, _("This one was answered already. Nothing was recorded twice.")
            )
            return redirect("casework:import", seat.dossier_id)
        if deed == "stop":
            drop_draft(LEFT, by=me(request), dossier=seat.dossier)
            after: Left | None = left._replace(todo=[])
        elif deed == "skip":
            after = left.after(skipped=left.skipped + 1)
        else:
            shown = proposed(request, seat, now, left, anew=False)
            parts = sent(request, seat, now, shown)
            after = record(parts, shown, left, leave=deed == "leave")
        if after is not None:
            keep(after, request, seat, now)
            drop_draft(FORM, by=me(request), dossier=seat.dossier)
    if after is None:
        return one(request, seat, left, parts)
    if after.todo:
        return redirect("casework:import", seat.dossier_id)
    messages.success(request, ended(after))
    return redirect(of_dossier(seat.dossier_id, part=TOGETHER))


def sent(request: HttpRequest, seat: Seat, now: datetime, shown: Parts) -> Parts:
    kind = Kind.DECISION if isinstance(shown, PassedParts) else shown.kind
    form = form_of(request, kind, seat, now, posted=True)
    parts = type(shown)(shown.kind, shown.typed, form, {}, shown.due)
    if isinstance(parts, PassedParts) and isinstance(shown, PassedParts):
        parts.why_open = shown.why_open
    return parts


def record(parts: Parts, shown: Parts, left: Left, *, leave: bool) -> Left | None:
    """What then still waits; nothing where it was refused."""
    form, origin = parts.form, left.origin
    whole = parts.may_stay_open and not leave
    if whole:
        name = "why" if "why" in form.fields else "text"
        said = with_origin(getattr(form.instance, name) or "", origin)
        setattr(form.instance, name, said)
        done = record_parts(parts)
    else:
        words = as_line(parts, shown) if parts.may_stay_open else form.data.get("text")
        done = record_parts(parts, with_origin(words, origin) if words else "")
    if not done:
        return None
    hears = form.cleaned_data["hears"]
    again = hears if hears.startswith(("table", "core")) else left.hears
    if whole:
        return left.after(recorded=left.recorded + 1, hears=again)
    return left.after(opened=left.opened + 1, hears=again)


def with_origin(words: str, origin: str) -> str:
    """Where it came from always stands behind it."""
    return (words.strip()[: TYPED - len(origin)] + origin).strip()


def ended(left: Left) -> str:
    return _(
        "Of the %(total)d proposals in these minutes %(recorded)d were recorded, "
        "%(opened)d stay open and %(skipped)d were skipped."
    ) % {
        "total": left.total,
        "recorded": left.recorded,
        "opened": left.opened,
        "skipped": left.total - left.recorded - left.opened,
    }


def one(request: HttpRequest, seat: Seat, left: Left, parts: Parts) -> HttpResponse:
    return show(
        request,
        "casework/import_one.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "left": left,
            "proposal": left.first,
            "parts": parts,
            "draft_form": FORM,
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
        status=REFUSED if parts.form.is_bound else 200,
    )
