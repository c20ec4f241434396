"""Asking a guest one thing by a link and a code, and taking the answer."""

import secrets
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.notes import record_note
from ...dossiers.actions.recording import one_at_a_time
from ...dossiers.models import Circle, Note, Record, Seat
from ...vault.keyring import unlock
from ..models import Agreement, Answer, Expectation, GuestQuestion, Reply
from ..models.guest_question import code_hash, hashed
from .agreements import reply
from .expectations import answer_expectation, may_answer_for

FIGURES = 8


class Halves(NamedTuple):
    """The two halves of a question: one by a link, one by telephone; shown once."""

    question: GuestQuestion
    word: str
    code: str


@transaction.atomic
def ask_guest(about: Record, guest: Seat, *, by: Seat, now: datetime) -> Halves:
    """A link and a code for one question; an earlier link for the same one ends.

    Whoever chairs or keeps the record may, about what they hear and the guest hears.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(
        may_answer_for(by, guest, now)
        and Record.objects.visible_to(by, now).filter(pk=about.pk).exists(),
        "guest.ask",
    )
    if not can_be_asked(about, guest):
        raise ValidationError(_("This guest cannot be asked this, or answered it."))
    earlier = GuestQuestion.objects.unanswered().filter(about=about, guest=guest)
    for each in earlier:
        end_link(each, by=by, now=now)
    days = by.dossier.house.rule("guest-link-days", timezone.localdate(now))
    word = secrets.token_urlsafe(32)
    code = "".join(secrets.choice("0123456789") for _figure in range(FIGURES))
    question = GuestQuestion(
        about=about,
        guest=guest,
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=days),
        link_hash=hashed(word),
        code_hash=code_hash(word, code),
    )
    question.full_clean()
    question.save(force_insert=True)
    trail.record(Action.GUEST_ASKED, by=by, about=question, on_behalf_of=guest.id)
    return Halves(question, word, code)


@transaction.atomic
def ask_sentence(
    sentence: Note, guest: Seat, *, by: Seat, circle: Circle, now: datetime
) -> Halves:
    """One sentence of one's own to a guest: said at the table first, then asked."""
    require(may_answer_for(by, guest, now), "guest.ask")
    if not circle.holds(guest.organisation_id):
        raise ValidationError(
            {
                "hears": _(
                    "The guest does not hear this themselves. Choose a circle with "
                    "their organisation in it."
                )
            }
        )
    record_note(sentence, by=by, circle=circle, now=now)
    return ask_guest(sentence, guest, by=by, now=sentence.recorded_at)


@transaction.atomic
def end_link(question: GuestQuestion, *, by: Seat, now: datetime) -> GuestQuestion:
    """From now on the link opens nothing; whoever may make one may end it."""
    require(
        by.records_for_others
        and by.is_active(now)
        and GuestQuestion.objects.visible_to(by, now).filter(pk=question.pk).exists(),
        "guest.end",
    )
    waiting = GuestQuestion.objects.unanswered().filter(pk=question.pk)
    if not waiting.update(ended_at=now, ended_by=by):
        raise ValidationError(_("This was answered or ended already."))
    question.refresh_from_db()
    trail.record(
        Action.GUEST_LINK_ENDED, by=by, about=question, on_behalf_of=question.guest_id
    )
    return question


@transaction.atomic
def try_code(word: str, code: str, *, now: datetime) -> GuestQuestion | None:
    """The question behind a link, for whoever has its code too; None for all else.

    Every try is counted before it is looked at, so that many at once do not try more.
    The same questions are asked of the database whether the link was ever there or not.
    """
    living = GuestQuestion.objects.open(now).of_link(word)
    counted = living.update(tries=F("tries") + 1)
    question = (
        GuestQuestion.objects.of_link(word)
        .select_related("guest", "made_by", "about__dossier__house", "about__circle")
        .first()
    )
    fits = (question or NEVER_MADE).fits(word, as_figures(code))
    if question is None or not fits or not counted:
        trail.record(Action.REFUSED, about=question, allowed=False, rule="guest.code")
        return None
    question.tries, question.opened_at = question.tries - 1, question.opened_at or now
    question.save(update_fields=["tries", "opened_at"])
    return question


NEVER_MADE = GuestQuestion(code_hash="0" * 64)
"""What a link that was never made is compared with: nothing fits it."""


def open_for_guest(question: GuestQuestion) -> Record:
    """Let this request open the one thing that is asked, and not a row more."""
    about = question.about
    unlock(about.dossier_id, [str(about.circle_id)], [about.pk])
    kind = {each.KIND: each for each in (Agreement, Expectation, Note)}[about.kind]
    found: Record = (
        kind.objects.filter(pk=about.pk)
        .select_related("dossier__house", "circle", "organisation")
        .get()
    )
    return found


@transaction.atomic
def answer_by_guest(
    question: GuestQuestion,
    said: Answer | Reply | Note,
    agreement: Agreement | None = None,
    *,
    now: datetime,
) -> GuestQuestion:
    """What the guest said, once, through the same deed as when it is written down.

    It stands in the name of the guest; whoever made the link vouches for it.
    """
    by, guest = question.made_by, question.guest
    now = one_at_a_time(by.dossier, now=now)
    if not question.lives(now):
        raise ValidationError(_("This link opens nothing any more."), code="over")
    about = open_for_guest(question)
    mine = [each.id for each in (said, agreement) if each is not None]
    unlock(about.dossier_id, [str(about.circle_id)], mine)
    how: Any = {"by": by, "now": now, "on_behalf_of": guest}
    if isinstance(about, Expectation) and isinstance(said, Answer):
        said.expectation = about
        answer_expectation(said, agreement, **how)
        if agreement is not None:
            reply(Reply(agreement=agreement, says=Reply.Says.YES), **how)
    elif isinstance(about, Agreement) and isinstance(said, Reply):
        said.agreement = about
        reply(said, **how)
    elif isinstance(about, Note) and isinstance(said, Note):
        record_note(said, circle=about.circle, **how)
        question.answer = said
    else:
        raise TypeError(f"no such answer to {about.kind}")
    question.answered_at = now
    question.save(update_fields=["answered_at", "answer"])
    trail.record(Action.GUEST_ANSWERED, by=guest, about=question)
    return question


def can_be_asked(about: Record, guest: Seat) -> bool:
    """Of this organisation, by whoever sits as a guest, and not answered yet."""
    if about.is_superseded or about.is_withdrawn:
        return False
    if not about.circle.holds(guest.organisation_id):
        return False
    if about.kind == Expectation.KIND:
        return Expectation.objects.filter(
            pk=about.pk, of=guest.organisation_id, answer=None
        ).exists()
    if about.kind == Agreement.KIND:
        return Agreement.objects.filter(
            pk=about.pk, owner_organisation=guest.organisation_id, reply=None
        ).exists()
    asked = GuestQuestion.objects.filter(about=about)
    return about.kind == Note.KIND and not asked.exclude(answered_at=None).exists()


def as_figures(code: str) -> str:
    """Spaces and dashes aside."""
    return "".join(sign for sign in code if sign.isdigit())


def in_pairs(code: str) -> str:
    """As one reads it out by telephone."""
    return " ".join(code[start : start + 2] for start in range(0, len(code), 2))
