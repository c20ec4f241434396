"""Deeds beside a dossier that is read: coding, uncoding, a memo, being done."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...evaluation.actions.coding import (
    code_passage,
    finish_coding,
    uncode_passage,
)
from ...evaluation.actions.memos import keep_memo
from ...evaluation.models import Coding, Memo, StudyMember
from ..dossiers.moments import Unreadable
from .coding_forms import MemoForm
from .dossier import Page
from .reading import dossier_or_404
from .studying import researching

KEPT = ("moment", "rol", "later")


def page_or_404(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> Page:
    """The dossier as somebody reads it while they write; no moment, no page."""
    try:
        return Page(request, member, now, dossier_or_404(member, number, now))
    except Unreadable:
        raise Http404 from None


def back(
    request: HttpRequest, member: StudyMember, number: int, place: str = ""
) -> HttpResponse:
    """To the dossier, at the moment at which it was read."""
    there = reverse("evaluation:dossier", args=[member.study_id, number])
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    return redirect(f"{there}{query}{place}")


@require_POST
@researching
def code(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """These words under this code."""
    page = page_or_404(request, member, now, number)
    coding = Coding()
    form = page.coding_form(request.POST, instance=coding)
    form.request = request
    if form.carries_out(lambda: code_passage(coding, by=member, now=now)):
        messages.success(request, _("Coded. It stands in the text."))
        return back(request, member, number, f"#tekst-{form.cleaned_data['number']}")
    return page.refused(form=form)


@require_POST
@researching
def uncode(
    request: HttpRequest, member: StudyMember, now: datetime, number: int, pk: UUID
) -> HttpResponse:
    """One's own code, off these words again."""
    chosen = dossier_or_404(member, number, now)
    found = (
        Coding.objects.visible_to(member)
        .filter(pk=pk, text__study_dossier=chosen)
        .select_related("text__study_dossier__dossier")
        .first()
    )
    if found is None or found.text is None:
        raise Http404
    place = f"#tekst-{found.text.number}"
    said(
        request,
        lambda: uncode_passage(found, by=member, now=now),
        _("Taken off. That it was there is kept."),
    )
    return back(request, member, number, place)


@require_POST
@researching
def memo(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """What one noticed in this dossier."""
    chosen = dossier_or_404(member, number, now)
    noted = Memo(study_dossier=chosen)
    form = MemoForm(request.POST, instance=noted, auto_id="memo_%s")
    form.request = request
    if form.carries_out(lambda: keep_memo(noted, by=member, now=now)):
        messages.success(request, _("Your memo stands with this dossier."))
        return back(request, member, number, "#memos")
    return page_or_404(request, member, now, number).refused(memo_form=form)


@require_POST
@researching
def done(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """From now on what one coded here stands."""
    chosen = dossier_or_404(member, number, now)
    said(
        request,
        lambda: finish_coding(chosen, by=member, now=now),
        _("You are done with this dossier. What you coded there stands."),
    )
    return back(request, member, number)


def said(request: HttpRequest, deed: Callable[[], object], well: object) -> None:
    try:
        deed()
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, str(well))
