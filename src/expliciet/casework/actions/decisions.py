"""Deciding, advising, having acted, and parking an idea."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat
from ...vault.keyring import unlock
from ..models import (
    Act,
    Advice,
    Consideration,
    Decider,
    Decision,
    Idea,
    Option,
    Reached,
    Statement,
)
from ..models.decision import Part
from .resting import rest

Grounds = Mapping[UUID, Iterable[Statement]]
"""The statements on which each consideration rests, by its id."""


@transaction.atomic
def record_decision(
    decision: Decision,
    *,
    options: Sequence[Option] = (),
    considerations: Sequence[Consideration] = (),
    deciders: Sequence[Seat] = (),
    reached: Sequence[Reached] = (),
    statements: Iterable[Statement] = (),
    grounds: Grounds | None = None,
    by: Seat,
    circle: Circle,
    now: datetime,
) -> Decision:
    """What the table decided, with what it rests on (N5, S25).

    Whoever chairs or keeps the record writes it. Not procedural: at least two options,
    one chosen, and each other one with why it was dropped. Without the quorum of the
    house it is marked provisional; outside a meeting always, and it says who was
    reached.
    """
    require(by.records_for_others, "decision.record")
    now = one_at_a_time(by.dossier, now=now)
    look_at_options(decision, options)
    look_at_deciders(deciders, by, now)
    look_at_hearers(deciders, circle)
    decision.is_provisional = is_provisional(decision, deciders, reached, by, now)
    say(decision, by=by, circle=circle, action=Action.DECISION_RECORDED, now=now)
    rest(decision, statements, by=by, now=now)
    add_all(decision, options, considerations, reached, deciders)
    for each in considerations:
        rest(each, (grounds or {}).get(each.pk, ()), by=by, now=now)
    return decision


@transaction.atomic
def correct_decision(
    decision: Decision,
    old: Decision,
    *,
    options: Sequence[Option] = (),
    considerations: Sequence[Consideration] = (),
    deciders: Sequence[Seat] = (),
    reached: Sequence[Reached] = (),
    statements: Iterable[Statement] = (),
    grounds: Grounds | None = None,
    by: Seat,
    now: datetime,
) -> Decision:
    """The whole decision anew, in the place of the old one (S27).

    So a provisional decision is confirmed too: with the quorum, and with why. Whoever
    decides along hears it, also where they did not hear the first.
    """
    require(by.records_for_others, "decision.record")
    now = one_at_a_time(by.dossier, now=now)
    look_at_options(decision, options)
    look_at_deciders(deciders, by, now)
    decision.is_provisional = is_provisional(decision, deciders, reached, by, now)
    correct(decision, old, by=by, circle=wide_enough(old, deciders), now=now)
    rest(decision, statements, by=by, now=now)
    add_all(decision, options, considerations, reached, deciders)
    for each in considerations:
        rest(each, (grounds or {}).get(each.pk, ()), by=by, now=now)
    return decision


def is_provisional(
    decision: Decision,
    deciders: Sequence[Seat],
    reached: Sequence[Reached],
    by: Seat,
    now: datetime,
) -> bool:
    """Always outside a meeting, and wherever the quorum lacks somebody (S24, N29)."""
    if decision.where != Decision.Where.OUTSIDE:
        return bool(lacking_for_quorum(deciders, by, now))
    if not reached:
        raise ValidationError(
            _("Say who was reached, how, and what they said."), code="reached"
        )
    return True


def lacking_for_quorum(deciders: Iterable[Seat], by: Seat, now: datetime) -> list[str]:
    """The functions that the house asks for and that did not decide along (S24)."""
    asked = by.dossier.house.rule("quorum", timezone.localdate(now))
    there = {seat.organisation.function for seat in deciders}
    return [function for function in asked if function not in there]


def look_at_options(decision: Decision, options: Sequence[Option]) -> None:
    if decision.is_procedural:
        return
    chosen = [option for option in options if option.is_chosen]
    if len(options) < 2 or len(chosen) != 1:
        raise ValidationError(
            _(
                "Name at least two options, mark the one that was chosen, and say of "
                "the others why not. Was there really nothing to choose? Mark it as "
                "only about how we work."
            ),
            code="options",
        )


def look_at_deciders(deciders: Sequence[Seat], by: Seat, now: datetime) -> None:
    if not deciders:
        raise ValidationError(_("Say who decided."), code="deciders")
    seated = set(
        Seat.objects.filter(dossier=by.dossier_id)
        .taken(now)
        .values_list("pk", flat=True)
    )
    if any(seat.pk not in seated for seat in deciders):
        raise ValidationError(
            _("Only who sits at this table now decides along."), code="deciders"
        )


def look_at_hearers(deciders: Sequence[Seat], circle: Circle) -> None:
    hearing = circle.member_ids()
    if any(seat.organisation_id not in hearing for seat in deciders):
        raise ValidationError(
            {
                "hears": _(
                    "Somebody who decides along would not hear the decision. Choose a "
                    "circle with all of their organisations in it."
                )
            }
        )


def wide_enough(old: Decision, deciders: Sequence[Seat]) -> Circle:
    """The circle of the old decision, with whoever decides along in it."""
    hearing = old.circle.member_ids()
    wanted = hearing | {seat.organisation_id for seat in deciders}
    if wanted == hearing:
        return old.circle
    kind = old.circle.kind
    kind = kind if kind == Circle.Kind.TABLE else Circle.Kind.NAMED
    circle = Circle.objects.of(old.dossier, kind, wanted)
    unlock(old.dossier_id, [str(circle.pk)])
    return circle


def add_all(
    decision: Decision,
    options: Sequence[Option],
    considerations: Sequence[Consideration],
    reached: Sequence[Reached],
    deciders: Sequence[Seat],
) -> None:
    for order, option in enumerate(options, 1):
        option.order = order
    for parts in (options, considerations, reached):
        add(parts, decision)
    add([Decider(seat=seat, mandate=seat.mandate) for seat in deciders], decision)


def add(parts: Sequence[Part], decision: Decision) -> None:
    for part in parts:
        part.decision = decision
        part.full_clean()
        part.save(force_insert=True)


@transaction.atomic
def answer_advice(advice: Advice, *, by: Seat, now: datetime) -> Advice:
    """Record what the other body answered; until then it was advice only (S26)."""
    require(
        by.records_for_others
        and Record.objects.visible_to(by, now).filter(pk=advice.answers_to_id).exists(),
        "advice.answer",
    )
    if not advice.answers_to.is_advice:
        raise ValidationError(_("This decision was not an advice to another body."))
    if advice.answers_to.is_withdrawn:
        raise ValidationError(_("This advice was withdrawn, so nobody answers it."))
    return say(
        advice,
        by=by,
        circle=advice.answers_to.circle,
        action=Action.ADVICE_ANSWERED,
        now=now,
    )


def record_act(act: Act, *, by: Seat, circle: Circle, now: datetime) -> Act:
    """What one's own organisation did already, on its own power.

    Reasons may follow, within the term of the house (S24).
    """
    if act.why_by and not act.why:
        today = timezone.localdate(now)
        days = by.dossier.house.rule("act-reasons-days", today)
        last = today + timedelta(days=days)
        if not today < act.why_by <= last:
            raise ValidationError(
                {
                    "why_by": _(
                        "In this house reasons follow within %(days)d days; choose a "
                        "day after today."
                    )
                    % {"days": days}
                }
            )
    return say(act, by=by, circle=circle, action=Action.ACT_RECORDED, now=now)


def park_idea(idea: Idea, *, by: Seat, circle: Circle, now: datetime) -> Idea:
    """An option nobody tried yet."""
    return say(idea, by=by, circle=circle, action=Action.IDEA_PARKED, now=now)
