"""T4, S37: what is held back is nothing at all for whoever does not hear it.

Two worlds again, equal but for one withholding: said, said anew, taken back, or past
its day. Everybody on the stage who does not hear it opens every page there is for them,
in both: not a byte, not a header, not a question to the database and not a notice
differs. There is no gap in what is numbered, counted, asked, found or drawn.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.casework.actions.expectations import withhold
from expliciet.casework.models import Withholding
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.vault.keyring import keyring
from expliciet.web.dossiers.moments import spelled
from expliciet.web.dossiers.parts import ORDER
from tests.conftest import Some
from tests.proofs import test_two_worlds
from tests.proofs.cells import undone
from tests.proofs.stage import Actor
from tests.proofs.test_two_worlds import (
    Seen,
    World,
    another_world,
    looked,
    questions,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quietly")]

world = test_two_worlds.world


def said(world: World) -> None:
    """Something is known to the police, and not shared."""
    hold_back(world, "core")


def said_to_oneself(world: World) -> None:
    hold_back(world, "own")


def said_and_said_anew(world: World) -> None:
    held, seat = hold_back(world, "core"), world.seat("police")
    with keyring():
        seat.unlock(world.now)
        anew = held_back(world, why_changed="geheim")
        correct(anew, held, by=seat, now=world.now)


def said_and_taken_back(world: World) -> None:
    held, seat = hold_back(world, "core"), world.seat("police")
    with keyring():
        seat.unlock(world.now)
        withdraw(held, "geheim", by=seat, now=world.now)


def said_and_past_its_day(world: World) -> None:
    held = hold_back(world, "core")
    yesterday = timezone.localdate(world.now) - timedelta(days=1)
    Withholding.objects.filter(pk=held.pk).update(review_on=yesterday)


WAYS: tuple[Callable[[World], object], ...] = (
    said,
    said_to_oneself,
    said_and_said_anew,
    said_and_taken_back,
    said_and_past_its_day,
)


def hold_back(world: World, circle: str) -> Withholding:
    seat = world.seat("police")
    with keyring():
        seat.unlock(world.now)
        heard_in = circle_for(seat, circle, world.now)
        return withhold(  # type: ignore[return-value]
            held_back(world), by=seat, circle=heard_in, now=world.now
        )


def held_back(world: World, **more: str) -> Withholding:
    return Withholding(
        ground=Withholding.Ground.INVESTIGATION,
        words="kanarie in een doofpot",
        review_on=timezone.localdate(world.now) + timedelta(days=9),
        **more,
    )


def hears(world: World, actor: Actor) -> bool:
    """Of the core, at this table: the only ones who may tell."""
    place = world.stage.place(actor, world.stage.dossiers["table"])
    core = {"municipality", "police", "prosecution", "office"}
    return bool(place and world.stage.facts.functions[place.organisation] in core)


def test_what_is_held_back_is_nothing_for_whoever_does_not_hear_it(
    world: World, request: pytest.FixtureRequest, some: Some
) -> None:
    """With `--long` everybody looks, in each world; else whoever sits there, and in
    the first world some of the rest, in one or two of them."""
    long = bool(request.config.getoption("--long"))
    deaf = [each.name for each in world.stage.actors if not hears(world, each)]
    assert set(SEATED) <= set(deaf)
    before: dict[str, Seen] = {}
    wrong, looks = [], 0
    for turn, way in some(enumerate(WAYS), 0.3):
        viewers = [*lot(deaf, turn, long=long), *(["police"] if turn == 0 else [])]
        for name in viewers:
            before[name] = before.get(name) or all_of_it(world, name)
        with another_world():
            way(world)
            for name in viewers:
                after = all_of_it(world, name)
                looks += len(after)
                differs = [
                    address
                    for address in before[name].keys() | after.keys()
                    if before[name].get(address) != after.get(address)
                ]
                if bool(differs) != (name == "police"):
                    wrong.append((way.__name__, name, sorted(differs)))
    print(f"\nT4: {len(before) - 1} who do not hear it, {looks} answers compared")
    assert wrong == []


SEATED = ("school", "newcomer")
"""Who sits at the table and does not hear it: they look in every world."""


def lot(deaf: list[str], turn: int, *, long: bool) -> list[str]:
    """Everybody in the first world, or some of them; fewer in the others."""
    if long:
        others = deaf if turn == 0 else deaf[turn :: len(WAYS)]
    else:
        others = deaf[::12] if turn == 0 else []
    return sorted({*others, *SEATED})


def all_of_it(world: World, name: str) -> Seen:
    """Every page and every form, as in the other proof; and every part besides."""
    actor, client = world.actor(name), world.browsers[name]
    seen = looked(world, name)
    for address in besides(world, actor):
        if not world.asked(address):
            continue
        with undone(client), questions() as asked:
            seen[address] = told(client.get(address), len(asked))
    pk = world.stage.dossiers["table"]
    for word in ("doofpot", "onderzoek", "achterhoud"):
        address = reverse("dossiers:search", args=[pk])
        with undone(client), questions() as asked:
            answer = client.post(address, {"woorden": word})
            seen[f"POST {address} {word}"] = told(answer, len(asked))
    return seen


def besides(world: World, actor: Actor) -> Iterator[str]:
    """Each part now and a moment ago, the course of time, and every form of this."""
    table = world.stage.dossiers["table"]
    if not world.stage.place(actor, table):
        return
    detail = reverse("dossiers:detail", args=[table])
    ago = spelled(world.now - timedelta(seconds=1))
    for part in ORDER:
        yield f"{detail}?deel={part}"
        yield f"{detail}?deel={part}&op={ago}"
    for name in ("limit", "withhold", "declare", "turn", "between", "decide", "letter"):
        yield reverse(f"casework:{name}", args=[table])
    for word in ("impasse in table", "withholding", "impasse in core"):
        pk = world.stage.words[word]
        for name in ("position", "impasse-note", "withhold-anew"):
            yield reverse(f"casework:{name}", args=[table, pk])
