"""The person's own view: told, or why not."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.casework.models import View
from tests.casework.reading import own_view
from tests.dossiers.told import fields
from tests.factories import Table

pytestmark = pytest.mark.django_db


def test_it_is_told_in_their_own_words() -> None:
    """S63, I-34: the person, a parent, family or a lawyer."""
    table = Table()
    youth = table.seat("jeugdwerk")
    for voice in View.Voice.values:
        assert own_view(table, youth, voice=voice).voice == voice
    with pytest.raises(ValidationError) as wrong:
        own_view(table, youth, words="")
    assert fields(wrong.value) == {"words"}


@pytest.mark.parametrize("given", [View.Given.NOT_GIVEN, View.Given.NOT_ASKED])
def test_what_was_not_asked_or_not_given_says_why(given: str) -> None:
    """S63."""
    table = Table()
    youth = table.seat("jeugdwerk")
    with pytest.raises(ValidationError) as wrong:
        own_view(table, youth, given=given, words="")
    assert fields(wrong.value) == {"why_not"}
    told = own_view(table, youth, given=given, words="", why_not="veiligheid")
    assert told.why_not


def test_it_was_not_said_tomorrow() -> None:
    table = Table()
    tomorrow = timezone.localdate(table.now) + timedelta(days=2)
    with pytest.raises(ValidationError) as wrong:
        own_view(table, table.seat("jeugdwerk"), given_on=tomorrow)
    assert fields(wrong.value) == {"given_on"}
