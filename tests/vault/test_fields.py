"""Sealed text in rows of the database."""

from typing import Any
from uuid import UUID

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expliciet.dossiers.models import Note, Record, Seat
from expliciet.vault.fields import LONGEST, Cipher
from expliciet.vault.keyring import keyring
from expliciet.vault.sealing import unseal
from expliciet.vault.trouble import Broken, Locked, VaultError
from tests.factories import Table, unlock_all

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def stored(model: type[models.Model], row: UUID, column: str) -> bytes | None:
    """What really stands in the database."""
    field = model._meta.pk
    assert field is not None
    value = model._base_manager.filter(pk=row).values_list(column, flat=True).get()
    return None if value is None else value.sealed


def put(model: type[models.Model], row: UUID, column: str, sealed: bytes) -> None:
    """Write into the database, around everything."""
    changed = model._base_manager.filter(pk=row).update(**{column: Cipher(sealed)})
    assert changed == 1


def test_the_database_knows_no_word_of_it() -> None:
    table = Table()
    note = table.note(table.chair, "een kanarie zingt")
    sealed = stored(Note, note.pk, "text")
    assert sealed is not None
    assert b"kanarie" not in sealed
    assert Note.objects.get(pk=note.pk).text == "een kanarie zingt"


def test_reading_opens_it_at_that_moment_and_keeps_nothing_opened() -> None:
    table = Table()
    note = Note.objects.get(pk=table.note(table.chair, "een kanarie").pk)
    assert note.text == "een kanarie"
    assert isinstance(note.__dict__["text"], Cipher)
    with keyring(), pytest.raises(Locked):
        _ = note.text


def test_a_text_left_out_of_a_query_is_fetched_and_opened_when_asked() -> None:
    table = Table()
    note = Note.objects.defer("text").get(pk=table.note(table.chair, "later").pk)
    assert "text" not in note.__dict__
    assert note.text == "later"


@pytest.mark.parametrize("nothing", [None, ""])
def test_empty_is_null_so_that_the_database_sees_that_nothing_was_said(
    nothing: str | None,
) -> None:
    table = Table()
    note = table.note(table.chair)
    note.why_changed = nothing
    note.save()
    assert stored(Record, note.pk, "why_changed") is None
    assert Record.objects.get(pk=note.pk).why_changed is None
    assert Record.objects.filter(pk=note.pk, why_changed__isnull=True).exists()


def test_a_constraint_sees_whether_something_was_said() -> None:
    """A correction without a reason is refused by the database itself."""
    table = Table()
    first, second = table.note(table.chair), table.note(table.chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.filter(pk=second.pk).update(supersedes=first.pk)


TEXTS = [
    "Größe, crème brûlée, Łódź, İstanbul, ﬁ, ẞ",
    "Жили-были · Ζούσε κάποτε · 昔々あるところに · 옛날 옛적에 · ครั้งหนึ่ง · एक बार",
    "שלום \u202eעולם\u202c · \u200fمرحبا بالعالم\u200e · \u2067ישן\u2069",
    "👩‍👩‍👧‍👦 🏳️‍🌈 \u0301e \ufeff \u00ad\u200b\u200d",
    "  wit\tregel\r\nen\nmeer  ",
    "'; DROP TABLE dossiers_note; -- <script>alert(1)</script> {{ 7*7 }} %s %(a)s \\",
    "z" * LONGEST,
]


@pytest.mark.parametrize("words", TEXTS, ids=range(len(TEXTS)))
def test_every_script_comes_back_as_it_was_typed(words: str) -> None:
    table = Table()
    note = table.note(table.chair, words)
    note.full_clean()
    assert Note.objects.get(pk=note.pk).text == words


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(min_size=1))
def test_any_text_comes_back_or_is_refused_in_words(words: str) -> None:
    table = Table()
    note = table.note(table.chair)
    note.text = words
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        with pytest.raises(ValidationError):
            note.full_clean()
    else:
        note.full_clean()
        note.save()
        assert Note.objects.get(pk=note.pk).text == words


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("een \0 erin", "nul"),
        ("een halve \ud83d erin", "half"),
        ("x" * (LONGEST + 1), "too_long"),
        ("x" * 1_000_000, "too_long"),
    ],
    ids=["NUL", "half a character", "one too many", "a megabyte"],
)
def test_what_cannot_be_kept_is_refused_in_a_clear_sentence(
    words: str, code: str
) -> None:
    table = Table()
    note = Note(text=words)
    with pytest.raises(ValidationError) as refusal:
        table.note(table.chair, words)
    (error,) = refusal.value.error_dict["text"]
    assert error.code == code
    sentence = error.messages[0]
    assert words not in sentence
    assert len(sentence) < 200
    assert note.text == words, "what was typed still stands"
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"text": "kanarie"},
        {"text": None},
        {"text__exact": "kanarie"},
        {"text__contains": "kanarie"},
        {"text__icontains": "kanarie"},
        {"text__in": ["kanarie"]},
        {"text__gt": "a"},
        {"text__regex": "k.*"},
        {"text__lower": "kanarie"},
        {"text__startswith": "k"},
    ],
    ids=str,
)
def test_looking_for_sealed_words_raises_instead_of_finding_nothing(
    asked: dict[str, Any],
) -> None:
    with pytest.raises(FieldError):
        Note.objects.filter(**asked).exists()


def test_nor_are_bare_words_written_around_the_seal() -> None:
    table = Table()
    note = table.note(table.chair, "eerst")
    with pytest.raises(FieldError), transaction.atomic():
        Note.objects.update(text="kanarie")
    assert Note.objects.get(pk=note.pk).text == "eerst"


def test_sealed_words_are_not_written_out() -> None:
    table = Table()
    note = table.note(table.chair)
    with pytest.raises(FieldError):
        serializers.serialize("json", [note])


def test_many_are_sealed_as_one_is() -> None:
    table = Table()
    note = table.note(table.chair)
    seats = [
        Seat(
            dossier=table.dossier,
            organisation=note.organisation,
            guest_name=f"Gast {number}",
            why="verzonnen",
            joined_at=table.now,
            hears_from=table.now,
        )
        for number in range(3)
    ]
    Seat.objects.bulk_create(seats)
    found = Seat.objects.filter(user=None)
    assert {seat.guest_name for seat in found} == {"Gast 0", "Gast 1", "Gast 2"}
    for seat in found:
        seat.why = "anders"
    with pytest.raises(FieldError):  # it says so, instead of storing bare words
        Seat.objects.bulk_update(found, ["why"])


class World:
    """Two dossiers with everything said in them, as it lies in the database."""

    COLUMNS = ((Note, "text"), (Record, "why_changed"), (Seat, "why"))

    def __init__(self) -> None:
        self.tables = [Table(), Table()]
        self.words: dict[tuple[type[models.Model], UUID, str], str] = {}
        for table in self.tables:
            police = table.seat("police")
            for kind in ("own", "core", "table"):
                for number in range(2):
                    note = table.note(police, f"{kind} {number}", circle=kind)
                    note.why_changed = f"reden {kind} {number}"
                    note.save()
        with keyring():
            self.open()
            for model, column in self.COLUMNS:
                for row in model._base_manager.exclude(**{f"{column}__isnull": True}):
                    self.words[model, row.pk, column] = getattr(row, column)

    def open(self) -> None:
        for table in self.tables:
            unlock_all(table.dossier)

    def read(self, place: tuple[type[models.Model], UUID, str]) -> str:
        model, row, column = place
        words: str = getattr(model._base_manager.get(pk=row), column)
        return words


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_ciphertext_is_bound_to_its_row_its_column_and_its_dossier(
    world: World, data: st.DataObject
) -> None:
    """V19: moved, swapped, cut short or changed, it is an error and never a text."""
    places = sorted(world.words, key=str)
    here = data.draw(st.sampled_from(places), label="here")
    there = data.draw(st.sampled_from([p for p in places if p != here]), label="there")
    mine, theirs = stored(*here), stored(*there)
    assert mine is not None
    assert theirs is not None
    attack = data.draw(st.sampled_from(["swap", "copy", "cut", "join", "change"]))
    if attack == "cut":
        put(*here, mine[: data.draw(st.integers(0, len(mine) - 1))])
    elif attack == "join":
        at = data.draw(st.integers(1, len(mine) - 1))
        put(*here, mine[:at] + theirs[at:])
    elif attack == "change":
        changed = bytearray(mine)
        changed[data.draw(st.integers(0, len(mine) - 1))] ^= 1
        put(*here, bytes(changed))
    else:
        put(*here, theirs)
    if attack == "swap":
        put(*there, mine)
    try:
        with keyring():
            world.open()
            for place in (here, there) if attack == "swap" else (here,):
                with pytest.raises(VaultError):
                    world.read(place)
            for place in set(places) - {here, there}:
                assert world.read(place) == world.words[place]
    finally:
        put(*here, mine)
        put(*there, theirs)


@pytest.fixture
def world() -> World:
    return World()


def test_an_older_text_of_the_same_row_is_bound_to_the_row_and_no_more() -> None:
    """What sealing does not tell apart: two texts of one row. The chain of records and
    the trail do: a record is never edited, and every deed leaves a line."""
    table = Table()
    note = table.note(table.chair, "eerst")
    before = stored(Note, note.pk, "text")
    assert before is not None
    note.text = "later"
    note.save()
    put(Note, note.pk, "text", before)
    assert Note.objects.get(pk=note.pk).text == "eerst"


def test_a_wrapped_key_is_bound_to_its_place_too() -> None:
    """V19: a wrapped key in the row of another dossier opens nothing there."""
    from expliciet.vault.models import DataKey

    table, other = Table(), Table()
    table.note(table.chair)
    mine = DataKey.objects.of_scope(table.dossier.id).get(compartment="seats")
    theirs = DataKey.objects.of_scope(other.dossier.id).get(compartment="seats")
    mine.wrapped, theirs.wrapped = theirs.wrapped, mine.wrapped
    mine.save()
    theirs.save()
    with keyring():
        unlock_all(table.dossier)
        with pytest.raises(Broken):
            _ = Seat.objects.get(pk=table.chair.pk).why


def test_the_column_holds_bytes_on_both_engines() -> None:
    table = Table()
    note = table.note(table.chair)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM dossiers_note")
        (raw,) = cursor.fetchone()
    sealed = stored(Note, note.pk, "text")
    assert sealed == bytes(raw)
    with pytest.raises(Broken):
        unseal(b"0" * 32, bytes(raw), note.seal_place(), "dossiers.note.text", note.pk)
