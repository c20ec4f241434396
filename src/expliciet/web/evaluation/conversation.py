"""One group conversation: the guide, who agreed, and what was said, with its codes."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ...audit.actions import Action
from ...evaluation.actions.conversations import (
    code_line,
    keep_consent,
    take_out_lines,
    uncode_line,
)
from ...evaluation.models import Code, Coding, Conversation, StudyMember
from ..reading import show
from .addresses_finding import to
from .conversations import conversation_or_404
from .studying import researching


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
    typed: str = "",
    opened: int | None = None,
    chosen: Code | None = None,
) -> HttpResponse:
    """The page; with the line that is being coded open, and what was wrong with it."""
    lines = list(conversation.lines.all())
    codings: dict[UUID, list[Coding]] = {}
    for each in (
        Coding.objects.visible_to(member)
        .standing()
        .filter(line__conversation=conversation)
        .select_related("code", "coder", "line")
    ):
        each.is_mine = each.coder_id == member.pk  # type: ignore[attr-defined]
        codings.setdefault(each.line_id, []).append(each)  # type: ignore[arg-type]
    for line in lines:
        line.codings_here = codings.get(line.pk, [])  # type: ignore[attr-defined]
    asked = request.GET.get("regel", "")
    return show(
        request,
        "evaluation/conversation.html",
        {
            "study": member.study,
            "member": member,
            "conversation": conversation,
            "participants": list(conversation.participants.all()),
            "lines": lines,
            "codes": list(member.study.codes.filter(ended_at=None)),
            "opened": opened or (int(asked) if asked.isdecimal() else None),
            "wrong": wrong.messages if wrong else [],
            "typed": typed,
            "chosen": chosen,
            "today": timezone.localdate(now),
        },
        action=Action.CONVERSATION_READ,
        by=member,
        about=conversation,
        count=len(lines) or 1,
        status=422 if wrong else 200,
    )


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
    chosen = [int(each) for each in request.POST.getlist("line") if each.isdecimal()]
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
    asked = request.POST.get("line", "")
    line = conversation.lines.filter(
        number=int(asked) if asked.isdecimal() else 0
    ).first()
    if line is None:
        raise Http404
    typed, chosen = request.POST.get("words", ""), code_of(request, member)
    try:
        if off := request.POST.get("off"):
            mine = Coding.objects.filter(line=line, pk__in=[uuid_or_none(off)]).first()
            if mine is None:
                raise Http404
            uncode_line(mine, by=member, now=now)
        else:
            code_line(Coding(line=line, code=said(chosen)), typed, by=member, now=now)
    except ValidationError as wrong:
        return shown(
            request, member, conversation, now, wrong, typed, line.number, chosen
        )
    return to("conversation", member.study, number, part=f"regel-{line.number}")


def code_of(request: HttpRequest, member: StudyMember) -> Code | None:
    return member.study.codes.filter(
        pk__in=[uuid_or_none(request.POST.get("code", ""))], ended_at=None
    ).first()


def said(chosen: Code | None) -> Code:
    if chosen is None:
        raise ValidationError(_("Choose a code."))
    return chosen


def uuid_or_none(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
