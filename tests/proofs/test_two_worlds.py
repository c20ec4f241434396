"""T4, V1: a secret changes nothing of what others get, to the byte.

Two worlds, equal but for one secret. Whoever has no right to it opens every page in
both: the answers are equal, the headers too, and so are the questions that were asked
of the database, and what lies in the outbox. The clock stands still; of the pages only
the tokens of forms are laid aside.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Organisation
from expliciet.casework.actions.minutes import make_anew
from expliciet.casework.models import Minutes
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.actions.holds import put_hold
from expliciet.dossiers.actions.links import show_elsewhere
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Dossier, Hold, Note, Record, Seat
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
from tests.conftest import Asked, Some
from tests.factories import Table
from tests.proofs.cells import clients, undone
from tests.proofs.pages import at_tables, everywhere
from tests.proofs.stage import Actor, Stage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("quietly"),
]

TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")\w+|"X-CSRFToken": "\w+"')


@dataclass
class World:
    """The stage, who looks, where the clock stands, and what a run opens."""

    stage: Stage
    browsers: dict[str, Client]
    now: datetime
    asked: Asked

    def seat(self, name: str) -> Seat:
        pk = self.stage.made["seats"][name].pk
        return Seat.objects.select_related(
            "dossier__house", "organisation", "user"
        ).get(pk=pk)

    def record(self, name: str) -> Record:
        return Record.objects.select_related("dossier", "circle").get(
            pk=self.stage.words[name]
        )

    def actor(self, name: str) -> Actor:
        return next(each for each in self.stage.actors if each.name == name)

    def say(self, by: str, circle: str, named: tuple[Organisation, ...] = ()) -> Note:
        seat = self.seat(by)
        with keyring():
            seat.unlock(self.now)
            said_in = circle_for(seat, circle, self.now, [each.pk for each in named])
            note = Note(text="een geheim (verzonnen)")
            return record_note(note, by=seat, circle=said_in, now=self.now)


@pytest.fixture
def world(stage: Stage, monkeypatch: pytest.MonkeyPatch, asked_today: Asked) -> World:
    browsers = clients(stage)
    now = timezone.localtime() + timedelta(seconds=5)
    monkeypatch.setattr(timezone, "now", lambda: now)
    stage.facts.now = now
    return World(stage, browsers, now, asked_today)


# --- what is kept secret ------------------------------------------------------------


def own_note(world: World) -> None:
    world.say("school", "own")


def core_note(world: World) -> None:
    world.say("police", "core")


def core_minutes(world: World) -> None:
    """What the core said in the talk, and newer minutes of that."""
    said, chair = world.say("police", "core"), world.seat("chair")
    with keyring():
        chair.unlock(world.now)
        old = Minutes.objects.get(pk=world.stage.words["minutes in core"])
        lines = [*old.lines.all(), said]
        make_anew(old, lines, "geheim", "geheim", chair, world.now)


def named_note(world: World) -> None:
    world.say("police", "named", (world.seat("prosecution that left").organisation,))


def corrected_core(world: World) -> None:
    seat = world.seat("police")
    with keyring():
        seat.unlock(world.now)
        note = Note(text="anders", why_changed="geheim")
        correct(note, world.record("core"), by=seat, now=world.now)


def withdrawn_core(world: World) -> None:
    seat = world.seat("police")
    with keyring():
        seat.unlock(world.now)
        withdraw(world.record("core"), "geheim", by=seat, now=world.now)


def passed_own(world: World) -> None:
    """What one organisation gives another is nobody else's business."""
    seat = world.seat("school")
    with keyring():
        seat.unlock(world.now)
        office = world.seat("secretary").organisation
        pass_on(world.record("own of the school"), office, by=seat, now=world.now)


def another_dossier(world: World) -> None:
    Table(world.stage.houses["here"], now=world.now)


def another_dossier_there(world: World) -> None:
    Table(world.stage.houses["there"], now=world.now)


def other_words_withdrawn(world: World) -> None:
    """The same record, the same withdrawal; other words under it."""
    note = Note.objects.get(pk=world.stage.words["withdrawn"])
    reword(world, note)


def note_before(world: World) -> None:
    """Said to the whole table, a moment before the newcomer sat down."""
    dossier = world.seat("police").dossier
    note = world.say("police", "table")
    joined = world.seat("newcomer").joined_at
    Record.objects.filter(pk=note.pk).update(recorded_at=joined - timedelta(seconds=1))
    Dossier.objects.filter(pk=dossier.pk).update(moved_at=dossier.moved_at)


def other_words_before(world: World) -> None:
    reword(world, Note.objects.get(pk=world.stage.words["table"]))


def reword(world: World, note: Note) -> None:
    with keyring():
        world.seat("police").unlock(world.now)
        note.text = "heel andere woorden, en ook nog eens veel meer dan er stonden"
        Note.objects.filter(pk=note.pk).update(text=sealed(note))


def sealed(note: Note) -> Any:
    return Note._meta.get_field("text").pre_save(note, add=False)


def shown_in_linked(world: World) -> None:
    """A word of this table, shown at the linked one to those who sit at both."""
    link, police = world.stage.made["link"], world.seat("police")
    with keyring():
        police.unlock(world.now)
        show_elsewhere(world.record("table"), link, by=police, now=world.now)


def draft_of_another(world: World) -> None:
    seat = world.seat("police")
    assert seat.user
    keep_draft(
        "dossiers:note",
        {"text": "half gezegd geheim"},
        by=seat.user,
        house=seat.dossier.house,
        dossier=seat.dossier,
        now=world.now,
    )


def hold(world: World) -> None:
    dossier = Dossier.objects.get(pk=world.stage.dossiers["unknown"])
    by = next(
        each for each in dossier.house.appointments.filter(role="privacy_officer")
    )
    day = timezone.localdate(world.now) + timedelta(days=9)
    put_hold(
        Hold(dossier=dossier, ground="geheim", review_on=day), by=by, now=world.now
    )


OUTSIDE = (
    *("colleague of police", "colleague of ggz", "administrator of this house"),
    *("evaluator of this house", "partner of this house", "school that was sent away"),
    *("chair in the other house", "police in the other house", "anonymous"),
    *("only at the linked table", "moved to another organisation"),
)
"""Without a seat at the table: two of them look for each secret, in turn."""

SECRETS: list[tuple[Callable[[World], None], tuple[str, ...]]] = [
    (own_note, ("chair", "police", "newcomer")),
    (core_note, ("school", "newcomer")),
    (core_minutes, ("school", "newcomer")),
    (named_note, ("chair", "case director", "school")),
    (corrected_core, ("school", "newcomer")),
    (withdrawn_core, ("school", "newcomer")),
    (passed_own, ("police", "newcomer", "successor")),
    (another_dossier, ("school", "police", "newcomer")),
    (another_dossier_there, ("chair", "school")),
    (other_words_withdrawn, ("chair", "school", "secretary")),
    (note_before, ("newcomer",)),
    (other_words_before, ("newcomer",)),
    (shown_in_linked, ("school", "newcomer", "secretary")),
    (draft_of_another, ("second police", "chair", "school")),
    (hold, ("school", "police")),
]
CAN_TELL: dict[Callable[[World], None], str] = {
    own_note: "school",
    core_note: "police",
    core_minutes: "police",
    note_before: "school",
    other_words_withdrawn: "police",
    draft_of_another: "police",
    shown_in_linked: "police",
    hold: "privacy_officer of this house",
}
"""Whoever does have a right to it can tell: else the test would notice nothing."""


# --- looking in both worlds ---------------------------------------------------------

Seen = dict[str, tuple[Any, ...]]


def test_a_secret_changes_nothing_for_whoever_has_no_right_to_it(
    world: World, some: Some
) -> None:
    """Every list, part and search for each secret, and what lies behind them; on a day
    like any other some of the secrets, and a third of what lies behind."""
    before: dict[str, Seen] = {}
    wrong, looks = [], 0
    for turn, (secret, at_the_table) in some(enumerate(SECRETS), 0.15):
        outside = (OUTSIDE * 2)[turn % len(OUTSIDE) :][:2]
        knowing = CAN_TELL.get(secret)
        viewers = {*at_the_table, *outside, *([knowing] if knowing else [])}
        for name in viewers - before.keys():
            before[name] = looked(world, name)
        with another_world():
            secret(world)
            for name in sorted(viewers):
                after = looked(world, name)
                looks += len(after)
                differs = {
                    address
                    for address in before[name].keys() | after.keys()
                    if after.get(address) != before[name].get(address)
                }
                if bool(differs) != (name == knowing):
                    wrong.append((secret.__name__, name, sorted(differs)))
    print(f"\nT4: {looks} answers compared")
    assert wrong == []
    assert looks > 100


@contextmanager
def another_world() -> Iterator[None]:
    """What is kept secret in this block was never there."""
    block = transaction.atomic()
    block._from_testcase = True  # so that a line may be committed inside it
    with block:
        yield
        transaction.set_rollback(True)


@pytest.mark.engines
def test_what_was_said_before_shows_once_it_is_passed_on(world: World) -> None:
    """N26: a newcomer can tell from then on, and a colleague outside still not."""
    outside = looked(world, "colleague of police")
    before = looked(world, "newcomer")
    seat = world.seat("police")
    with keyring():
        seat.unlock(world.now)
        newcomer = world.seat("newcomer").organisation
        pass_on(world.record("table"), newcomer, by=seat, now=world.now)
    assert looked(world, "newcomer") != before
    assert looked(world, "colleague of police") == outside


def looked(world: World, name: str) -> Seen:
    """Every page that this person may open, what it asked, and their outbox."""
    actor = world.actor(name)
    client, seen = world.browsers[name], Seen()
    for address in pages(world, actor):
        if not world.asked(address):
            continue
        with undone(client), questions() as asked:
            answer = client.get(address)
            seen[address] = told(answer, len(asked))
    for address, typed in forms(world, actor):
        with undone(client), questions() as asked:
            answer = client.post(address, typed)
            seen[f"POST {address}"] = told(answer, len(asked))
    if actor.user:
        mine = Notice.objects.filter(user=actor.user)
        seen["outbox"] = tuple(mine.values_list("pk", "kind", "at", "dossier", "about"))
    return seen


@contextmanager
def questions() -> Iterator[list[str]]:
    """What is asked of the database in this block; a slow way to tell is one too."""
    asked: list[str] = []

    def ask(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql[:40])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask):
        yield asked


def told(answer: Any, asked: int) -> tuple[Any, ...]:
    headers = {
        name: value for name, value in answer.headers.items() if name != "Set-Cookie"
    }
    return (answer.status_code, headers, TOKEN.sub(b"", answer.content), asked)


def pages(world: World, actor: Actor) -> Iterator[str]:
    counting = {
        reverse("house:upkeep", args=[house.pk])
        for house in world.stage.houses.values()
    }
    """Tells whoever manages a house how many lines wait there, on purpose."""
    for address in everywhere(world.stage, actor):
        if address not in counting:
            yield address
    yield from at_tables(world.stage, actor, ("table",))
    for name in ("table", "unknown", "there", "linked"):
        yield reverse("dossiers:detail", args=[world.stage.dossiers[name]])


def forms(world: World, actor: Actor) -> Iterator[tuple[str, dict[str, Any]]]:
    """Searching, and what a form says that was not filled in."""
    for name in ("table", "unknown", "linked"):
        pk = world.stage.dossiers[name]
        yield reverse("dossiers:search", args=[pk]), {"woorden": "kanarie"}
        yield reverse("dossiers:note", args=[pk]), {}
        yield reverse("dossiers:invite", args=[pk]), {}


def test_looking_leaves_the_world_as_it_was(world: World) -> None:
    """Else the second look would differ from the first by itself."""
    assert looked(world, "school") == looked(world, "school")
    assert not transaction.get_rollback()
