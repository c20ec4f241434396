"""The codebook of a study: words that grow sharper while people read (F63).

Nothing here looks at what was coded: whether somebody gave a code is nobody's business
before both are done (F64), so it may not show in what can be changed.
"""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..codebook_files import FiledCode
from ..models import Code, Study, StudyMember


@transaction.atomic
def make_code(code: Code, *, by: StudyMember, now: datetime) -> Code:
    """A new word: what it stands for, and where it hangs in the codebook."""
    require(by.researches(now), "study.make_code")
    hold(by)
    code.study, code.made_at = by.study, now
    look_at(code)
    code.save(force_insert=True)
    trail.record(Action.CODE_MADE, by=by, about=code)
    return code


@transaction.atomic
def change_code(code: Code, *, read: str, by: StudyMember, now: datetime) -> Code:
    """Say more sharply what it stands for; what was coded with it stays so."""
    require(by.researches(now) and code.study_id == by.study_id, "study.change_code")
    hold(by)
    stand(code)
    Code.objects.get(pk=code.pk).require_read(read)
    look_at(code)
    code.save()
    trail.record(Action.CODE_MADE, by=by, about=code)
    return code


@transaction.atomic
def end_code(code: Code, *, by: StudyMember, now: datetime) -> Code:
    """From now on nobody gives it any more; where it was given it stays."""
    require(by.researches(now) and code.study_id == by.study_id, "study.end_code")
    hold(by)
    stand(code)
    if code.children.filter(ended_at=None).exists():
        raise ValidationError(_("End the codes below it first."))
    code.ended_at = now
    code.save(update_fields=["ended_at"])
    trail.record(Action.CODE_MADE, by=by, about=code)
    return code


@transaction.atomic
def take_in_codes(
    filed: Iterable[FiledCode], *, by: StudyMember, now: datetime
) -> list[Code]:
    """Codes from a file, below each other as they stand there. What came from it
    before stays as it is, renamed or ended; and so does what has that name there."""
    require(by.researches(now), "study.take_in_codes")
    hold(by)
    there = list(by.study.codes.all())
    known = {
        (each.parent_id, plain(each.name)): each for each in there if not each.ended_at
    }
    taken = {each.guid: each for each in there}
    made: list[Code] = []

    def take(code: FiledCode, parent: Code | None) -> None:
        key = (parent.pk if parent else None, plain(code.name))
        here = taken.get(code.guid) or known.get(key)
        if here is None:
            here = known[key] = written(code, parent, by, now)
            made.append(here)
        for each in code.children:
            take(each, parent if here.ended_at else here)

    for each in filed:
        take(each, None)
    if not made:
        raise ValidationError({"file": _("All these codes stand here already.")})
    trail.record(Action.CODE_MADE, by=by, about=by.study, count=len(made))
    return made


def written(
    code: FiledCode, parent: Code | None, by: StudyMember, now: datetime
) -> Code:
    new = Code(
        study=by.study,
        guid=code.guid,
        parent=parent,
        subject=parent.subject if parent else "",
        name=code.name,
        definition=code.description.strip() or _now("Not described yet."),
        example=code.example,
        counter_example=code.counter_example,
        made_at=now,
    )
    try:
        new.full_clean()
    except ValidationError as wrong:
        raise ValidationError(
            {
                "file": _("The code “%(name)s” cannot be taken in: %(why)s")
                % {"name": code.name[:80], "why": " ".join(wrong.messages)}
            }
        ) from wrong
    new.save(force_insert=True)
    return new


def look_at(code: Code) -> None:
    code.full_clean()
    if code.parent and code.parent.ended_at:
        raise ValidationError(
            {"parent": _("This code has ended: nothing comes below it any more.")}
        )
    beside = code.study.codes.filter(parent=code.parent_id, ended_at=None)
    others = beside.exclude(pk=code.pk)
    if plain(code.name) in {plain(each.name) for each in others}:
        raise ValidationError({"name": _("A code with this name stands here already.")})


def stand(code: Code) -> None:
    """As the database has it now: two may work on one codebook."""
    if Code.objects.filter(pk=code.pk, ended_at__isnull=False).exists():
        raise ValidationError(_("This code has ended, and stays as it is."))


def hold(by: StudyMember) -> None:
    """One change of a codebook at a time."""
    Study.objects.select_for_update().only("pk").get(pk=by.study_id)


def plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
