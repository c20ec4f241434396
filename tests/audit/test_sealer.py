"""Numbering, chaining and signing what was committed."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expliciet.audit import guard, sealer
from expliciet.audit.actions import Action
from expliciet.audit.guard import lifted
from expliciet.audit.models import INSTALLATION, Head, Line, Seal
from expliciet.audit.models.seal import START, chained
from expliciet.audit.sealer import ChainBroken, seal_lines, sign_heads
from expliciet.audit.signing import SIGNING_KEY, public_key
from expliciet.vault import key_files
from expliciet.vault.sealing import fresh_key
from expliciet.vault.trouble import KeyMissing

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def line(house: UUID = INSTALLATION, at: datetime | None = None) -> Line:
    made = Line(
        at=at or timezone.now(), house=house, trace="", span="", action=Action.CLOCK_RAN
    )
    made.save(force_insert=True)
    return made


def chain(house: UUID = INSTALLATION) -> list[UUID]:
    """The lines of a house in the order of its chain, after checking every link."""
    seals = list(Seal.objects.filter(house=house).select_related("line"))
    assert [seal.number for seal in seals] == list(range(1, len(seals) + 1))
    previous = START
    for seal in seals:
        assert seal.line.house == house
        assert seal.hash == chained(previous, seal.line.exported())
        previous = seal.hash
    return [seal.line_id for seal in seals]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    deeds=st.lists(
        st.one_of(
            st.tuples(st.integers(0, 2), st.integers(-400, 400)),
            st.sampled_from(["seal", "seal whole", "sign"]),
        ),
        max_size=20,
    )
)
def test_whatever_the_order_of_deeds_the_chain_has_no_gap(
    deeds: list[tuple[int, int] | str],
) -> None:
    """V10 and V11: numbers are 1 to n, each link follows, and nothing moves later."""
    houses = [uuid4(), uuid4(), uuid4()]
    before: dict[UUID, list[UUID]] = {house: [] for house in houses}
    made: dict[UUID, set[UUID]] = {house: set() for house in houses}
    for number, deed in enumerate(deeds):
        if isinstance(deed, tuple):
            which, hours = deed
            moment = NOW + timedelta(hours=hours)
            made[houses[which]].add(line(houses[which], moment).id)
        elif deed == "sign":
            sign_heads(NOW + timedelta(minutes=number))
        else:
            seal_lines(whole=deed == "seal whole")
        for house in houses:
            now = chain(house)
            assert now[: len(before[house])] == before[house]
            before[house] = now
    sign_heads(NOW + timedelta(days=1))
    for house in houses:
        assert set(chain(house)) == made[house]
        sizes = Head.objects.filter(house=house).values_list("size", "hash")
        for size, hash_ in sizes:
            assert Seal.objects.get(house=house, number=size).hash == hash_
    assert not Line.objects.unsealed().filter(house__in=houses).exists()


def test_a_line_that_was_committed_late_comes_later_in_the_chain() -> None:
    first, third = line(at=NOW), line(at=NOW + timedelta(minutes=2))
    assert seal_lines() == 2
    late = line(at=NOW + timedelta(minutes=1))
    assert seal_lines() == 1
    assert chain() == [first.id, third.id, late.id]


def test_a_line_from_long_ago_gets_its_number_before_the_next_head() -> None:
    """A clock that stood years back for a while, or a very slow transaction."""
    recent = line()
    seal_lines()
    old = line(at=NOW - timedelta(days=4000))
    assert seal_lines() == 0
    (head,) = sign_heads(timezone.now())
    assert chain() == [recent.id, old.id]
    assert head.size == 2


def test_old_lines_are_found_wherever_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The trail is walked a stretch at a time, also where moments are the same."""
    monkeypatch.setattr(sealer, "AT_A_TIME", 3)
    then = [NOW - timedelta(days=90 - number // 4) for number in range(20)]
    first = {line(at=moment).id for moment in then}
    line()
    seal_lines()
    old = {line(at=moment).id for moment in then[::3]}
    assert seal_lines() == 0
    assert seal_lines(whole=True) == len(old)
    assert set(chain()) >= first | old


def test_a_clock_that_stood_years_ahead_for_a_while_delays_nothing() -> None:
    ahead = line(at=timezone.localtime() + timedelta(days=4000))
    seal_lines()
    normal = line()
    assert seal_lines() == 1
    assert chain() == [ahead.id, normal.id]


def test_more_lines_than_fit_in_one_go_are_all_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sealer, "AT_A_TIME", 3)
    made = [line(at=NOW + timedelta(seconds=number)).id for number in range(8)]
    assert seal_lines() == 8
    assert chain() == made


def test_every_house_has_a_chain_of_its_own() -> None:
    houses = sorted([INSTALLATION, uuid4(), uuid4()])
    for house in houses * 2:
        line(house)
    assert list(Line.objects.houses()) == houses
    seal_lines()
    assert [len(chain(house)) for house in houses] == [2, 2, 2]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [5, pytest.param(200, marks=pytest.mark.long)])
def test_of_two_sealers_at_once_one_wins(
    monkeypatch: pytest.MonkeyPatch, rounds: int
) -> None:
    """Neither leaves a gap, and neither gives a number twice."""
    houses = [uuid4(), uuid4()]
    sought = sealer.unsealed
    for _ in range(rounds):
        for house in houses * 3:
            line(house)
        barrier = Barrier(2)

        def meet(
            house: UUID,
            start: datetime | None,
            end: datetime | None,
            barrier: Barrier = barrier,
        ) -> list[Line]:
            found = sought(house, start, end)
            with suppress(BrokenBarrierError):  # the other is done for this round
                barrier.wait(5)
            return found

        monkeypatch.setattr(sealer, "unsealed", meet)
        heard: list[int | Exception] = []

        def seal(
            heard: list[int | Exception] = heard, barrier: Barrier = barrier
        ) -> None:
            try:
                heard.append(seal_lines())
            except Exception as wrong:
                heard.append(wrong)
            finally:
                barrier.abort()
                connection.close()

        threads = [Thread(target=seal) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        monkeypatch.setattr(sealer, "unsealed", sought)
        seal_lines()
        assert all(isinstance(each, int) for each in heard), heard
    assert [len(chain(house)) for house in houses] == [3 * rounds, 3 * rounds]


def test_the_sealer_reads_no_more_of_a_long_trail_than_its_end() -> None:
    if connection.vendor != "sqlite":
        return
    line()
    seal_lines()
    query, parameters = (
        Line.objects.of_house(INSTALLATION)
        .unsealed()
        .filter(at__gte=NOW)
        .order_by("at", "id")
        .query.sql_with_params()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}", parameters)
        plan = " ".join(row[-1] for row in cursor.fetchall())
    assert "line_house_at (house=? AND at>?)" in plan
    assert "SCAN" not in plan


def test_a_head_is_signed_over_what_it_says() -> None:
    line()
    (head,) = sign_heads(NOW)
    key = Ed25519PublicKey.from_public_bytes(public_key())
    key.verify(bytes.fromhex(head.signature), Head.objects.get().said())
    assert head.said().decode() == (
        f"expliciet head v1\n{INSTALLATION}\n1\n{head.hash}\n"
        "2026-11-25T12:00:00.000000Z\n"
    )


def test_a_chain_that_did_not_grow_needs_no_new_head() -> None:
    line()
    assert len(sign_heads(NOW)) == 1
    assert sign_heads(NOW + timedelta(hours=1)) == []
    line()
    (head,) = sign_heads(NOW + timedelta(hours=2))
    assert head.size == 2


@pytest.mark.django_db(transaction=True)
def test_a_rewritten_chain_is_not_signed_and_the_others_are() -> None:
    """T5: whoever takes the triggers away gets no signature for it."""
    rewritten, good = uuid4(), uuid4()
    line(rewritten)
    line(good)
    sign_heads(NOW)
    with lifted():
        Seal.objects.filter(house=rewritten).update(hash="f" * 64)
    line(rewritten)
    line(good)
    with pytest.raises(ChainBroken, match=str(rewritten)) as broken:
        sign_heads(NOW + timedelta(hours=1))
    assert str(good) not in str(broken.value)
    assert Head.objects.filter(house=rewritten).count() == 1
    assert Head.objects.filter(house=good).count() == 2


def test_a_guard_that_went_while_the_server_ran_is_noticed_within_the_hour() -> None:
    line()
    guard.remove("default")
    with pytest.raises(ImproperlyConfigured):
        sign_heads(NOW)
    assert Head.objects.count() == 1, "what was there is signed first"


@pytest.fixture
def signed(key_folder: Path) -> Path:
    """A head, signed with a key of this test alone; gives the key file."""
    line()
    sign_heads(NOW)
    line()
    return key_files.path_of(SIGNING_KEY)


def test_a_signing_key_that_is_lost_is_missed_and_not_made_anew(signed: Path) -> None:
    """Partners know the key: a new one, made unseen, would mean nothing to them."""
    signed.unlink()
    with pytest.raises(KeyMissing, match="not there"):
        sign_heads(NOW + timedelta(hours=1))
    assert not signed.exists()
    assert not Line.objects.unsealed().exists(), "sealing goes on"


def test_another_signing_key_signs_nothing(signed: Path) -> None:
    signed.unlink()
    key_files.write(SIGNING_KEY, fresh_key())
    with pytest.raises(KeyMissing, match="another key"):
        sign_heads(NOW + timedelta(hours=1))
    assert Head.objects.count() == 1
