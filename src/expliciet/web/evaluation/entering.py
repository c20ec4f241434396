"""Writing down what was said in a conversation, looked over for names first (F65)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...audit.actions import Action
from ...evaluation.actions.conversations import enter_lines
from ...evaluation.heard import as_text, said_in
from ...evaluation.masking.by_hand import by_hand, wrong_with
from ...evaluation.masking.masking import Masked
from ...evaluation.masking.name_check import look
from ...evaluation.models import Conversation, StudyMember
from ...evaluation.not_taken import NotTaken
from ...evaluation.transcripts import read
from ..forms import begin
from ..reading import show
from ..templatetags.words import spoken
from ..upload import TooLarge
from .addresses_finding import first_house, to
from .conversation_forms import EntryForm
from .conversations import conversation_or_404
from .studying import researching


class Doubt(NamedTuple):
    """Words that look like a name, why, and what they are to be shown as."""

    words: str
    why: str
    shown_as: str = ""
    wrong: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def enter(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Typed, pasted or a file; whatever looks like a name is asked about first, and
    nothing that was typed goes lost over it."""
    study, conversation = member.study, conversation_or_404(member, number)
    form = begin(
        request,
        EntryForm,
        house=first_house(study),
        about=study.pk,
        name=f"evaluation:conversation-enter/{number}",
    )
    doubts: list[Doubt] = []
    left = request.POST.getlist("left")
    if request.method == "POST" and form.is_valid():
        text, doubts, left = looked_over(request, form)
        form = with_text(form, text)
        if not doubts and form.is_valid():
            said = said_in(text, roles_of(conversation))
            if form.carries_out(enter_lines, conversation, said, by=member, now=now):
                messages.success(request, _("Written down. Now it can be coded."))
                return to("conversation", study, number, part="gezegd")
    return show(
        request,
        "evaluation/conversation_enter.html",
        {
            "study": study,
            "member": member,
            "conversation": conversation,
            "form": form,
            "doubts": doubts,
            "left": left,
        },
        action=Action.CONVERSATION_READ,
        by=member,
        about=conversation,
        status=422 if form.is_bound else 200,
    )


def looked_over(
    request: HttpRequest, form: EntryForm
) -> tuple[str, list[Doubt], list[str]]:
    """The text with what was chosen masked, what still has to be looked at, and what
    was left as it is."""
    text = text_of(form)
    found, shown = (request.POST.getlist(each) for each in ("found", "shown_as"))
    answered = dict(zip(found, (each.strip() for each in shown), strict=False))
    wrong = [
        Doubt(words, "", label, spoken(lacking))
        for words, label in answered.items()
        if label and (lacking := wrong_with(words, label))
    ]
    left = {words for words, label in answered.items() if not label}
    left |= set(request.POST.getlist("left"))
    if wrong:
        return text, wrong, sorted(left)
    masks = {words: label for words, label in answered.items() if label}
    if masks:
        text = by_hand([text], masks)[0].text
    doubts = list(doubts_in(text, left | set(masks.values())))
    return text, doubts, sorted(left)


def doubts_in(text: str, left: Iterable[str]) -> Iterable[Doubt]:
    """Each once, however often it stands there."""
    known = set(left)
    for each in look(Masked(text, ())):
        if each.words not in known:
            known.add(each.words)
            yield Doubt(each.words, spoken(each.why))


def text_of(form: EntryForm) -> str:
    """What was typed; behind it what stands in the file, as lines to be looked at."""
    text: str = form.cleaned_data.get("text") or ""
    file = form.cleaned_data.get("file")
    if not file:
        return text
    if isinstance(file, TooLarge):
        form.add_error("file", _("This file is too large. Choose a smaller one."))
        return text
    try:
        lines = read(file.name, file.read())
    except NotTaken as refused:
        form.add_error("file", spoken(refused.why))
        return text
    return "\n".join(each for each in (text.rstrip(), as_text(lines)) if each)


def with_text(form: EntryForm, text: str) -> EntryForm:
    """The same form, with what the file held in the place where one types."""
    fresh = type(form)({"text": text})
    fresh.request, fresh.draft, fresh.draft_name = (
        form.request,
        form.draft,
        form.draft_name,
    )
    fresh.dossier, fresh.about = form.dossier, form.about
    fresh.is_valid()
    for complaint in form.errors.get("file", []):
        fresh.add_error("file", complaint)
    return fresh


def roles_of(conversation: Conversation) -> list[str]:
    return [each.function or "" for each in conversation.participants.all()]
