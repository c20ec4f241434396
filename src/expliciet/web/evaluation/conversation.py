"""One group conversation: the guide, who agreed, and what was said, with its codes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ...audit.actions import Action
from ...evaluation.actions.conversations import (
    code_line,
    keep_consent,
    take_out_lines,
    uncode_line,
)
from ...evaluation.models import Coding, Conversation, ConversationLine, StudyMember
from ...evaluation.reading.codebook import nested
from ..reading import show
from .addresses_finding import to
from .coding_forms import LineForm, standing
from .conversations import conversation_or_404
from .marked import Mark, numbered, underlined
from .studying import researching
from .typed import whole


@researching
def conversation(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """What is asked, who agreed, and line by line what was said."""
    return shown(request, member, conversation_or_404(member, number), now)


def shown(
    request: HttpRequest,
    member: StudyMember,
    conversation: Conversation,
    now: datetime,
    wrong: ValidationError | None = None,
    form: LineForm | None = None,
) -> HttpResponse:
    """The page; with what was wrong with what was sent."""
    lines = list(conversation.lines.all())
    asked = {"number": request.GET.get("regel", "")}
    form = form or coding_form(member, lines, initial=asked)
    return show(
        request,
        "evaluation/conversation.html",
        {
            "study": member.study,
            "member": member,
            "conversation": conversation,
            "participants": list(conversation.participants.all()),
            "lines": marked(lines, conversation, member),
            "codes": form.placed,
            "form": form,
            "wrong": wrong.messages if wrong else [],
            "today": timezone.localdate(now),
        },
        action=Action.CONVERSATION_READ,
        by=member,
        about=conversation,
        count=len(lines) or 1,
        status=422 if wrong or form.is_bound else 200,
    )


class Spoken(NamedTuple):
    """One line of a conversation, and what was coded in it."""

    line: ConversationLine
    marks: list[Mark]

    @property
    def passage(self) -> SafeString:
        return underlined(self.line.words or "", self.marks)


def marked(
    lines: Iterable[ConversationLine], conversation: Conversation, member: StudyMember
) -> list[Spoken]:
    """Each with what this researcher may see of what was coded in it."""
    codings: dict[UUID | None, list[Coding]] = defaultdict(list)
    for each in (
        Coding.objects.visible_to(member)
        .standing()
        .filter(line__conversation=conversation)
        .select_related("code")
        .order_by("begins", "ends", "at", "id")
    ):
        codings[each.line_id].append(each)
    return [
        Spoken(each, numbered(each.words or "", codings[each.pk], member))
        for each in lines
    ]


def coding_form(
    member: StudyMember, lines: Iterable[ConversationLine], *args: Any, **kwargs: Any
) -> LineForm:
    numbered = {each.number: each for each in lines}
    codes = standing(nested(member.study.codes.all()))
    return LineForm(*args, texts=numbered, codes=codes, **kwargs)


@require_POST
@researching
def consent(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Somebody agreed on a day, or takes it back."""
    conversation = conversation_or_404(member, number)
    which = request.POST.get("participant", "")
    found = next(
        (one for one in conversation.participants.all() if str(one.pk) == which), None
    )
    if found is None:
        raise Http404
    back = "back" in request.POST
    try:
        day = None if back else day_of(request.POST.get("agreed_on", ""))
        keep_consent(found, day, by=member, now=now)
    except ValidationError as wrong:
        return shown(request, member, conversation, now, wrong)
    messages.success(
        request,
        _("Taken back. Look below which lines are taken out.")
        if back
        else _("Noted that they agreed."),
    )
    return to("conversation", member.study, number, part="wie")


def day_of(typed: str) -> date:
    try:
        day = parse_date(typed)
    except ValueError:
        day = None
    if day is None:
        raise ValidationError(_("Say on which day they agreed."))
    return day


@require_POST
@researching
def take_out(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """What somebody said who took their word back."""
    conversation = conversation_or_404(member, number)
    chosen = [whole(each) for each in request.POST.getlist("line")]
    try:
        take_out_lines(conversation, chosen, by=member, now=now)
    except ValidationError as wrong:
        return shown(request, member, conversation, now, wrong)
    messages.success(request, _("Taken out, with the codes on it."))
    return to("conversation", member.study, number, part="gezegd")


@require_POST
@researching
def code(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Words of one line under a code; or a code of one's own off it."""
    conversation = conversation_or_404(member, number)
    if off := request.POST.get("off"):
        return uncoded(request, member, conversation, off, now)
    lines = conversation.lines.all()
    form = coding_form(member, lines, request.POST, instance=Coding())
    form.request = request
    if not form.carries_out(
        lambda: code_line(
            form.instance,
            form.cleaned_data["words"],
            form.cleaned_data["near"],
            by=member,
            now=now,
        )
    ):
        return shown(request, member, conversation, now, form=form)
    messages.success(request, _("Coded. It stands with the line."))
    place = f"regel-{form.cleaned_data['number']}"
    return to("conversation", member.study, number, part=place)


def uncoded(
    request: HttpRequest,
    member: StudyMember,
    conversation: Conversation,
    which: str,
    now: datetime,
) -> HttpResponse:
    mine = (
        Coding.objects.filter(
            line__conversation=conversation, pk__in=[uuid_or_none(which)]
        )
        .select_related("line")
        .first()
    )
    if mine is None or mine.line is None:
        raise Http404
    try:
        uncode_line(mine, by=member, now=now)
    except ValidationError as wrong:
        return shown(request, member, conversation, now, wrong)
    place = f"regel-{mine.line.number}"
    return to("conversation", member.study, conversation.number, part=place)


def uuid_or_none(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
