"""F63, F64: a codebook, passages under codes, and two coders who do not look."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.evaluation.actions.codebook import (
    change_code,
    end_code,
    take_in_codes,
)
from expliciet.evaluation.actions.coding import (
    code_passage,
    finish_coding,
    uncode_passage,
)
from expliciet.evaluation.actions.memos import keep_memo
from expliciet.evaluation.codebook_files import read, write
from expliciet.evaluation.models import Coding, Memo
from expliciet.evaluation.reading.codebook import nested
from expliciet.evaluation.reading.memos import memos_for
from expliciet.evaluation.reading.places import find, on_screen
from tests.evaluation.coding import Coders
from tests.evaluation.finding import destroyed
from tests.evaluation.marks import mark
from tests.evaluation.test_codebook_files import FROM_ELSEWHERE


@pytest.fixture
def coders() -> Coders:
    return Coders()


def seen(coders: Coders, by: object) -> set[object]:
    return set(Coding.objects.visible_to(by).values_list("pk", flat=True))  # type: ignore[arg-type]


# --- where words stand ----------------------------------------------------------------

texts = some.text("ab \n\r…\U0001f600.(", min_size=1, max_size=60)


@given(texts, some.data())
def test_a_passage_is_the_words_that_were_selected(
    text: str, data: some.DataObject
) -> None:
    """F63: whatever is selected, at the place where it was selected."""
    begins = data.draw(some.integers(0, len(text) - 1))
    ends = data.draw(some.integers(begins + 1, len(text)))
    selected = text[begins:ends]
    words = selected.strip()
    if not words or "…" in words or "..." in words:
        return
    begins += len(selected) - len(selected.lstrip())
    found = find(text, words.replace("\r\n", "\n"), on_screen(text, begins))
    assert text[found.begins : found.ends].split() == words.split()
    assert on_screen(text, found.begins) == on_screen(text, begins)


def test_of_a_long_passage_the_first_and_the_last_words_are_enough() -> None:
    text = "De politie ging langs.\r\nNiemand deed open, zegt zij."
    assert text[slice(*find(text, "ging langs … open"))] == text[11:41]
    assert text[slice(*find(text, "langs. Niemand"))] == "langs.\r\nNiemand"


def test_however_many_gaps_somebody_types_only_the_first_and_last_words_count() -> None:
    """No text and no words keep the server looking."""
    text = "a " * 5_000
    with pytest.raises(ValidationError):
        find(text, "a … " * 40 + "zeker niet")
    assert find(text + "slot", "a … a … a … slot", 0) == (0, len(text) + 4)


def test_words_that_stand_nowhere_or_twice_are_asked_after() -> None:
    with pytest.raises(ValidationError, match=r"do not stand|staan"):
        find("Hij ging.", "Zij")
    with pytest.raises(ValidationError, match=r"more than once|vaker"):
        find("ja en ja", "ja")
    assert find("ja en ja", "ja", 5).begins == 6
    assert find("ja ja ja", "ja ja", 3) == (3, 8)
    with pytest.raises(ValidationError):
        find("ja", "   ")


# --- the codebook ---------------------------------------------------------------------


@pytest.mark.django_db
def test_codes_hang_below_each_other_and_are_sharpened_with_a_line(
    coders: Coders,
) -> None:
    """F63"""
    below = coders.named("zonder overdracht", parent=coders.word)
    above = coders.named("aanpak")
    there = nested(coders.study.codes.all())
    assert [(each.code.pk, each.depth) for each in there] == [
        (above.pk, 0),
        (coders.word.pk, 0),
        (below.pk, 1),
    ]
    coders.gives(coders.coder, code=below)
    before = Line.objects.filter(action=Action.CODE_MADE).count()
    below.definition = "Zonder dat zij elkaar spraken."
    change_code(below, read=mark(below), by=coders.lead, now=coders.now)
    assert Line.objects.filter(action=Action.CODE_MADE).count() == before + 1
    coders.word.parent = below
    with pytest.raises(ValidationError):
        change_code(coders.word, read=mark(coders.word), by=coders.lead, now=coders.now)
    with pytest.raises(ValidationError):
        coders.named("WISSELING")


@pytest.mark.django_db
def test_an_ended_code_is_given_no_more_and_stays_where_it_was(coders: Coders) -> None:
    given_before = coders.gives(coders.coder)
    below = coders.named("daaronder", parent=coders.word)
    with pytest.raises(ValidationError):
        end_code(coders.word, by=coders.lead, now=coders.now)
    end_code(below, by=coders.lead, now=coders.now)
    end_code(coders.word, by=coders.lead, now=coders.now)
    with pytest.raises(ValidationError):
        coders.gives(coders.coder, "De jongen")
    with pytest.raises(ValidationError):
        end_code(coders.word, by=coders.lead, now=coders.now)
    assert given_before.pk in seen(coders, coders.coder)


@pytest.mark.django_db
def test_a_codebook_from_elsewhere_is_taken_in_once(coders: Coders) -> None:
    """F63"""
    filed = read(FROM_ELSEWHERE.encode())
    made = take_in_codes(filed, by=coders.coder, now=coders.now)
    assert [each.name for each in made] == ["regie", "niemand"]
    assert made[1].parent == made[0]
    with pytest.raises(ValidationError):
        take_in_codes(filed, by=coders.lead, now=coders.now)
    assert coders.study.codes.count() == 3
    assert read(write(filed)) == filed


@pytest.mark.django_db
def test_another_study_has_another_codebook(coders: Coders) -> None:
    other = Coders()
    with pytest.raises(Refused):
        change_code(coders.word, read=mark(coders.word), by=other.lead, now=coders.now)
    with pytest.raises(Refused):
        coders.gives(coders.coder, code=other.word)
    with pytest.raises(Refused):
        coders.gives(other.lead)


# --- coding ---------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_coding_is_bound_to_its_words_and_can_be_taken_off(coders: Coders) -> None:
    """F63: that it was there is kept."""
    coding = coders.gives(coders.coder, memo="geen overdracht")
    assert Coding.objects.get(pk=coding.pk).passage == "geen vaste begeleider"
    with pytest.raises(ValidationError):
        coders.gives(coders.coder)
    coders.gives(coders.coder, "vaste begeleider meer")
    with pytest.raises(Refused):
        uncode_passage(coding, by=coders.lead, now=coders.now)
    uncode_passage(coding, by=coders.coder, now=coders.now)
    assert Coding.objects.get(pk=coding.pk).taken_off_at
    assert Line.objects.filter(action=Action.PASSAGE_UNCODED).count() == 1


@pytest.mark.django_db
def test_who_is_done_adds_and_takes_off_nothing_any_more(coders: Coders) -> None:
    """F64"""
    coding = coders.gives(coders.coder)
    coders.done(coders.coder)
    for deed in (
        lambda: coders.gives(coders.coder, "De jongen"),
        lambda: uncode_passage(coding, by=coders.coder, now=coders.now),
        lambda: finish_coding(coders.dossier, by=coders.coder, now=coders.now),
    ):
        with pytest.raises(ValidationError):
            deed()
    coders.gives(coders.lead)


@pytest.mark.django_db
def test_nobody_sees_codings_or_memos_of_another_before_both_are_done(
    coders: Coders,
) -> None:
    """F64"""
    mine, theirs = coders.gives(coders.lead), coders.gives(coders.coder)
    for by in (coders.lead, coders.coder):
        memo = Memo(study_dossier=coders.dossier, words="opvallend")
        keep_memo(memo, by=by, now=coders.now)
    for done in ((), (coders.lead,)):
        coders.done(*done)
        assert seen(coders, coders.lead) == {mine.pk}
        assert seen(coders, coders.coder) == {theirs.pk}
        for by in (coders.lead, coders.coder):
            assert {each.by for each in memos_for(coders.dossier, by)} == {by}
    coders.done(coders.coder)
    assert seen(coders, coders.lead) == {mine.pk, theirs.pk}
    assert memos_for(coders.dossier, coders.lead).count() == 2


@pytest.mark.django_db
def test_nothing_is_coded_in_a_dossier_that_was_taken_back_or_let_go(
    coders: Coders,
) -> None:
    """V8"""
    coders.dossier.taken_back_at = coders.now
    coders.dossier.save()
    with pytest.raises(Refused):
        coders.gives(coders.coder)
    with pytest.raises(Refused):
        keep_memo(
            Memo(study_dossier=coders.dossier, words="x"),
            by=coders.coder,
            now=coders.now,
        )


@pytest.mark.django_db
def test_what_was_coded_dies_with_its_dossier_and_findings_stand(
    coders: Coders,
) -> None:
    """V18"""
    coding = coders.gives(coders.lead, memo="let op")
    finding = coders.finding()
    coders.carry(finding, coding)
    destroyed(coders.dossier)
    found = Coding.objects.get(pk=coding.pk)
    assert (found.passage, found.note) == (None, None)
    again = Coding(code=coders.word, text=found.text, begins=0, ends=2)
    with pytest.raises(ValidationError):
        code_passage(again, by=coders.coder, now=coders.now)
    finding.refresh_from_db()
    assert finding.words


@pytest.mark.django_db
def test_words_that_were_withdrawn_are_coded_no_more(coders: Coders) -> None:
    """F64, V8: also by whoever still has the page open."""
    at = coders.table.tick()
    withdraw(coders.text.record, "vergissing", by=coders.police, now=at)
    with pytest.raises(Refused):
        coders.gives(coders.coder)
