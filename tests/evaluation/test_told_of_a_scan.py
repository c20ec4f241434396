"""Whoever is asked for a yearly scan is told that there is something, once."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.absences import go_away
from expliciet.accounts.models import Absence, Appointment, User
from expliciet.accounts.refusal import Refused
from expliciet.accounts.rhythm import Rhythm, next_mail
from expliciet.evaluation.actions.scans import answer_scan, begin_scan, open_scan
from expliciet.evaluation.models import Scan
from expliciet.post.actions.delivering import deliver
from expliciet.post.actions.rhythm import choose_rhythm
from expliciet.post.models import Delivery, Notice
from tests.evaluation.finding import Found
from tests.evaluation.test_scans import ALL_YES, begun, partner
from tests.factories import AppointmentFactory, Role, Table, earlier_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def told(*whom: Appointment) -> list[int]:
    """How often each of these was told of a scan."""
    notices = Notice.objects.filter(kind=Notice.Kind.SCAN)
    return [notices.filter(user=each.user_id).count() for each in whom]


def test_everybody_who_may_answer_is_told_once(table: Table) -> None:
    """N22: a colleague too; only one of them answers, and which is theirs to say."""
    whom = [partner(table, each) for each in ("police", "police", "GGZ")]
    scan = begun(table)
    assert told(*whom) == [1, 1, 1]
    notice = Notice.objects.get(kind=Notice.Kind.SCAN, user=whom[0].user)
    assert (notice.about, notice.house) == (scan.pk, table.house.pk)
    assert notice.dossier is None


def test_who_begins_it_is_not_told_what_they_did_themselves(table: Table) -> None:
    office = table.director.organisation
    secretary = AppointmentFactory(organisation=office, role=Role.SECRETARY)
    begun(table)
    assert told(table.director, secretary) == [0, 1]


def test_who_speaks_for_two_organisations_is_told_once(table: Table) -> None:
    police = partner(table, "police")
    AppointmentFactory(
        user=police.user, organisation=table.organisation("GGZ"), role=Role.PARTNER
    )
    begun(table)
    assert told(police) == [1]


def test_nobody_is_told_who_may_not_answer(table: Table) -> None:
    """V3: another house, offices that sit at no table, and whoever left."""
    office = table.director.organisation
    yesterday = timezone.localdate(table.now) - timedelta(days=1)
    left, stopped, gone = (partner(table, each) for each in ("police", "GGZ", "reclas"))
    Appointment.objects.filter(pk=left.pk).update(until=yesterday)
    User.objects.filter(pk=stopped.user_id).update(is_active=False)
    gone.organisation.is_active = False
    gone.organisation.save()
    whom = [
        left,
        stopped,
        gone,
        AppointmentFactory(role=Role.PARTNER),
        AppointmentFactory(organisation=office, role=Role.PRIVACY_OFFICER),
        AppointmentFactory(organisation=office, role=Role.EVALUATOR),
        AppointmentFactory(organisation=office, role=Role.ADMINISTRATOR),
    ]
    begun(table)
    assert told(*whom) == [0] * len(whom)


def test_a_scan_that_was_not_begun_tells_nobody(table: Table) -> None:
    """Told with the deed, or not at all."""
    police, today = partner(table, "police"), timezone.localdate(table.now)
    too_late = Scan(year=today.year, answer_by=today)
    with pytest.raises(ValidationError):
        begin_scan(too_late, by=table.director, now=table.tick())
    scan = Scan(year=today.year, answer_by=today + timedelta(days=3))
    with pytest.raises(Refused):
        begin_scan(scan, by=police, now=table.tick())
    assert told(police) == [0]
    begun(table)
    with pytest.raises(ValidationError, match="already"):
        begun(table)
    assert told(police) == [1]


def test_answering_and_opening_tell_nobody_anything_more(table: Table) -> None:
    """N22: that a colleague or another partner answered is no news."""
    whom = [partner(table, each) for each in ("police", "police", "GGZ")]
    scan = begun(table)
    for each in (whom[0], whom[2]):
        answer_scan(scan, ALL_YES, by=each, now=table.tick())
    open_scan(scan, by=table.director, now=table.now + timedelta(days=16))
    assert told(*whom, table.director) == [1, 1, 1, 0]


def test_who_is_away_finds_it_later_and_a_replacement_is_told_once(
    table: Table,
) -> None:
    """An absence gives nobody anything of another: a replacement is asked too."""
    away, replacement = partner(table, "police"), partner(table, "police")
    today = timezone.localdate(table.now)
    absence = Absence(replacement=replacement.user, since=today, until=today)
    go_away(absence, by=away.user, now=table.tick())
    begun(table)
    assert told(away, replacement) == [1, 1]


def test_its_mail_says_nothing_of_it(table: Table, mailoutbox: list[Any]) -> None:
    """T8, V12: not who asks, of which house or year, nor what is asked."""
    police = partner(table, "police")
    table.house.name = "Veiligheidshuis Kanarie"
    table.house.save()
    scan = begun(table)
    deliver(table.tick())
    (mail,) = [each for each in mailoutbox if each.to == [police.user.email]]
    raw = mail.message().as_bytes().decode()
    notice = Notice.objects.get(user=police.user, kind=Notice.Kind.SCAN)
    secrets = ["Kanarie", "scan", str(scan.pk), str(notice.pk), str(table.house.pk)]
    secrets += [police.user.name, police.organisation.name, table.director.user.name]
    assert [each for each in secrets if each in raw] == []


def test_a_scan_and_a_study_on_one_day_are_one_mail_for_who_chose_so(
    mailoutbox: list[Any],
) -> None:
    found = Found(since_noon_yesterday())
    user = found.partner.user
    choose_rhythm(user, Rhythm.DAILY, now=found.now)
    found.offered()
    begun(found.table)
    asked = Delivery.objects.filter(notice__user=user, notice__kind__in=KINDS)
    assert asked.count() == 2
    morning = next_mail(Rhythm.DAILY, found.table.now)
    assert morning is not None
    deliver(found.table.now)
    assert to(user, mailoutbox) == 0
    deliver(morning)
    assert to(user, mailoutbox) == 1
    assert not asked.exclude(state=Delivery.State.SENT).exists()


def test_who_wants_no_mail_gets_none_and_finds_it_inside(
    table: Table, mailoutbox: list[Any]
) -> None:
    police = partner(table, "police")
    User.objects.filter(pk=police.user_id).update(mail_rhythm=Rhythm.NEVER)
    begun(table)
    deliver(table.now + timedelta(days=8))
    assert to(police.user, mailoutbox) == 0
    assert told(police) == [1]


KINDS = (Notice.Kind.SCAN, Notice.Kind.STUDY)


def since_noon_yesterday() -> timedelta:
    """So that no morning's mail falls between two deeds."""
    now = timezone.localtime()
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    return now - noon + timedelta(days=1)


def to(user: User, sent: list[Any]) -> int:
    return sum(each.to == [user.email] for each in sent)
