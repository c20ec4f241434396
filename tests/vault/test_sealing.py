"""A ciphertext opens in the place where it was sealed, and nowhere else."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.vault.sealing import FORMAT, NONCE, Place, fresh_key, seal, unseal
from expliciet.vault.trouble import Broken

KEY = fresh_key()
names = st.sampled_from(["dossiers.note.text", "dossiers.seat.why", "vault.data_key"])
places = st.builds(Place, st.uuids(), st.text(max_size=20))
words = st.binary(max_size=200)


@given(words=words, place=places, name=names, row=st.uuids())
def test_what_was_sealed_opens_again(
    words: bytes, place: Place, name: str, row: UUID
) -> None:
    assert unseal(KEY, seal(KEY, words, place, name, row), place, name, row) == words


@given(
    words=words,
    here=st.tuples(places, names, st.uuids()),
    there=st.tuples(places, names, st.uuids()),
)
def test_it_opens_in_no_other_place(
    words: bytes, here: tuple[Place, str, UUID], there: tuple[Place, str, UUID]
) -> None:
    """V19: another dossier, circle, field or row, and any mixture of those."""
    sealed = seal(KEY, words, *here)
    mixtures = {
        (Place(scope, compartment), name, row)
        for scope in (here[0].scope, there[0].scope)
        for compartment in (here[0].compartment, there[0].compartment)
        for name in (here[1], there[1])
        for row in (here[2], there[2])
    }
    for place, name, row in mixtures - {here}:
        with pytest.raises(Broken):
            unseal(KEY, sealed, place, name, row)


def test_no_two_places_look_alike_when_their_parts_are_shifted() -> None:
    scope, row = uuid4(), uuid4()
    sealed = seal(KEY, b"woorden", Place(scope, "ab"), "c", row)
    with pytest.raises(Broken):
        unseal(KEY, sealed, Place(scope, "a"), "bc", row)


@given(words=words, at=st.floats(0, 1, exclude_max=True), by=st.integers(1, 255))
def test_one_changed_byte_breaks_it(words: bytes, at: float, by: int) -> None:
    place, row = Place(uuid4(), "tafel"), uuid4()
    sealed = bytearray(seal(KEY, words, place, "naam", row))
    sealed[int(at * len(sealed))] ^= by
    with pytest.raises(Broken):
        unseal(KEY, bytes(sealed), place, "naam", row)


@given(words=words, left=st.floats(0, 1, exclude_max=True), more=st.binary(max_size=9))
def test_what_is_cut_short_or_made_longer_breaks(
    words: bytes, left: float, more: bytes
) -> None:
    place, row = Place(uuid4(), "tafel"), uuid4()
    sealed = seal(KEY, words, place, "naam", row)
    for other in (sealed[: int(left * len(sealed))], sealed + more + b"\0", b"", more):
        with pytest.raises(Broken):
            unseal(KEY, other, place, "naam", row)


def test_another_key_opens_nothing() -> None:
    place, row = Place(uuid4(), "tafel"), uuid4()
    with pytest.raises(Broken):
        unseal(
            fresh_key(), seal(KEY, b"woorden", place, "naam", row), place, "naam", row
        )


def test_the_same_words_never_look_the_same_twice() -> None:
    """V19: no pair of key and nonce comes back."""
    place, row = Place(uuid4(), "tafel"), uuid4()
    sealed = [seal(KEY, b"woorden", place, "naam", row) for _ in range(1_000)]
    assert len({each[1 : NONCE + 1] for each in sealed}) == len(sealed)
    assert all(each[:1] == FORMAT and b"woorden" not in each for each in sealed)


def test_what_went_wrong_is_said_without_the_words() -> None:
    place, row = Place(uuid4(), "tafel"), uuid4()
    sealed = seal(KEY, b"kanarie", place, "naam", row)
    with pytest.raises(Broken) as wrong:
        unseal(KEY, sealed[:-1], place, "naam", row)
    assert "kanarie" not in str(wrong.value)
    assert str(place.scope) not in str(wrong.value)
