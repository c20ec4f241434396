"""What holds for every text and every table."""

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from expliciet.rules.actors import ActorAsk, Party, find_actors, resolve

PIECES = (
    "Bo Kim wijkagent politie OM om de het van ( ) / , en & wij als ik iedereen "
    "mevrouw dhr. De Vries gemeente GGZ 's d'Hont Van der Meer - – officier justitie "
    "zorg- veiligheidshuis \n é ß İ \u0301 samen met"
).split(" ")
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map(" ".join))
names = st.one_of(st.sampled_from(["", "Bo", "Kim de Vries", "Jo d'Hont"]), st.text())
parties = st.builds(
    Party,
    names,
    st.sampled_from(["", "wijkagent", "officier van justitie"]),
    st.one_of(st.sampled_from(["", "Politie", "OM", "Gemeente A"]), st.text()),
)
tables = st.lists(parties, max_size=5)


@given(texts, tables, st.none() | parties)
def test_actors_lie_in_the_text_in_order_and_apart(text, table, me):
    reached = 0
    for actor in find_actors(text, table, me=me):
        assert reached <= actor.start < actor.end <= len(text)
        assert text[actor.start : actor.end] == actor.words
        assert (actor.asks is ActorAsk.SEVERAL_OWNERS) == bool(actor.others)
        reached = actor.end


@given(texts, tables, st.none() | parties)
@example("0\b", [], Party(" ", "", "0"))
def test_a_field_has_one_answer_and_the_same_twice(words, table, me):
    actor = resolve(words, table, me=me)
    assert actor == resolve(words, table, me=me)
    assert words[actor.start : actor.end] == actor.words


@given(texts, tables)
def test_a_person_found_without_a_question_sits_at_the_table(text, table):
    for actor in find_actors(text, table):
        if actor.at_table and actor.asks is None:
            party = Party(actor.name, actor.function, actor.organisation)
            assert party in table


@given(tables)
def test_everybody_can_be_called_by_an_own_full_name(table):
    for party in table:
        if party.name in {"Bo", "Kim de Vries", "Jo d'Hont"}:
            assert resolve(party.name, table).at_table


@pytest.mark.parametrize(
    "piece", ["politie ", "politie, ", "politie en ", "Bo (", "officier van ", "de "]
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece):
    table = [Party("Bo", "wijkagent", "Politie"), Party("Kim", "", "OM")]

    def seconds(count):
        text = piece * count
        start = process_time()
        find_actors(text, table)
        return process_time() - start

    seconds(10)
    small = min(seconds(400) for _ in range(3))
    assert min(seconds(4000) for _ in range(2)) < 30 * small + 0.05
