"""The yearly scan of the fictional house, and how it is done through the actions."""

from dataclasses import dataclass
from datetime import datetime

from ..evaluation.actions.scans import Given, answer_scan, begin_scan, open_scan
from ..evaluation.models import Scan, ScanAnswer
from ..evaluation.scan_statements import SLUGS
from ..vault.keyring import keyring
from .deeds import Elsewhere, Story
from .playing import play
from .stage import Stage

SAYS = {each.value[0]: each.value for each in ScanAnswer.Says}
"""An answer by its first letter: y, p, n or u."""


@dataclass(frozen=True, kw_only=True)
class BeginsScan(Elsewhere):
    """Of this year, or the year before; `year` is counted from that of `seen_from`."""

    scan: str
    seen_from: str
    years_ago: int
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class AnswersScan(Elsewhere):
    """One letter for each statement, in their order; some with a reason."""

    scan: str
    says: str
    why: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class OpensScan(Elsewhere):
    scan: str


@play.register
def _(deed: BeginsScan, _story: Story, stage: Stage, now: datetime) -> None:
    scan = Scan(
        year=stage.calendar.day(deed.seen_from).year - deed.years_ago,
        answer_by=stage.calendar.day(deed.answer_by),
    )
    begin_scan(scan, by=stage.appointment(deed.by), now=now)
    stage.keep(scan, deed.scan)


@play.register
def _(deed: AnswersScan, _story: Story, stage: Stage, now: datetime) -> None:
    why = dict(deed.why)
    given = {
        slug: Given(SAYS[letter], why.get(slug, ""))
        for slug, letter in zip(SLUGS, deed.says, strict=True)
    }
    by, scan = stage.appointment(deed.by), stage.kept(Scan, deed.scan)
    with keyring():
        answer_scan(scan, given, by=by, now=now)


@play.register
def _(deed: OpensScan, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        open_scan(stage.kept(Scan, deed.scan), by=stage.appointment(deed.by), now=now)
