"""Loaded words: entered, explained by each, explained anew, never lost (N12)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.loaded_words import add_loaded_word, give_meaning
from expliciet.accounts.models import Appointment, LoadedWord, Meaning, Organisation
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from tests.accounts.conftest import Trail
from tests.factories import HouseFactory
from tests.partners import Partners, Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
IN_A_YEAR = TODAY + timedelta(days=365)


@pytest.fixture
def partners() -> Partners:
    return Partners()


def meaning(organisation: Organisation | None = None, **more: object) -> Meaning:
    said = {"text": "er is iets dat wij niet begrijpen", "review_on": IN_A_YEAR}
    return Meaning(organisation=organisation, **(said | more))


def worrying(partners: Partners, by: Appointment) -> LoadedWord:
    word = LoadedWord(house=partners.house, word="zorgelijk", forms="zorgelijke")
    return add_loaded_word(word, meaning(by.organisation), by=by, now=NOW)


def test_a_word_comes_with_a_first_meaning_and_two_lines(
    partners: Partners, trail: Trail
) -> None:
    police = partners.of("police")
    word = worrying(partners, police)
    assert [each.organisation for each in word.meanings_now()] == [police.organisation]
    assert word.spellings == ["zorgelijk", "zorgelijke"]
    assert trail() == [Action.LOADED_WORD_ADDED, Action.MEANING_GIVEN]


def test_each_organisation_says_what_it_means_and_the_house_comes_first(
    partners: Partners,
) -> None:
    """N12: differences between partners stand beside each other."""
    police, ggz = partners.of("police"), partners.of("GGZ")
    word = worrying(partners, police)
    give_meaning(meaning(ggz.organisation, word=word), by=ggz, now=NOW)
    give_meaning(meaning(None, word=word), by=partners.director, now=NOW)
    whose = [each.organisation for each in fresh(word).meanings_now()]
    assert whose[0] is None
    assert set(whose[1:]) == {police.organisation, ggz.organisation}


def test_another_meaning_says_why_and_leaves_the_old_one_to_be_seen(
    partners: Partners,
) -> None:
    police = partners.of("police")
    word = worrying(partners, police)
    with pytest.raises(ValidationError, match=str(Meaning.WHY_LACKS)):
        give_meaning(meaning(police.organisation, word=word), by=police, now=NOW)
    anew = meaning(police.organisation, word=word, why_changed="te ruim")
    give_meaning(anew, by=police, now=NOW)
    word = fresh(word)
    assert [each.pk for each in word.meanings_now()] == [anew.pk]
    assert word.meanings.count() == 2
    assert anew.supersedes is not None


@pytest.mark.parametrize("role", [r for r in Role if r not in Appointment.AT_TABLES])
def test_only_who_sits_at_tables_says_what_a_word_means(
    partners: Partners, role: str
) -> None:
    word = worrying(partners, partners.of("police"))
    by = partners.of("office", role)
    with pytest.raises(Refused):
        give_meaning(meaning(by.organisation, word=word), by=by, now=NOW)


def test_nobody_speaks_for_another_nor_a_partner_for_the_house(
    partners: Partners,
) -> None:
    police, ggz = partners.of("police"), partners.of("GGZ")
    word = worrying(partners, police)
    for theirs in (police.organisation, None):
        with pytest.raises(Refused):
            give_meaning(meaning(theirs, word=word), by=ggz, now=NOW)


def test_a_word_of_another_house_is_not_mine_to_explain(partners: Partners) -> None:
    word = worrying(partners, partners.of("police"))
    there = Partners(HouseFactory()).of("police")
    with pytest.raises(Refused):
        give_meaning(meaning(there.organisation, word=word), by=there, now=NOW)
    assert not LoadedWord.objects.visible_to(there.user, TODAY).exists()


def test_each_word_stands_there_once_whatever_its_form(partners: Partners) -> None:
    police = partners.of("police")
    worrying(partners, police)
    again = LoadedWord(house=partners.house, word="Zorgelijke")
    with pytest.raises(ValidationError, match=r"list|lijst"):
        add_loaded_word(again, meaning(police.organisation), by=police, now=NOW)


def test_a_day_to_look_again_lies_ahead(partners: Partners) -> None:
    police = partners.of("police")
    word = worrying(partners, police)
    late = meaning(police.organisation, word=word, why_changed="zo", review_on=TODAY)
    with pytest.raises(ValidationError):
        give_meaning(late, by=police, now=NOW)
    assert not fresh(word).meanings_now()[0].is_due(TODAY)
    assert fresh(word).meanings_now()[0].is_due(IN_A_YEAR)


def fresh(word: LoadedWord) -> LoadedWord:
    return LoadedWord.objects.with_meanings().get(pk=word.pk)
