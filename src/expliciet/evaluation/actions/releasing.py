"""Masking a dossier for a study, hiding more by hand, releasing it, taking it back.

Whoever leads the table of a dossier does so, from what that seat hears and no further:
no study reads what its own process director may not (decision 0016).
"""

import json
from collections.abc import Iterable
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...accounts.terms import AMSTERDAM, end_of
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.models import Circle, Record, Seat
from ...dossiers.models.record import as_told
from ...vault.keyring import unlock
from ..hiding import named_by, names_for, with_hand_masks
from ..masking.by_hand import wrong_with
from ..masking.names import Names
from ..models import Coding, HandMask, StudyDossier, StudyHouse, StudyText
from ..models.study_text import hidden_of
from ..shifting import Shift, shifts
from ..telling import told

SILENT = frozenset({"heading", "case_number", "minutes", "person", "link"})
"""Kinds that tell who somebody is, or repeat what other records say."""

NOBODY = "partner"
"""An organisation that this house does not know (any more)."""

LANGUAGE = "nl"
"""In which the names of fields stand in a masked text: that of the house."""


@transaction.atomic
def mask_dossier(chosen: StudyDossier, *, by: Seat, now: datetime) -> StudyDossier:
    """Make a masked text of each record that the circles of the study let in.

    Anew when something was said since; never after it was released.
    """
    chosen = held(chosen, by, now)
    if chosen.released_at:
        raise ValidationError(_("This dossier was released already."))
    names = names_for(chosen, by)
    masker, masks = names.masker(), hand_masks(chosen)
    known = {text.record_id: text for text in chosen.study_texts.all()}
    count = 0
    with translation.override(LANGUAGE):
        for count, record in enumerate(records_for(chosen, by, now), start=1):
            text = known.pop(record.pk, None) or StudyText(
                study_dossier=chosen, record_id=record.pk
            )
            text.number, text.kind = count, record.kind
            text.recorded_at = record.recorded_at
            text.stands_until = until(record)
            text.voice = names.of_organisation.get(record.organisation_id, NOBODY)
            words = masker.mask(told(record, named_by(names))).text
            text.words = with_hand_masks([words], masks, masker.labels)[0].text
            text.heard = json.dumps(heard_by(record, names))
            fresh = text._state.adding
            text.save(force_insert=fresh)
    StudyText.objects.filter(pk__in=[each.pk for each in known.values()]).delete()
    if not count:
        raise ValidationError(
            _("Nothing in this dossier was said in circles that the study may read.")
        )
    chosen.masked_at = now
    chosen.save(update_fields=["masked_at"])
    trail.record(Action.STUDY_MASKED, by=by, about=chosen, count=count)
    return chosen


@transaction.atomic
def hide_by_hand(mask: HandMask, *, by: Seat, now: datetime) -> HandMask:
    """Hide these words in every text of the dossier, now and when it is masked anew;
    what was coded there stays at its words."""
    chosen = held(mask.study_dossier, by, now)
    if by.user is None or not chosen.masked_at:
        raise ValidationError(_("Mask the dossier first."))
    mask.by, mask.at = by.user, now
    mask.full_clean()
    wrong = wrong_with(mask.hides or "", mask.shown_as or "")
    if wrong:
        raise ValidationError(
            {"hides": wrong.spoken(translation.get_language() or "nl")}
        )
    mask.save(force_insert=True)
    hidden, more = 0, {mask.hides or "": mask.shown_as or ""}
    labels = names_for(chosen, by).masker().labels
    for text in chosen.study_texts.all():
        before = text.words or ""
        after = with_hand_masks([before], more, labels)[0].text
        if after != before:
            text.words = after
            text.save(update_fields=["words"])
            move_codings(text, shifts(before, after))
            hidden += 1
    if not hidden:
        raise ValidationError(
            {"hides": _("These words stand nowhere in the masked texts.")}
        )
    trail.record(Action.STUDY_HIDDEN_MORE, by=by, about=mask, count=hidden)
    return mask


@transaction.atomic
def release_dossier(chosen: StudyDossier, *, by: Seat, now: datetime) -> StudyDossier:
    """From now on the researchers of the study read the masked texts."""
    chosen = held(chosen, by, now)
    if chosen.released_at:
        raise ValidationError(_("This dossier was released already."))
    if not chosen.masked_at:
        raise ValidationError(_("Mask the dossier first, and read what it became."))
    chosen.released_at, chosen.released_by = now, by.user
    chosen.save(update_fields=["released_at", "released_by"])
    trail.record(
        Action.STUDY_RELEASED, by=by, about=chosen, count=chosen.study_texts.count()
    )
    return chosen


@transaction.atomic
def take_back(chosen: StudyDossier, *, by: Seat, now: datetime) -> StudyDossier:
    """Nobody reads it in the study any more; findings that rest on it stand."""
    chosen = held(chosen, by, now)
    if chosen.taken_back_at or not chosen.released_at:
        raise ValidationError(_("This dossier is not with a study now."))
    chosen.taken_back_at = now
    chosen.save(update_fields=["taken_back_at"])
    trail.record(Action.STUDY_TAKEN_BACK, by=by, about=chosen)
    return chosen


def held(chosen: StudyDossier, by: Seat, now: datetime) -> StudyDossier:
    """By whoever leads this very table now, in a study that its house let look;
    locked, and unlocked for reading what it becomes."""
    require(
        by.dossier_id == chosen.dossier_id and by.is_chairing(now),
        "study.release",
    )
    found = StudyDossier.objects.select_for_update().get(pk=chosen.pk)
    house = StudyHouse.objects.filter(study=found.study_id, house=by.dossier.house_id)
    require(house.filter(released_at__isnull=False).exists(), "study.release")
    if not found.study.is_going_on(timezone.localdate(now)):
        raise ValidationError(_("This study has ended."))
    unlock_for_masking(found)
    return found


def unlock_for_masking(chosen: StudyDossier) -> None:
    """What it became, and what was hidden by hand."""
    chosen.unlock()
    unlock(chosen.dossier_id, [hidden_of(chosen)])


def records_for(chosen: StudyDossier, by: Seat, now: datetime) -> Iterable[Record]:
    """What this seat hears, said within the period of the study, in circles that the
    house let in: the table's, and the core's or chosen ones where both offices said so.

    What was passed on to the table by a reveal counts as the table's.
    """
    study = chosen.study
    let_in = study.houses.get(house=by.dossier.house_id).circles
    begins = datetime.combine(study.begins_on, time.min, tzinfo=AMSTERDAM)
    found = (
        Record.objects.visible_to(by, now)
        .filter(withdrawal=None, recorded_at__gte=begins)
        .filter(recorded_at__lte=end_of(study.until))
        .exclude(kind__in=SILENT)
        .with_voice()
        .order_by("recorded_at", "id")
    )
    fitting = [each for each in found if is_let_in(each, let_in)]
    kinds = as_told(fitting)
    return [kinds[each.pk] for each in fitting if each.pk in kinds]


def is_let_in(record: Record, let_in: Iterable[str]) -> bool:
    """An own reading only once it was revealed: then others hear it too."""
    if record.circle.kind == Circle.Kind.OWN:
        return len(record.passed_on_to()) > 1
    return record.circle.kind in let_in


def until(record: Record) -> datetime | None:
    """When another took its place."""
    later = Record.objects.filter(supersedes=record.pk).first()
    return later.recorded_at if later else None


def heard_by(record: Record, names: Names) -> list[tuple[str, str]]:
    """Which roles heard it, and from which moment; said, or passed on later."""
    said = {
        member.organisation_id: record.recorded_at
        for member in record.circle.members.all()
    }
    for passing in record.passings.all():
        said.setdefault(passing.organisation_id, passing.at)
    return sorted(
        (names.of_organisation.get(pk, NOBODY), at.isoformat())
        for pk, at in said.items()
    )


def hand_masks(chosen: StudyDossier) -> dict[str, str]:
    """What somebody hid by hand, and what stands there instead."""
    return {each.hides or "": each.shown_as or "" for each in chosen.hand_masks.all()}


def move_codings(text: StudyText, moved: Shift) -> None:
    """What was coded stays at its words, wherever these went."""
    for coding in Coding.objects.filter(text=text):
        coding.begins, coding.ends = moved(coding.begins), moved(coding.ends)
        coding.ends = max(coding.ends, coding.begins + 1)
        coding.save(update_fields=["begins", "ends"])
