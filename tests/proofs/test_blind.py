"""N1, F21: until the reveal a reading is nothing to anybody else, but that it is in.

Two worlds, as in `test_two_worlds`: with and without a reading, or with other words in
it. Everybody opens every page about the table, the round among them, and sends what
they could send; whoever leads too. Answers, headers, the number of questions to the
database and the outbox are equal, to the byte. Only where a reading is there or not,
what says who is in is laid aside.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from expliciet.casework.actions.readings import record_reading
from expliciet.casework.actions.rounds import reveal
from expliciet.casework.models import Reading, Round, Statement, Take
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Record
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
from tests.conftest import Some
from tests.proofs.cells import undone
from tests.proofs.pages import at_tables
from tests.proofs.stage import Actor
from tests.proofs.test_two_worlds import (
    Seen,
    World,
    another_world,
    questions,
    told,
    world,
)

assert world, "the fixture"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("quietly"),
]

AT_THE_TABLE = (
    *("chair", "substitute", "secretary", "case director", "police", "second police"),
    *("successor", "school", "administrator with a seat", "newcomer"),
)
OUTSIDE = (
    *("school that was sent away", "colleague of police", "log_reviewer of this house"),
    *(
        "chair of another table",
        "police in the other house",
        "only at the linked table",
    ),
)
WHO_IS_IN = re.compile(
    rb'<dl class="who-is-in">.*?</dl>|<li class="wait">.*?</li>', re.DOTALL
)
"""That a reading is in: on the round, and for whoever leads on their own desk."""

Secret = Callable[[World], None]


# --- what is kept secret ------------------------------------------------------------


def other_words(world: World) -> None:
    """The same reading, with other words, another answer, and resting on a fact."""
    reading = Reading.objects.get(pk=world.stage.words["blind reading"])
    with keyring():
        world.seat("police").unlock(world.now)
        reading.sees = "heel iets anders, en veel langer dan wat er eerst stond"
        Reading.objects.filter(pk=reading.pk).update(sees=sealed(reading, "sees"))
        take = reading.takes.get()
        take.words = "juist niet"
        Take.objects.filter(pk=take.pk).update(says="no", words=sealed(take, "words"))
    reading.rests_on.set(
        Statement.objects.filter(contribution__dossier=reading.dossier)
    )


def sealed(thing: Any, name: str) -> Any:
    return type(thing)._meta.get_field(name).pre_save(thing, add=False)


def written_anew(world: World) -> None:
    """By a colleague of the same organisation, in the place of the first."""
    write(world, "second police", world.stage.words["blind reading"])


def of_the_school(world: World) -> None:
    """One that was not there at all."""
    write(world, "school")


def taken_back(world: World) -> None:
    """Written a moment ago and withdrawn: as if it had never been."""
    write(world, "school", now=world.now - timedelta(seconds=1))
    seat = world.seat("school")
    with keyring():
        seat.unlock(world.now)
        reading = Record.objects.get(
            reading__of_round=world.stage.words["round in table"],
            organisation=seat.organisation_id,
        )
        withdraw(reading, "geheim", by=seat, now=world.now)


def write(
    world: World, name: str, instead_of: Any = None, now: datetime | None = None
) -> None:
    seat = world.seat(name)
    now = now or world.now
    with keyring():
        seat.unlock(now)
        round_ = Round.objects.get(pk=world.stage.words["round in table"])
        record_reading(
            Reading(
                of_round=round_,
                sees="een geheim (verzonnen)",
                reads="geheim",
                would_change="geheim",
            ),
            [Take(theme="answer", says="no", words="geheim")],
            [],
            by=seat,
            now=now,
            instead_of=instead_of,
        )


SECRETS: dict[Secret, tuple[str, ...]] = {
    other_words: ("police", "second police"),
    written_anew: ("police", "second police"),
    of_the_school: ("school",),
    taken_back: ("school",),
}
"""Each with those of the organisation itself, who can tell."""


# --- looking in both worlds -----------------------------------------------------------


@pytest.mark.engines
def test_until_the_reveal_a_reading_changes_nothing_for_anybody_else(
    world: World, some: Some
) -> None:
    """N1, F21: every page and every role, whoever leads included; mails and counts."""
    before: dict[str, Seen] = {name: looked(world, name) for name in viewers(some)}
    wrong, looks = [], 0
    secrets = some(SECRETS.items(), 0.25)
    for secret, knowing in secrets:
        with another_world():
            secret(world)
            for name, then in before.items():
                after = looked(world, name)
                looks += len(after)
                differs = [
                    address
                    for address in then.keys() | after.keys()
                    if masked(secret, after.get(address))
                    != masked(secret, then.get(address))
                ]
                if bool(differs) != (name in knowing):
                    wrong.append((secret.__name__, name, sorted(differs)))
    print(f"\nN1: {len(secrets)} secrets, {looks} answers compared")
    assert wrong == []
    assert looks > 100


def viewers(some: Some) -> list[str]:
    """Whoever can tell, whoever leads, and some of the others here and outside."""
    sure = {"chair", "police", "second police", "school"}
    others = [name for name in AT_THE_TABLE if name not in sure]
    return [*sorted(sure), *some(others, 0.25), *some(OUTSIDE, 0.25)]


@pytest.mark.engines
def test_that_a_reading_is_in_shows_to_all_who_hear_the_round(
    world: World,
) -> None:
    """The one exception: who is in; by name, and to nobody outside the round."""
    page = reverse(
        "casework:round",
        args=[world.stage.dossiers["table"], world.stage.words["round in table"]],
    )
    for name in ("chair", "police", "school"):
        first = get(world, name, page)
        with another_world():
            of_the_school(world)
            assert get(world, name, page) != first
    newcomer = get(world, "newcomer", page)
    assert newcomer[0] == 404
    with another_world():
        of_the_school(world)
        assert get(world, "newcomer", page) == newcomer


def test_at_the_reveal_all_of_it_opens_to_the_round_and_to_nobody_else(
    world: World, some: Some
) -> None:
    """F20: with whoever leads, and a colleague who sat down since; not elsewhere."""
    hearing = ("chair", "secretary", "school", "successor", "newcomer")
    deaf = some(OUTSIDE, 0.25)
    before = {name: looked(world, name) for name in (*hearing, *deaf)}
    with another_world():
        chair = world.seat("chair")
        with keyring():
            chair.unlock(world.now)
            round_ = Round.objects.get(pk=world.stage.words["round in table"])
            reveal(round_, by=chair, now=world.now)
        canary = world.stage.canaries["blind reading"].encode()
        for name in hearing:
            after = looked(world, name)
            assert after != before[name], name
            assert any(canary in each[2] for each in after.values() if len(each) > 3)
        assert {name: looked(world, name) for name in deaf} == {
            name: before[name] for name in deaf
        }


def masked(secret: Secret, seen: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    """Without who is in, where that is all the difference there may be."""
    if secret is not of_the_school or not seen or not isinstance(seen[0], int):
        return seen
    status, headers, content, asked = seen
    headers = {name: each for name, each in headers.items() if name != "Content-Length"}
    return (status, headers, WHO_IS_IN.sub(b"", content), asked)


def looked(world: World, name: str) -> Seen:
    """Every page about the table and around it, what is sent, and the outbox."""
    actor, seen = world.actor(name), Seen()
    for address in pages(world, actor):
        seen[address] = get(world, name, address)
    for address, typed in forms(world):
        with undone(world.browsers[name]), questions() as asked:
            answer = world.browsers[name].post(address, typed)
            seen[f"POST {address}"] = told(answer, len(asked))
    if actor.user:
        mine = Notice.objects.filter(user=actor.user)
        seen["outbox"] = tuple(mine.values_list("pk", "kind", "at", "dossier", "about"))
    return seen


def get(world: World, name: str, address: str) -> tuple[Any, ...]:
    with undone(world.browsers[name]), questions() as asked:
        return told(world.browsers[name].get(address), len(asked))


def pages(world: World, actor: Actor) -> Iterator[str]:
    """One's own lists; the table in each of its parts; the round, and the reading.

    Some look behind every other door of the table as well.
    """
    table = world.stage.dossiers["table"]
    for name in ("opening", "dossiers:list", "house:own-lines", "house:trails"):
        yield reverse(name)
    if actor.name in ("chair", "school", "colleague of police"):
        yield from filter(world.asked, at_tables(world.stage, actor, ("table",)))
        yield reverse("casework:interpret", args=[table])
    for part in ("beeld", "duiding", "besluit", "tijdlijn", "samenwerking", "tafel"):
        yield f"{reverse('dossiers:detail', args=[table])}?deel={part}"
    for name in ("log", "seats"):
        yield reverse(f"dossiers:{name}", args=[table])
    round_ = world.stage.words["round in table"]
    for name in ("round", "reading"):
        yield reverse(f"casework:{name}", args=[table, round_])
    reading = world.stage.words["blind reading"]
    for name in ("record", "correct", "withdraw", "pass-on"):
        yield reverse(f"dossiers:{name}", args=[table, reading])
    yield reverse("casework:rewrite-reading", args=[table, reading])


def forms(world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Searching for it, and deeds that one may try on it."""
    table = world.stage.dossiers["table"]
    reading = world.stage.words["blind reading"]
    yield reverse("dossiers:search", args=[table]), {"woorden": "geheim"}
    yield reverse("dossiers:withdraw", args=[table, reading]), {"why": "weg"}
    yield reverse("dossiers:pass-on", args=[table, reading]), {}
    round_ = world.stage.words["round in table"]
    yield reverse("casework:reading", args=[table, round_]), {}
