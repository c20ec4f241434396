"""What there is to see in Duinmeer: every kind of thing that a table knows."""

from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import override

from expliciet.accounts.models import (
    Appointment,
    HouseRule,
    Organisation,
    User,
    WorkingAgreement,
    WorkingAnswer,
)
from expliciet.audit.models import Line, Seal
from expliciet.audit.models.seal import START, chained
from expliciet.audit.sealer import seal_lines
from expliciet.casework.models import Withholding
from expliciet.demo.duinmeer.archive import ARCHIVE
from expliciet.demo.duinmeer.last_year import LAST_YEAR
from expliciet.demo.duinmeer.people import COLLEAGUES
from expliciet.demo.duinmeer.stories import STORIES
from expliciet.demo.loading import load
from expliciet.dossiers.models import (
    Attachment,
    Circle,
    Dossier,
    HandOver,
    Heading,
    Hold,
    Link,
    Note,
    Opening,
    Passing,
    Person,
    Record,
    Seat,
    Shown,
    Withdrawal,
)
from expliciet.vault.keyring import keyring
from tests.demo.conftest import Duinmeer

GROUNDS = set(Withholding.Ground.values)
"""Which of the grounds there are is a choice, and no word of a case."""

pytestmark = pytest.mark.django_db


def test_everything_says_that_it_is_made_up(duinmeer: Duinmeer) -> None:
    """S62: test data are fictitious and marked so; F89."""
    assert duinmeer.house.is_fictional
    emails = User.objects.values_list("email", flat=True)
    assert {email.partition("@")[2] for email in emails} == {"duinmeer.example"}
    sources = HouseRule.objects.values_list("source", flat=True)
    assert all("verzonnen" in source for source in sources)


def test_sixteen_people_hold_every_role_there_is(duinmeer: Duinmeer) -> None:
    roles = Appointment.objects.values_list("role", flat=True)
    assert len(roles) == User.objects.count() == 16
    assert set(roles) == set(Appointment.Role)


def test_three_core_partners_and_seven_others_surround_the_office(
    duinmeer: Duinmeer,
) -> None:
    functions = duinmeer.house.organisations.values_list("function", flat=True)
    assert {*functions} > set(Organisation.CORE)
    assert len(set(functions) - set(Organisation.CORE)) == len(functions) - 4 == 7


def test_the_accounts_file_is_for_its_owner_alone_and_its_passwords_fit(
    duinmeer: Duinmeer,
) -> None:
    assert duinmeer.accounts.stat().st_mode & 0o777 == 0o600
    people = duinmeer.people
    assert len({person["password"] for person in people}) == 16
    assert {person["role"] for person in people} == set(Appointment.Role)
    assert {person["house"] for person in people} == {duinmeer.house.name}
    someone = people[7]
    user = User.objects.get(email=someone["email"])
    assert user.name == someone["name"]
    assert check_password(someone["password"], user.password)
    organisation = user.appointments.get().organisation
    assert organisation.name == someone["organisation"]


def test_nine_dossiers_stand_in_all_phases_after_the_weighing_and_nine_are_over(
    duinmeer: Duinmeer,
) -> None:
    dossiers = Dossier.objects.filter(house=duinmeer.house)
    assert len(STORIES) == 9
    assert len(dossiers) == 9 + len(ARCHIVE) + len(LAST_YEAR)
    phases = {dossier.phase for dossier in dossiers}
    assert phases == {"conference", "monitoring", "closed"}
    assert {dossier.regime for dossier in dossiers} == {"wet-pga", "wgs"}


def test_one_review_is_overdue_and_some_come_soon(duinmeer: Duinmeer) -> None:
    today = timezone.localdate()
    days = set(
        Dossier.objects.exclude(phase="closed").values_list("review_on", flat=True)
    )
    assert len([day for day in days if day < today]) == 1
    assert [day for day in days if today <= day <= today + timedelta(days=14)]


def test_the_tables_hold_every_role_every_mandate_and_guests(
    duinmeer: Duinmeer,
) -> None:
    """N28: guests without an account."""
    seats = Seat.objects.all()
    assert {seat.role for seat in seats} == set(Seat.Role)
    assert {seat.mandate for seat in seats} == set(Seat.Mandate)
    assert seats.filter(user=None).exists()
    assert seats.exclude(left_at=None).exists()
    assert Record.objects.exclude(on_behalf_of=None).exists()


def test_every_kind_of_record_and_circle_is_there(duinmeer: Duinmeer) -> None:
    kinds = {kind.KIND for kind in (Attachment, HandOver, Heading, Note, Person)}
    assert set(Record.objects.values_list("kind", flat=True)) >= kinds
    used = Record.objects.values_list("circle__kind", flat=True)
    assert set(used) == set(Circle.Kind)
    assert {person.role for person in Person.objects.all()} == set(Person.Kind)
    assert Person.objects.filter(is_minor=True).count() >= 5
    assert {file.extension for file in Attachment.objects.all()} == {"pdf", "txt"}


def test_what_may_happen_to_a_record_happened_somewhere(duinmeer: Duinmeer) -> None:
    assert Note.objects.exclude(supersedes=None).exists()
    assert Person.objects.exclude(supersedes=None).exists()
    assert Heading.objects.exclude(supersedes=None).exists()
    assert Heading.objects.exclude(running_since=None).exists()
    assert Withdrawal.objects.exists()
    assert Passing.objects.exclude(record__kind="heading").exists()
    assert Opening.objects.filter(words__isnull=False).exists()
    assert Hold.objects.holding(timezone.now()).count() == 1
    assert Link.objects.get(kind=Link.Kind.FAMILY).shown.count() == 1


def test_a_family_is_seen_in_both_dossiers_by_whoever_sits_in_both(
    duinmeer: Duinmeer,
) -> None:
    """F7: linked dossiers."""
    now = timezone.now()
    [shown] = Shown.objects.all()
    seats = shown.dossier.seats.active(now).select_related("user")
    seeing = {
        seat.user.email.partition(".")[0]
        for seat in seats
        if seat.user and Shown.objects.visible_to(seat.user, now).exists()
    }
    assert seeing == {"marijke", "ruben", "hilde", "yara", "jeroen", "floor"}


def test_working_agreements_are_there_with_every_answer(duinmeer: Duinmeer) -> None:
    """N27: one of them is due, and one took the place of another."""
    agreements = WorkingAgreement.objects.filter(house=duinmeer.house)
    assert 8 <= agreements.current().count() <= 10
    assert {each.subject for each in agreements} == set(WorkingAgreement.Subject)
    assert len(agreements.due(timezone.localdate())) == 1
    assert agreements.exclude(supersedes=None).exists()
    said = WorkingAnswer.objects.values_list("says", flat=True)
    assert set(said) == set(WorkingAnswer.Says)


def test_nothing_lies_in_the_future_and_each_dossier_goes_one_way(
    duinmeer: Duinmeer,
) -> None:
    now = timezone.now()
    for dossier in Dossier.objects.all():
        moments = list(dossier.records.values_list("recorded_at", flat=True))
        assert moments == sorted(moments)
        assert dossier.opened_at <= moments[0]
        assert moments[-1] < now
    assert not Seat.objects.filter(joined_at__gt=now).exists()


def test_everybody_opens_what_their_seats_hear_and_can_read_it(
    duinmeer: Duinmeer,
) -> None:
    """Each text opens with the keys of a seat that may hear it, and of no other."""
    now = timezone.now()
    read = 0
    for seat in Seat.objects.active(now).select_related("dossier"):
        with keyring():
            seat.unlock(now)
            for kind in (Note, Person, Heading, HandOver):
                for record in kind.objects.visible_to(seat, now):  # type: ignore[attr-defined]
                    read += len(record.texts)
    assert read > 500


def kept() -> bytes:
    """Whatever a thief would find: every column of every row, and the file itself."""
    found = bytearray()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for value in chain.from_iterable(cursor.fetchall()):
                is_bytes = isinstance(value, bytes | memoryview)
                found += b"\n" + (bytes(value) if is_bytes else str(value).encode())
    if connection.vendor == "sqlite":
        found += Path(connection.settings_dict["NAME"]).read_bytes()
    return bytes(found)


def test_no_word_of_a_case_stands_open_in_the_database(duinmeer: Duinmeer) -> None:
    """A thief learns that there is a Duindoorn, and nothing of what was said there."""
    raw = kept()
    assert b"Duindoorn" in raw
    texts = [
        words
        for story in STORIES
        for deed in story.deeds
        for name in ("words", "why", "name", "ground", "contact", "summary")
        if isinstance(words := getattr(deed, name, None), str) and words
    ]
    pieces = {
        piece
        for words in texts
        for piece in (" ".join(words.split())[:24], words.split()[-1])
        if len(piece) > 9 and "{" not in piece and piece not in GROUNDS
    }
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece.encode() in raw] == []
    assert [each.name for each in COLLEAGUES if each.name.encode() in raw] == []


def test_the_chain_of_the_trail_holds(duinmeer: Duinmeer) -> None:
    seal_lines()
    previous = START
    seals = Seal.objects.filter(house=duinmeer.house.id).order_by("number")
    for number, seal in enumerate(seals.select_related("line"), 1):
        assert seal.number == number
        assert seal.hash == (previous := chained(previous, seal.line.exported()))
    lines = Line.objects.of_house(duinmeer.house.id)
    assert lines.count() == len(seals) > 300
    assert set(lines.values_list("auth_level", flat=True)) == {"demo"}


def test_a_second_time_changes_nothing(duinmeer: Duinmeer) -> None:
    before = Record.objects.count(), Line.objects.count(), duinmeer.accounts.read_text()
    again = load(timezone.now())
    assert (again.house, again.deeds) == (duinmeer.house, 0)
    after = Record.objects.count(), Line.objects.count(), duinmeer.accounts.read_text()
    assert after == before


def test_the_command_says_that_the_house_was_there(
    duinmeer: Duinmeer, capsys: pytest.CaptureFixture[str]
) -> None:
    with override("nl"):
        call_command("load_demo")
    assert capsys.readouterr().out == (
        "Veiligheidshuis Duinmeer was er al. Er is niets veranderd.\n"
    )


def test_loading_asks_no_more_of_the_database_than_its_deeds_need(
    duinmeer: Duinmeer,
) -> None:
    assert duinmeer.queries < 39_500
