"""Words that weigh: entered, explained, explained anew."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ..models import Appointment, LoadedWord, Meaning, Organisation
from ..refusal import require
from ..terms import months_later


@transaction.atomic
def add_loaded_word(
    word: LoadedWord, meaning: Meaning, *, by: Appointment, now: datetime
) -> LoadedWord:
    """A word that weighs, with the first meaning of it.

    Everybody at tables may say what their own organisation means; for the house only
    the process director.
    """
    require(by.house_id == word.house_id and may_mean(meaning, by), "loaded_word.add")
    today = timezone.localdate(now)
    word.made_at, word.made_by = now, by.user
    word.ends_on = months_later(
        max(today, meaning.review_on or today), by.house.rule("account-months", today)
    )
    word.full_clean()
    refuse_twice(word, now)
    word.save(force_insert=True)
    trail.record(Action.LOADED_WORD_ADDED, by=by, about=word)
    meaning.word = word
    give_meaning(meaning, by=by, now=now)
    return word


@transaction.atomic
def give_meaning(meaning: Meaning, *, by: Appointment, now: datetime) -> Meaning:
    """Say what one's organisation, or the house, means by a word; or say it anew."""
    word = meaning.word
    require(by.house_id == word.house_id and may_mean(meaning, by), "meaning.give")
    today = timezone.localdate(now)
    meaning.at, meaning.by = now, by.user
    meaning.supersedes = standing(word, meaning.organisation)
    meaning.full_clean(exclude=["word", "supersedes"])
    if meaning.review_on <= today:
        raise ValidationError({"review_on": _("Choose a day still to come.")})
    try:
        with transaction.atomic():
            meaning.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _(
                "Somebody of your organisation said this a moment ago. Your text still "
                "stands here: read theirs first, and say it anew if yours is needed."
            ),
            code="overtaken",
        ) from None
    kept = months_later(meaning.review_on, by.house.rule("account-months", today))
    if word.ends_on < kept:
        word.ends_on = kept
        word.save(update_fields=["ends_on"])
    trail.record(Action.MEANING_GIVEN, by=by, about=meaning)
    return meaning


def standing(word: LoadedWord, organisation: Organisation | None) -> Meaning | None:
    """What is meant by it now, whose place a new meaning takes."""
    return Meaning.objects.filter(
        word=word, organisation=organisation, superseded_by=None
    ).first()


def refuse_twice(word: LoadedWord, now: datetime) -> None:
    """Each word once in a house, whatever its form."""
    known = LoadedWord.objects.kept(timezone.localdate(now)).filter(house=word.house_id)
    for each in known.select_related("house"):
        if set(each.spellings) & set(word.spellings):
            raise ValidationError(
                {
                    "word": _(
                        "This word stands in the list. Say there what you mean by it."
                    )
                },
                code="twice",
            )


def may_mean(meaning: Meaning, by: Appointment) -> bool:
    """For one's own organisation; for the house only the process director."""
    if not by.is_(*Appointment.AT_TABLES):
        return False
    if meaning.organisation is None:
        return by.is_(Appointment.Role.PROCESS_DIRECTOR)
    return meaning.organisation.id == by.organisation_id
