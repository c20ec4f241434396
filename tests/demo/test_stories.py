"""How the stories are told."""

import re
from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.demo.deeds import Deed, Describes, Files, Story
from expliciet.demo.duinmeer.people import COLLEAGUES
from expliciet.demo.duinmeer.stories import STORIES
from expliciet.demo.paper import file_of
from expliciet.demo.weeks import Calendar, born
from expliciet.documents import read

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

ORIGIN_AND_BELIEF = re.compile(
    r"allochto|autochto|afkomst|etnisch|etnicit|nationaliteit|huidskleur|"
    r"moslim|islam|christe|joods|jood\b|hindoe|moskee|kerk\b|bekeer|"
    r"marokk|turks|syrisch|surina|migra|vluchteling",
    re.IGNORECASE,
)
MEASURES = re.compile(r"risicoscore|hoog risico|laag risico|score\b", re.IGNORECASE)


def told(deed: Deed) -> list[str]:
    return [
        words
        for field in fields(deed)
        if isinstance(words := getattr(deed, field.name), str)
    ]


ALL = [(story, deed) for story in STORIES for deed in story.deeds]


def test_nobody_is_described_by_origin_or_belief_and_nobody_is_measured() -> None:
    """S22, and no figure about a person."""
    texts = [words for _, deed in ALL for words in told(deed)]
    assert [words for words in texts if ORIGIN_AND_BELIEF.search(words)] == []
    assert [words for words in texts if MEASURES.search(words)] == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_is_told_in_the_order_of_its_days(story: Story) -> None:
    calendar = Calendar(NOW)
    days = [calendar.day(deed.when) for deed in story.deeds]
    assert days == sorted(days)
    assert all(calendar.moment(deed.when) < NOW for deed in story.deeds)
    assert max(days) >= calendar.day("-4 ma")


def test_every_day_in_a_text_is_a_day_that_can_be_told() -> None:
    calendar = Calendar(NOW)
    for _, deed in ALL:
        for words in told(deed):
            assert "{" not in calendar.told(words, calendar.moment(deed.when)), words


def test_nobody_carries_the_name_of_another() -> None:
    names = {deed.name for _, deed in ALL if isinstance(deed, Describes)}
    firsts = [name.split()[0] for name in names if name[0].isupper()]
    colleagues = {colleague.name.split()[0] for colleague in COLLEAGUES}
    assert not colleagues & set(firsts)
    assert len(set(firsts)) == len(firsts)


def test_a_day_in_a_text_is_seen_from_the_day_on_which_it_is_said() -> None:
    calendar = Calendar(NOW)
    moment = calendar.moment("-2 di 10:00")
    assert calendar.told("van {do -1} tot {vr}", moment) == (
        "van donderdag 5 november tot vrijdag 13 november"
    )
    assert calendar.told("op {ma +8}", moment) == "op maandag 4 januari 2027"


def test_lines_of_a_module_become_paragraphs() -> None:
    calendar = Calendar(NOW)
    assert calendar.told("\n    een\n    twee\n\n    drie\n", NOW) == "een twee\n\ndrie"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)),  # noqa: DTZ001
    st.integers(-60, 60),
)
def test_on_whatever_day_it_is_loaded_the_weeks_are_whole(
    loaded: datetime, week: int
) -> None:
    calendar = Calendar(loaded.replace(tzinfo=UTC))
    assert calendar.day(f"{week} ma").weekday() == 0
    assert calendar.moment("-1 vr 18:00") < calendar.now


@given(st.integers(1, 90), st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_somebody_is_as_old_as_the_story_says(age: int, on: date) -> None:
    birthday = born(age, "03-14", on)
    before = (on.month, on.day) < (3, 14)
    assert on.year - birthday.year - before == age


def test_a_small_pdf_of_ours_can_be_read() -> None:
    content = file_of("brief.pdf", "Beste heer (verzonnen),\n\nTot in café ‘t Wad")
    document = read("brief.pdf", content)
    assert "Beste heer (verzonnen)," in document.text
    assert "café ‘t Wad" in document.text


def test_the_files_on_the_tables_say_that_they_are_made_up() -> None:
    files = [deed for _, deed in ALL if isinstance(deed, Files)]
    assert len(files) >= 4
    assert all("verzonnen document" in file.words for file in files)
