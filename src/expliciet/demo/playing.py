"""Doing what a story tells, deed by deed, through the actions."""

from collections.abc import Iterable
from datetime import datetime
from functools import singledispatch

from django.utils import timezone

from ..dossiers.actions.attachments import add_attachment
from ..dossiers.actions.holds import put_hold
from ..dossiers.actions.links import link_dossiers, show_elsewhere
from ..dossiers.actions.notes import record_note
from ..dossiers.actions.opening_dossiers import change_heading, open_dossier
from ..dossiers.actions.openings import state_purpose
from ..dossiers.actions.persons import record_person
from ..dossiers.actions.recording import correct
from ..dossiers.actions.seats import end_seat, hand_over, invite
from ..dossiers.actions.withdrawing import pass_on, withdraw
from ..dossiers.models import (
    Attachment,
    HandOver,
    Heading,
    Hold,
    Link,
    Note,
    Opening,
    Person,
    Seat,
)
from ..vault.keyring import keyring
from .deeds import (
    Changes,
    Corrects,
    Deed,
    Describes,
    Elsewhere,
    Files,
    Guest,
    HandsOver,
    Holds,
    Invites,
    Leaves,
    Links,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
    Withdraws,
)
from .paper import file_of
from .partners import Colleague
from .stage import Stage
from .weeks import born

USUAL = "nieuwe informatie vastleggen"
"""Why somebody opens a dossier who has something to say."""


def play_all(stories: Iterable[Story], stage: Stage) -> int:
    """Every deed of every story, in the order of the days; how many there were."""
    told = [
        (stage.calendar.moment(deed.when), story, deed)
        for story in stories
        for deed in story.deeds
    ]
    told.sort(key=lambda each: each[0])
    for moment, story, deed in told:
        if not isinstance(deed, Opens | Holds | Reads | Elsewhere):
            come_in(deed.by, story, stage, moment)
        play(deed, story, stage, moment)
    return len(told)


def come_in(who: Colleague, story: Story, stage: Stage, now: datetime) -> None:
    """Nobody writes in a dossier without having opened it that day, for a purpose."""
    seat = stage.seat(story, who)
    if not seat.openings.on(timezone.localdate(now)).exists():
        state_purpose(Opening(purpose=USUAL), by=seat, now=now)
    seat.visit(now)


@singledispatch
def play(deed: Deed, story: Story, stage: Stage, now: datetime) -> None:
    """Do one deed, as the one who does it, at its moment."""
    raise TypeError(f"nobody knows how to do {type(deed).__name__}")


@play.register
def _(deed: Opens, story: Story, stage: Stage, now: datetime) -> None:
    day = stage.calendar.day
    heading = Heading(
        working_name=story.name,
        phase=deed.phase,
        regime=deed.regime,
        controller=stage.partner(deed.controller),
        review_on=day(deed.review),
        ground=stage.calendar.told(deed.ground, now),
        grounded_on=day(deed.grounded),
        running_since=day(deed.since) if deed.since else None,
    )
    with keyring():
        dossier = open_dossier(
            heading,
            by=stage.appointment(deed.by),
            deputy=stage.appointment(deed.deputy),
            why=deed.why,
            now=now,
        )
    stage.dossiers[story.name] = dossier.pk
    stage.remember(story, "heading", heading)


@play.register
def _(deed: Invites, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        seat = Seat(
            organisation=stage.partner(deed.who.partner),
            role=deed.role,
            mandate=deed.mandate,
            why=stage.calendar.told(deed.why, now),
        )
        if isinstance(deed.who, Guest):
            seat.guest_name = deed.who.name
        else:
            seat.user = stage.appointment(deed.who).user
        invite(seat, by=by, now=now)
    if isinstance(deed.who, Guest):
        stage.guests[story.name, deed.who] = seat.pk


@play.register
def _(deed: Describes, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        person = Person(
            role=deed.role,
            name=deed.name,
            born_on=(
                born(deed.age, deed.birthday, now.date()).isoformat()
                if deed.birthday
                else None
            ),
            is_minor=0 < deed.age < 18,
            contact=told(deed.contact, now),
            close_link=told(deed.close_link, now),
            necessity=told(deed.necessity, now),
            representative=told(deed.representative, now),
            custody=told(deed.custody, now),
            youth_protection=told(deed.youth_protection, now),
            why_changed=told(deed.why, now),
        )
        if deed.instead_of:
            old = stage.record(story, deed.instead_of)
            correct(person, old, by=by, now=now)
        else:
            circle = stage.circle(by, deed.hears, now)
            record_person(person, by=by, circle=circle, now=now)
    stage.remember(story, deed.mark or deed.instead_of, person)


@play.register
def _(deed: Says, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        note = record_note(
            Note(text=stage.calendar.told(deed.words, now)),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
            on_behalf_of=deed.for_guest and stage.seat(story, deed.for_guest),
        )
    stage.remember(story, deed.mark, note)


@play.register
def _(deed: Corrects, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        note = correct(
            Note(text=told(deed.words, now), why_changed=told(deed.why, now)),
            stage.record(story, deed.mark),
            by=by,
            now=now,
        )
    stage.remember(story, deed.mark, note)


@play.register
def _(deed: Withdraws, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        why = stage.calendar.told(deed.why, now)
        withdraw(stage.record(story, deed.mark), why, by=by, now=now)


@play.register
def _(deed: PassesOn, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        for mark in deed.marks:
            record = stage.record(story, mark)
            pass_on(record, stage.partner(deed.to), by=by, now=now)


@play.register
def _(deed: Files, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        attachment = add_attachment(
            Attachment(
                name=deed.name,
                what=told(deed.what, now),
                content=file_of(deed.name, told(deed.words, now)),
            ),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    stage.remember(story, deed.mark, attachment)


@play.register
def _(deed: Reads, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        words = stage.calendar.told(deed.words, now)
        state_purpose(Opening(purpose=deed.purpose, words=words), by=by, now=now)
        by.visit(now)


@play.register
def _(deed: Leaves, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        why = stage.calendar.told(deed.why, now)
        end_seat(stage.seat(story, deed.who), why, by=by, now=now)


@play.register
def _(deed: HandsOver, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        coming = Seat(user=stage.appointment(deed.to).user, why=told(deed.why, now))
        words = HandOver(
            summary=told(deed.summary, now), open_ends=told(deed.open_ends, now)
        )
        hand_over(coming, words, by=by, now=now)


@play.register
def _(deed: Changes, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    with stage.sitting(story, deed.by, now) as by:
        old = Heading.objects.get(pk=stage.record(story, "heading").pk)
        heading = Heading(
            working_name=old.working_name,
            phase=deed.phase or old.phase,
            regime=old.regime,
            controller=old.controller,
            running_since=old.running_since,
            review_on=day(deed.review),
            ground=told(deed.ground, now),
            grounded_on=day(deed.grounded),
            why_changed=told(deed.why, now),
        )
        change_heading(heading, old, by=by, now=now)
    stage.remember(story, "heading", heading)


@play.register
def _(deed: Holds, story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        hold = Hold(
            dossier=stage.dossier(story),
            ground=stage.calendar.told(deed.ground, now),
            review_on=stage.calendar.day(deed.review),
        )
        put_hold(hold, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Links, story: Story, stage: Stage, now: datetime) -> None:
    other = Story(deed.other, ())
    with stage.sitting(story, deed.by, now) as by:
        there = stage.seat(other, deed.by)
        there.unlock(now)
        link = Link(kind=deed.kind, why=stage.calendar.told(deed.why, now))
        link_dossiers(link, by=by, there=there, now=now)
        for mark in deed.shows:
            show_elsewhere(stage.record(story, mark), link, by=by, now=now)
