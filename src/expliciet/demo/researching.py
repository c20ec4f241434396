"""What researchers of a study do, and how: coding, comparing, talking, counting."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..evaluation.actions.codebook import make_code
from ..evaluation.actions.coding import code_passage, finish_coding
from ..evaluation.actions.comparing import compare_coders, settle_difference
from ..evaluation.actions.conversations import (
    Said,
    code_line,
    enter_lines,
    keep_consent,
    plan_conversation,
)
from ..evaluation.actions.memos import keep_memo
from ..evaluation.actions.reconstructing import reconstruct_process
from ..evaluation.models import (
    Code,
    Coding,
    Comparison,
    Conversation,
    Memo,
    Reconstruction,
    Settling,
    StudyText,
    Subject,
)
from ..evaluation.reading.places import Place, matches
from .deeds import Elsewhere, Story, Worded
from .partners import Colleague
from .playing import play
from .stage import Stage
from .studies import chosen, member, researching


@dataclass(frozen=True, kw_only=True)
class Names(Elsewhere):
    """A code: its name is by what the story finds it again."""

    study: str
    name: str
    means: str
    subject: Subject | None = None
    under: str = ""
    example: str = ""
    not_when: str = ""


@dataclass(frozen=True, kw_only=True)
class Codes(Elsewhere):
    """Codes a dossier, a minute for each passage: a code, and the words that get it,
    in the first text that has them. By those words the story finds them again."""

    study: str
    dossier: str
    passages: tuple[tuple[str, str], ...]
    is_done: bool = False


@dataclass(frozen=True, kw_only=True)
class Remarks(Elsewhere, Worded):
    """A memo beside a dossier."""

    study: str
    dossier: str


@dataclass(frozen=True, kw_only=True)
class Compares(Elsewhere):
    study: str
    other: Colleague


@dataclass(frozen=True, kw_only=True)
class Settles(Elsewhere, Worded):
    """Settles a difference on the passage of that mark; why is in the words."""

    study: str
    passage: str
    applies: bool = True


@dataclass(frozen=True, kw_only=True)
class Talks(Elsewhere):
    """A group conversation: planned, agreed to by everybody, and written down."""

    study: str
    mark: str
    held: str
    about: str
    guide: str
    consent: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CodesLines(Elsewhere):
    """Codes things said in conversations: which talk, the number of the line, a code.

    The story finds them again by both: ``tafel 3``.
    """

    study: str
    lines: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, kw_only=True)
class Counts(Elsewhere):
    """Has the course of the process counted."""

    study: str


@play.register
def _(deed: Names, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        code = Code(
            parent=stage.kept(Code, deed.under) if deed.under else None,
            subject=deed.subject or "",
            name=deed.name,
            definition=deed.means,
            example=deed.example,
            counter_example=deed.not_when,
        )
        make_code(code, by=by, now=now)
    stage.keep(code, deed.name)


@play.register
def _(deed: Codes, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        there = chosen(stage, deed.study, deed.dossier)
        there.unlock()
        texts = list(there.study_texts.all())
        for minute, (code, words) in enumerate(deed.passages, start=1):
            text, place = found(words, texts)
            coding = Coding(text=text, code=stage.kept(Code, code), **place._asdict())
            code_passage(coding, by=by, now=now + timedelta(minutes=minute))
            stage.keep(coding, words)
        if deed.is_done:
            finish_coding(there, by=by, now=now + timedelta(hours=1))


def found(words: str, texts: list[StudyText]) -> tuple[StudyText, Place]:
    for text in texts:
        for place in matches(text.passage or "", [words]):
            return text, place
    raise LookupError(f"no masked text says: {words}")


@play.register
def _(deed: Remarks, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        there = chosen(stage, deed.study, deed.dossier)
        there.unlock()
        words = stage.calendar.told(deed.words, now)
        keep_memo(Memo(study_dossier=there, words=words), by=by, now=now)


@play.register
def _(deed: Compares, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        other = member(stage, deed.study, deed.other)
        compare_coders(Comparison(first=by, second=other), by=by, now=now)


@play.register
def _(deed: Settles, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        coding = stage.kept(Coding, deed.passage)
        text = StudyText.objects.get(codings=coding)
        text.study_dossier.unlock()
        settling = Settling(
            text=text,
            code=coding.code,
            applies=deed.applies,
            why=stage.calendar.told(deed.words, now),
        )
        settle_difference(settling, by=by, now=now)


@play.register
def _(deed: Talks, _story: Story, stage: Stage, now: datetime) -> None:
    told, held = stage.calendar.told, stage.calendar.moment(deed.held)
    roles = list(dict.fromkeys(role for role, _words in deed.said))
    with researching(stage, deed.study, deed.by) as by:
        talk = Conversation(
            held_on=held.date(),
            about=deed.about,
            guide=told(deed.guide, now),
            consent=told(deed.consent, now),
        )
        plan_conversation(talk, roles, by=by, now=now)
        for each in talk.participants.all():
            keep_consent(each, held.date(), by=by, now=held)
        said = [Said(role, told(words, held)) for role, words in deed.said]
        enter_lines(talk, said, by=by, now=held)
    stage.keep(talk, deed.mark)


@play.register
def _(deed: CodesLines, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        for talk, number, code in deed.lines:
            line = stage.kept(Conversation, talk).lines.get(number=number)
            coding = Coding(line=line, code=stage.kept(Code, code))
            code_line(coding, "", by=by, now=now)
            stage.keep(coding, f"{talk} {number}")


@play.register
def _(deed: Counts, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        made: Reconstruction = reconstruct_process(by=by, now=now)
    stage.keep(made, deed.study)
