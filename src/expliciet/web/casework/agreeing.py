"""Agreements and expectations at one table, to read: each in the one list it is in."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple, cast
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from ...accounts.models import Organisation
from ...casework.actions.case_numbers import number_of
from ...casework.models import Agreement, Expectation
from ...dossiers.models import Seat
from ..dossiers.entries import Entry, along
from ..dossiers.heard import told_here
from ..dossiers.notes import guests_of
from ..dossiers.parts import Shown
from ..work.ages import age
from .decided import heard_among

KINDS = (Agreement.KIND, Expectation.KIND)
Stands = Agreement.Stands


class Lists(NamedTuple):
    """Where each thing stands; everything open in exactly one of the first six."""

    unanswered: list[Entry]
    """Expected, and no answer yet: those to be answered first."""
    to_accept: list[Entry]
    refused: list[Entry]
    overdue: list[Entry]
    """Running, and the day has passed: longest ago first, whoever's it is (F52)."""
    running: list[Entry]
    to_confirm: list[Entry]
    answered: list[Entry]
    done: list[Entry]
    withdrawn: list[Entry]

    @property
    def open(self) -> Sequence[list[Entry]]:
        return self[:6]

    @property
    def no_agreement_open(self) -> bool:
        return not any(self[1:6])


class OfWhom(NamedTuple):
    """Who expects something of whom and has no yes yet; references, and no totals."""

    asks: Organisation
    of: Organisation
    expected: list[Entry]


def agreed_and_expected(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """Include `casework/_expectations.html` and `casework/_agreements.html`."""
    told = told_here(Q(kind__in=KINDS), seat, now, moment, seats).values()
    lists = lists_of(told, moment or now)
    context = {
        "together": lists,
        "who_of_whom": who_of_whom(lists),
        "our_number": None if moment else number_of(seat, now),
    }
    return Shown(context, sum(each.lines for each in told))


def lists_of(told: Iterable[Entry], moment: datetime) -> Lists:
    """Each thing in the list where somebody who looks for it finds it."""
    found = Lists([], [], [], [], [], [], [], [], [])
    today = timezone.localdate(moment)
    for each in sorted(told, key=lambda one: one.record.recorded_at):
        list_of(each, found, moment, today).append(each)
    found.unanswered.sort(key=lambda one: cast("Expectation", one.said).answer_by)
    for by_day in (found.to_accept, found.overdue, found.running):
        by_day.sort(key=lambda one: cast("Agreement", one.said).due_on or date.max)
    return found


def list_of(each: Entry, lists: Lists, moment: datetime, today: date) -> list[Entry]:
    if each.record.is_withdrawn and each.record.withdrawal.at <= moment:
        return lists.withdrawn
    if each.record.kind == Expectation.KIND:
        answer = cast("Expectation", each.said).answered_by(moment)
        return lists.answered if answer else lists.unanswered
    said = cast("Agreement", each.said)
    stands = said.stands(moment)
    if stands == Stands.RUNNING:
        return lists.overdue if said.is_overdue(today) else lists.running
    return {
        Stands.ASKED: lists.to_accept,
        Stands.REFUSED: lists.refused,
        Stands.CLAIMED: lists.to_confirm,
        Stands.DONE: lists.done,
    }[stands]


def who_of_whom(lists: Lists) -> list[OfWhom]:
    """Unanswered expectations, and what is laid with somebody who did not accept it."""
    found: dict[tuple[str, str], OfWhom] = {}
    for each in (*lists.unanswered, *lists.to_accept):
        asks, of = each.record.organisation, addressee(each)
        if asks.pk != of.pk:
            pair = found.setdefault((asks.name, of.name), OfWhom(asks, of, []))
            pair.expected.append(each)
    return [found[names] for names in sorted(found)]


def addressee(each: Entry) -> Organisation:
    if each.record.kind == Expectation.KIND:
        return cast("Expectation", each.said).of
    return cast("Agreement", each.said).owner_organisation


# --- what an agreement shows ----------------------------------------------------------


@along(Agreement.KIND)
def with_its_course(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """From promised to confirmed, and what this seat may do with it."""
    told = [cast("Agreement", each.said) for each in found]
    heard = heard_among({each.because_of_id for each in told}, seat, moment)
    today = timezone.localdate(moment)
    for entry, said in zip(found, told, strict=True):
        if not entry.is_readable:
            continue
        stands, claim = said.stands(moment), said.claimed_by(moment)
        latest = entry.is_latest and not said.is_withdrawn
        passed = said.is_overdue(today) and stands not in (Stands.DONE, Stands.CLAIMED)
        entry.more = {
            "stands": stands,
            "reply": said.replied_by(moment),
            "claim": claim,
            "confirmation": claim and claim.confirmed_by(moment),
            "not_so_yet": said.not_so_yet(moment),
            "ground": said.because_of if said.because_of_id in heard else None,
            "earlier_days": earlier_days(entry, said),
            "late": age(said.due_on, today) if passed and said.due_on else "",
            "owner_left": bool(
                said.owner and said.owner.left_at and said.owner.left_at <= moment
            ),
            "may_reply": latest and stands == Stands.ASKED and may_reply(said, seat),
            "is_for_a_guest": not is_mine(said, seat),
            "may_claim": latest and stands == Stands.RUNNING and may_claim(said, seat),
            "may_confirm": latest
            and stands == Stands.CLAIMED
            and claim
            and claim.may_be_confirmed_by(seat),
            "may_agree_anew": latest
            and stands != Stands.DONE
            and said.may_be_made_anew_by(seat),
        }


def is_mine(said: Agreement, seat: Seat) -> bool:
    """Asked of this seat; of all of its organisation where a function does it."""
    return said.owner_id == seat.pk if said.owner_id else said.is_of(seat)


def writes_for(said: Agreement, seat: Seat) -> bool:
    """A guest does it, and this seat keeps the record."""
    return bool(seat.records_for_others and said.owner and said.owner.is_guest)


def may_reply(said: Agreement, seat: Seat) -> bool:
    return is_mine(said, seat) or writes_for(said, seat)


def may_claim(said: Agreement, seat: Seat) -> bool:
    return said.is_of(seat) or writes_for(said, seat)


def earlier_days(entry: Entry, said: Agreement) -> list[date]:
    """Other days that were agreed: none is wiped (S33)."""
    before = [cast("Agreement", each.said).due_on for each in entry.earlier]
    return [day for day in dict.fromkeys(before) if day and day != said.due_on]


# --- what an expectation shows --------------------------------------------------------


@along(Expectation.KIND)
def with_its_answer(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """What was answered, how long it waits, and what this seat may do with it."""
    told = [cast("Expectation", each.said) for each in found]
    pointed = {each.because_of_id for each in told}
    pointed |= {each.answer.agreement_id for each in told if hasattr(each, "answer")}
    heard = heard_among(pointed, seat, moment)
    if any(each.about_working_id for each in told):
        seat.dossier.house.unlock()
    speaks_for = answers_for(seat, moment)
    today = timezone.localdate(moment)
    for entry, said in zip(found, told, strict=True):
        if not entry.is_readable:
            continue
        answer = said.answered_by(moment)
        agreed = answer.agreement if answer else None
        latest = entry.is_latest and not said.is_withdrawn
        asked_on = timezone.localdate(said.recorded_at)
        entry.more = {
            "answer": answer,
            "agreement": agreed if agreed and agreed.pk in heard else None,
            "ground": said.because_of if said.because_of_id in heard else None,
            "working": said.about_working,
            "age": "" if answer else age(asked_on, today),
            "is_past": answer is None and said.answer_by < today,
            "may_answer": latest and answer is None and said.of_id in speaks_for,
            "is_for_a_guest": said.of_id != seat.organisation_id,
        }


def answers_for(seat: Seat, moment: datetime) -> set[UUID]:
    """One's own organisation; and, for whoever keeps the record, those of guests."""
    guests = guests_of(seat, moment).order_by().values_list("organisation", flat=True)
    return {seat.organisation_id, *guests}
