"""The loaded words of the fictional house, each explained by those who use it."""

from collections.abc import Iterable

from ..accounts.actions.loaded_words import add_loaded_word, give_meaning
from ..accounts.models import LoadedWord, Meaning
from ..vault.keyring import keyring
from .duinmeer.loaded_words import Means, Word
from .stage import Stage


def explain(words: Iterable[Word], stage: Stage) -> None:
    """Entered by whoever explained it first; the others put theirs beside it."""
    for told in words:
        first, *others = told.meanings
        word = LoadedWord(
            house=stage.house, word=told.word, forms="\n".join(told.forms)
        )
        with keyring():
            stage.house.unlock()
            add_loaded_word(
                word,
                meaning(first, word, stage),
                by=stage.appointment(first.by),
                now=stage.calendar.moment(first.when),
            )
            for each in others:
                give_meaning(
                    meaning(each, word, stage),
                    by=stage.appointment(each.by),
                    now=stage.calendar.moment(each.when),
                )


def meaning(told: Means, word: LoadedWord, stage: Stage) -> Meaning:
    now = stage.calendar.moment(told.when)
    return Meaning(
        word=word,
        organisation=None
        if told.for_house
        else stage.appointment(told.by).organisation,
        text=stage.calendar.told(told.text, now),
        not_meant=stage.calendar.told(told.not_meant, now),
        why_changed=stage.calendar.told(told.why, now),
        review_on=stage.calendar.day(told.review),
    )
