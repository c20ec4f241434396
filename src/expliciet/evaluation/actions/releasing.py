"""Masking a dossier for a study, hiding more by hand, releasing it, taking it back.

Whoever leads the table of a dossier does so, from what that seat hears and no further:
no study reads what its own process director may not (decision 0016).
"""

import json
from collections.abc import Iterable
from datetime import datetime, time
from functools import reduce
from operator import or_
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...accounts.terms import AMSTERDAM, end_of
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import as_told
from ...vault.keyring import unlock
from ..hiding import named_by, names_for, with_hand_masks
from ..masking.by_hand import wrong_with
from ..masking.masking import Masked
from ..masking.names import Names
from ..models import Coding, HandMask, StudyDossier, StudyHouse, StudyText
from ..models.among import said_among
from ..models.study_text import hidden_of
from ..telling import told

SILENT = frozenset({"heading", "case_number", "minutes", "person", "link"})
"""Kinds that tell who somebody is, or repeat what other records say."""

NOBODY = "partner"
"""An organisation that this house does not know (any more)."""

NOTHING = Q(pk__in=[])

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
    records = records_for(chosen, by, now)
    replaced = replaced_at(records)
    chosen.study_texts.all().delete()
    with translation.override(LANGUAGE):
        for number, record in enumerate(records, start=1):
            words = masker.mask(told(record, named_by(names))).text
            StudyText.objects.create(
                study_dossier=chosen,
                record_id=record.pk,
                number=number,
                kind=record.kind,
                recorded_at=record.recorded_at,
                stands_until=replaced.get(record.pk),
                voice=names.of_organisation.get(record.organisation_id, NOBODY),
                words=with_hand_masks([words], masks, masker.labels)[0].text,
                heard=json.dumps(heard_by(record, names)),
            )
    if not records:
        raise ValidationError(
            _("Nothing in this dossier was said in circles that the study may read.")
        )
    chosen.masked_at = now
    chosen.save(update_fields=["masked_at"])
    trail.record(Action.STUDY_MASKED, by=by, about=chosen, count=len(records))
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
        (masked,) = with_hand_masks([text.words or ""], more, labels)
        if masked.rounds:
            text.words = masked.text
            text.save(update_fields=["words"])
            move_codings(text, masked)
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
    """Nobody reads it in the study any more; findings that rest on it stand. Also
    where the house said no since: it may say yes again."""
    chosen = led(chosen, by, now)
    if chosen.taken_back_at or not chosen.released_at:
        raise ValidationError(_("This dossier is not with a study now."))
    chosen.taken_back_at = now
    chosen.save(update_fields=["taken_back_at"])
    trail.record(Action.STUDY_TAKEN_BACK, by=by, about=chosen)
    return chosen


def held(chosen: StudyDossier, by: Seat, now: datetime) -> StudyDossier:
    """Led, in a study that its house let look; unlocked for reading what it becomes."""
    found = led(chosen, by, now)
    house = StudyHouse.objects.filter(study=found.study_id, house=by.dossier.house_id)
    require(house.filter(released_at__isnull=False).exists(), "study.release")
    if not found.study.is_going_on(timezone.localdate(now)):
        raise ValidationError(_("This study has ended."))
    unlock_for_masking(found)
    return found


def led(chosen: StudyDossier, by: Seat, now: datetime) -> StudyDossier:
    """By whoever leads this very table now; as it stands, and locked."""
    require(
        by.dossier_id == chosen.dossier_id and by.is_chairing(now),
        "study.release",
    )
    return StudyDossier.objects.select_for_update().get(pk=chosen.pk)


def unlock_for_masking(chosen: StudyDossier) -> None:
    """What it became, and what was hidden by hand."""
    chosen.unlock()
    unlock(chosen.dossier_id, [hidden_of(chosen)])


def records_for(chosen: StudyDossier, by: Seat, now: datetime) -> list[Record]:
    """What this seat hears, said within the period of the study, in circles that the
    house let in: the table's, and the core's or chosen ones where both offices said so.
    """
    study = chosen.study
    let_in = study.houses.get(house=by.dossier.house_id).circles
    begins = datetime.combine(study.begins_on, time.min, tzinfo=AMSTERDAM)
    found = list(
        Record.objects.visible_to(by, now)
        .filter(reduce(or_, map(said_among, sorted(let_in)), NOTHING))
        .filter(withdrawal=None, recorded_at__gte=begins)
        .filter(recorded_at__lte=end_of(study.until))
        .exclude(kind__in=SILENT)
        .with_voice()
        .order_by("recorded_at", "id")
    )
    kinds = as_told(found)
    return [kinds[each.pk] for each in found if each.pk in kinds]


def replaced_at(records: Iterable[Record]) -> dict[UUID, datetime]:
    """When another took the place of each of these, where one did."""
    later = Record.objects.filter(supersedes__in=[each.pk for each in records])
    rows = later.order_by().values_list("supersedes", "recorded_at")
    return {pk: at for pk, at in rows if pk}


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


def move_codings(text: StudyText, masked: Masked) -> None:
    """What was coded stays at its words, wherever these went."""
    for coding in Coding.objects.filter(text=text):
        coding.begins, coding.ends = masked.moved(coding.begins, coding.ends)
        coding.save(update_fields=["begins", "ends"])
