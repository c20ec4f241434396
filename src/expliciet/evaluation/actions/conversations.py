"""A group conversation: planned, agreed to, written down, coded (F65)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import Refused, require
from ...audit import trail
from ...audit.actions import Action
from ..models import (
    Code,
    Coding,
    Conversation,
    ConversationLine,
    Evidence,
    Participant,
    StudyMember,
)
from ..reading.places import find
from .numbering import next_number

LONGEST_ROLE = 80


class Said(NamedTuple):
    """One thing that was said, by a role or a number and never by a name."""

    speaker: str
    words: str
    seconds: int | None = None


@transaction.atomic
def plan_conversation(
    conversation: Conversation,
    roles: Iterable[str],
    *,
    by: StudyMember,
    now: datetime,
) -> Conversation:
    """Which day, what about, with whom by role, and what people are told."""
    require(by.researches(now), "study.plan_conversation")
    conversation.study, conversation.made_by, conversation.made_at = by.study, by, now
    conversation.number = next_number(Conversation, by.study_id)
    named = named_roles(roles)
    conversation.full_clean()
    conversation.save(force_insert=True)
    for role in named:
        take_in(conversation, role)
    trail.record(Action.CONVERSATION_PLANNED, by=by, about=conversation)
    return conversation


@transaction.atomic
def change_conversation(
    conversation: Conversation,
    roles: Iterable[str],
    *,
    read: str,
    by: StudyMember,
    now: datetime,
) -> Conversation:
    """Another day, guide or company. What people agreed to does not change."""
    before = held(conversation, by, now, "study.change_conversation")
    before.require_read(read)
    there = list(before.participants.all())
    agreed = [each for each in there if each.agreed_on]
    if agreed and (before.consent or "") != (conversation.consent or ""):
        raise ValidationError(
            {"consent": _("Somebody agreed to this text already. It stays as it is.")}
        )
    wanted = Counter(named_roles(roles))
    for each in sorted(there, key=lambda one: one.agreed_on is None):
        if wanted[each.function or ""]:
            wanted[each.function or ""] -= 1
        elif each.agreed_on:
            raise ValidationError(
                {"roles": _("Who agreed to take part stays in this list.")}
            )
        else:
            each.delete()
    conversation.full_clean()
    conversation.save()
    for role in wanted.elements():
        take_in(conversation, role)
    trail.record(Action.CONVERSATION_CHANGED, by=by, about=conversation)
    return conversation


@transaction.atomic
def keep_consent(
    participant: Participant,
    agreed_on: date | None,
    *,
    by: StudyMember,
    now: datetime,
) -> Participant:
    """On which day somebody agreed; without a day they take it back, at any moment."""
    held(participant.conversation, by, now, "study.keep_consent")
    if agreed_on and agreed_on > timezone.localdate(now):
        raise ValidationError({"agreed_on": _("Choose a day that has come.")})
    participant.agreed_on = agreed_on
    participant.save(update_fields=["agreed_on"])
    trail.record(Action.CONVERSATION_CHANGED, by=by, about=participant)
    return participant


@transaction.atomic
def enter_lines(
    conversation: Conversation, said: Sequence[Said], *, by: StudyMember, now: datetime
) -> list[ConversationLine]:
    """Write down what was said; nothing before everybody who took part agreed."""
    conversation = held(conversation, by, now, "study.enter_conversation")
    if not conversation.all_agreed:
        raise ValidationError(
            _("Not everybody agreed yet. Nothing is written down before that.")
        )
    if not said:
        raise ValidationError({"text": _("Write or paste what was said.")})
    there = list(conversation.lines.order_by("-number")[: len(said)])[::-1]
    if [(each.speaker or "", each.words or "") for each in there] == [
        (each.speaker[:LONGEST_ROLE], each.words) for each in said
    ]:
        raise ValidationError(
            {"text": _("These lines stand at the end already: nothing was added.")}
        )
    lines = [
        ConversationLine(
            conversation=conversation,
            number=number,
            seconds=each.seconds,
            speaker=each.speaker[:LONGEST_ROLE],
            words=each.words,
            entered_by=by.user,
        )
        for number, each in enumerate(said, start=there[-1].number + 1 if there else 1)
    ]
    for line in lines:
        line.full_clean(exclude=["seconds"], validate_unique=False)
    ConversationLine.objects.bulk_create(lines)
    trail.record(
        Action.CONVERSATION_ENTERED, by=by, about=conversation, count=len(lines)
    )
    return lines


@transaction.atomic
def take_out_lines(
    conversation: Conversation,
    numbers: Iterable[int],
    *,
    by: StudyMember,
    now: datetime,
) -> int:
    """What somebody said is gone, with its codes and what was laid under findings by
    it; the findings stand."""
    conversation = held(conversation, by, now, "study.enter_conversation")
    lines = conversation.lines.filter(number__in=list(numbers)).order_by()
    codings = Coding.objects.filter(line__in=lines.values("pk")).order_by()
    gone = lines.count()
    if not gone:
        raise ValidationError(_("Choose the lines that are taken out."))
    Evidence.objects.filter(coding__in=codings.values("pk")).order_by().delete()
    Coding.objects.filter(pk__in=list(codings.values_list("pk", flat=True))).delete()
    lines.delete()
    trail.record(Action.CONVERSATION_CHANGED, by=by, about=conversation, count=gone)
    return gone


@transaction.atomic
def code_line(
    coding: Coding,
    words: str,
    near: int | None = None,
    *,
    by: StudyMember,
    now: datetime,
) -> Coding:
    """These words of a line under a code; the whole line where none are given."""
    line = coding.line
    if line is None:
        raise Refused("study.code")
    held(line.conversation, by, now, "study.code")
    require(coding.code.study_id == by.study_id, "study.code")
    if Code.objects.filter(pk=coding.code_id, ended_at__isnull=False).exists():
        raise ValidationError({"code": _("This code has ended. Choose another.")})
    said = line.words or ""
    coding.coder, coding.at = by, now
    coding.begins, coding.ends = (
        find(said, words, near) if words.strip() else (0, len(said))
    )
    alike = Coding.objects.standing().filter(
        line=line,
        code=coding.code,
        coder=by,
        begins=coding.begins,
        ends=coding.ends,
    )
    if alike.exists():
        raise ValidationError(_("You coded these words so already."))
    coding.full_clean()
    coding.save(force_insert=True)
    trail.record(Action.PASSAGE_CODED, by=by, about=coding)
    return coding


@transaction.atomic
def uncode_line(coding: Coding, *, by: StudyMember, now: datetime) -> Coding:
    """Take a code of one's own off a line, where no finding rests on it."""
    coding = Coding.objects.select_for_update(of=["self"]).get(pk=coding.pk)
    require(
        by.researches(now) and coding.coder_id == by.pk and coding.line_id is not None,
        "study.code",
    )
    if coding.evidence.exists():
        raise ValidationError(
            _("A finding rests on this passage. Take it off the finding first.")
        )
    if coding.taken_off_at is None:
        coding.taken_off_at = now
        coding.save(update_fields=["taken_off_at"])
        trail.record(Action.PASSAGE_UNCODED, by=by, about=coding)
    return coding


def held(
    conversation: Conversation, by: StudyMember, now: datetime, deed: str
) -> Conversation:
    """By a researcher of this study; as it stands in the database, and locked."""
    require(by.researches(now) and conversation.study_id == by.study_id, deed)
    return Conversation.objects.select_for_update().get(pk=conversation.pk)


def named_roles(roles: Iterable[str]) -> list[str]:
    """As they were typed, one a line; the same role twice is two people."""
    named = [told for each in roles if (told := " ".join(each.split()))]
    if not named:
        raise ValidationError(
            {"roles": _("Say who takes part, by their role: one on each line.")}
        )
    if any(len(each) > LONGEST_ROLE for each in named):
        raise ValidationError({"roles": _("Keep each line under 80 characters.")})
    return named


def take_in(conversation: Conversation, role: str) -> None:
    participant = Participant(conversation=conversation, function=role)
    participant.full_clean()
    participant.save(force_insert=True)
