"""What leaves the house of the trail, and that leaving is told too."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from expliciet.audit import exporting, trail
from expliciet.audit.actions import Action
from expliciet.audit.exporting import export_trail
from expliciet.audit.guard import lifted
from expliciet.audit.models import INSTALLATION, Line, Seal
from expliciet.audit.sealer import seal_lines
from expliciet.audit.signing import public_key
from expliciet.audit.trail import Identity, TrailUnavailable
from expliciet.vault.keyring import keyring
from expliciet.vault.models import DataKey
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ACTIVITY = "https://register.voorbeeld.example/verwerking/12"


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def some_lines(house: UUID, count: int = 3) -> None:
    for _ in range(count):
        trail.record(Action.HOUSE_READ, by=Identity(user=uuid4(), house=house))


def test_an_export_holds_the_exact_bytes_that_were_chained(tmp_path: Path) -> None:
    house = uuid4()
    some_lines(house)
    assert export_trail(tmp_path, house, now=NOW) == 4
    folder = tmp_path / str(house)
    lines = (folder / "lines.jsonl").read_bytes().splitlines()
    chain = Seal.objects.filter(house=house).select_related("line")
    assert lines == [seal.line.exported() for seal in chain]
    assert [seal["number"] for seal in read(folder / "seals.jsonl")] == [1, 2, 3, 4]
    assert read(folder / "heads.jsonl")[0]["size"] == 4
    assert (tmp_path / "public-key.txt").read_text() == f"{public_key().hex()}\n"
    assert (folder / "unsealed.jsonl").read_bytes() == b""
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_export_is_itself_the_last_line_of_what_it_writes(tmp_path: Path) -> None:
    house = uuid4()
    some_lines(house)
    export_trail(tmp_path, house, now=NOW)
    last = read(tmp_path / str(house) / "lines.jsonl")[-1]
    assert (last["action"], last["role"]) == ("trail-exported", "terminal")


def test_no_other_house_is_in_it(tmp_path: Path) -> None:
    """V2."""
    mine, theirs = uuid4(), uuid4()
    some_lines(mine)
    some_lines(theirs)
    export_trail(tmp_path, mine, now=NOW, activity=ACTIVITY)
    for path in tmp_path.rglob("*.*"):
        assert str(theirs) not in path.read_text()


def test_where_the_line_cannot_be_written_nothing_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise TrailUnavailable

    monkeypatch.setattr(trail, "record", full)
    with pytest.raises(TrailUnavailable):
        export_trail(tmp_path, uuid4(), now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_before_is_left_alone(tmp_path: Path) -> None:
    house = uuid4()
    export_trail(tmp_path, house, now=NOW)
    lines = Line.objects.count()
    with pytest.raises(FileExistsError):
        export_trail(tmp_path, house, now=NOW)
    assert Line.objects.count() == lines


def test_a_long_trail_is_read_some_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "AT_A_TIME", 2)
    house = uuid4()
    some_lines(house, 7)
    assert export_trail(tmp_path, house, now=NOW) == 8
    assert len(read(tmp_path / str(house) / "lines.jsonl")) == 8


@pytest.mark.django_db(transaction=True)
def test_a_broken_chain_is_exported_as_it_is(tmp_path: Path) -> None:
    house = uuid4()
    some_lines(house)
    export_trail(tmp_path / "eerst", house, now=NOW)
    with lifted():
        Seal.objects.filter(house=house, number=4).update(hash="f" * 64)
    assert export_trail(tmp_path / "later", house, now=NOW) == 5
    heads = tmp_path / "later" / str(house) / "heads.jsonl"
    assert [head["size"] for head in read(heads)] == [4]


def test_lines_without_a_number_yet_come_along_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = uuid4()
    some_lines(house, 2)
    seal_lines()
    some_lines(house, 1)
    monkeypatch.setattr(exporting, "sign_heads", lambda now: [])
    assert export_trail(tmp_path, house, now=NOW) == 2
    unsealed = read(tmp_path / str(house) / "unsealed.jsonl")
    assert [line["action"] for line in unsealed] == ["house-read", "trail-exported"]


# -- the same lines as Logboek Dataverwerkingen --------------------------------


def exported(table: Table, folder: Path) -> list[dict[str, Any]]:
    with keyring():
        export_trail(folder, table.house.id, now=NOW, activity=ACTIVITY)
    return read(folder / str(table.house.id) / "ldv.jsonl")


def test_an_ldv_line_tells_which_processing_and_about_whom_and_no_user(
    tmp_path: Path,
) -> None:
    table = Table()
    table.note(table.chair)
    (line,) = [
        each for each in exported(table, tmp_path) if each["name"] == "note-recorded"
    ]
    access = Line.objects.get(action=Action.NOTE_RECORDED)
    assert (line["trace_id"], line["span_id"]) == (access.trace, access.span)
    assert line["start_time"] == line["end_time"] == round(access.at.timestamp() * 1000)
    assert line["status"] == "Ok"
    core = line["attributes"]
    assert core["dpl.core.processing_activity_id"] == ACTIVITY
    assert len(core["dpl.core.data_subject_id"]) == 64
    text = json.dumps(line)
    for hidden in (access.user, access.organisation, access.seat, table.dossier.id):
        assert str(hidden) not in text


def test_one_person_has_one_name_there_and_another_has_another(tmp_path: Path) -> None:
    table = Table()
    other = Table(house=table.house)
    table.note(table.chair)
    other.note(other.chair)
    lines = exported(table, tmp_path / "eerst")
    subjects = {each["attributes"]["dpl.core.data_subject_id"] for each in lines}
    assert len(subjects) == 2
    again = exported(table, tmp_path / "later")
    assert subjects == {
        each["attributes"]["dpl.core.data_subject_id"] for each in again
    }


def test_when_the_dossier_is_gone_nobody_can_tell_who_it_was(tmp_path: Path) -> None:
    """The name dies with the keys, and does not come back at the next export."""
    table = Table()
    table.note(table.chair)
    assert exported(table, tmp_path / "eerst")
    DataKey.objects.of_scope(table.dossier.id).delete()
    for number in range(2):
        lines = exported(table, tmp_path / f"later {number}")
        assert lines
        assert not any("data_subject_id" in json.dumps(line) for line in lines)
    assert not DataKey.objects.of_scope(table.dossier.id).exists()


def test_what_was_refused_was_not_processed(tmp_path: Path) -> None:
    table = Table()
    trail.record(
        Action.REFUSED,
        by=table.chair,
        about=table.dossier,
        allowed=False,
        rule="record.say",
    )
    assert "refused" not in {line["name"] for line in exported(table, tmp_path)}


# -- the command ----------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "en")
        call_command("trail", *typed)
    return capsys.readouterr().out


def test_the_command_exports_every_house_and_verifies_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = Table()
    told = run(capsys, "export", str(tmp_path / "uit"))
    assert table.house.name in told
    assert "No LDV lines" in told
    houses = {path.name for path in (tmp_path / "uit").iterdir() if path.is_dir()}
    assert houses == {str(table.house.id), str(INSTALLATION)}
    assert "Nothing signed was changed" in run(capsys, "verify", str(tmp_path / "uit"))
    assert run(capsys, "key").strip() == public_key().hex()


def test_the_command_exports_one_house_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = Table()
    run(capsys, "export", str(tmp_path), "--house", table.house.name)
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {
        str(table.house.id)
    }
    with pytest.raises(CommandError, match="There is no house called Nergens"):
        run(capsys, "export", str(tmp_path), "--house", "Nergens")
    with pytest.raises(CommandError, match="there already"):
        run(capsys, "export", str(tmp_path), "--house", table.house.name)
