"""F64: how far two coders agreed, and what became of where they differed."""

import json

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.evaluation.actions.comparing import compare_coders, settle_difference
from expliciet.evaluation.actions.studies import let_researcher_go
from expliciet.evaluation.models import Comparison, Settling, StudyText
from expliciet.evaluation.reading.comparing import agreed, differences
from tests.evaluation.coding import Coders

pytestmark = pytest.mark.django_db


@pytest.fixture
def coders() -> Coders:
    """Both gave the one; of two others each gave one."""
    coders = Coders()
    coders.other, coders.third = coders.named("alleen"), coders.named("samen")  # type: ignore[attr-defined]
    record = coders.table.note(coders.police, "Nog een.")
    StudyText.objects.create(
        study_dossier=coders.dossier,
        record_id=record.pk,
        number=2,
        kind="note",
        recorded_at=coders.now,
        voice="politie-1",
        words="Niemand weet wie er belt.",
        heard="[]",
    )
    coders.gives(coders.lead)
    coders.gives(coders.coder, "vaste begeleider")
    coders.gives(coders.lead, code=coders.other)  # type: ignore[attr-defined]
    coders.gives(coders.coder, code=coders.third)  # type: ignore[attr-defined]
    return coders


def compared(coders: Coders) -> Comparison:
    pair = Comparison(first=coders.lead, second=coders.coder)
    return compare_coders(pair, by=coders.coder, now=coders.now)


def settled(coders: Coders, code: object, applies: bool = True) -> Settling:
    made = Settling(text=coders.text, code=code, applies=applies, why="Zo staat het.")
    return settle_difference(made, by=coders.lead, now=coders.now)


def test_figures_come_only_when_both_are_done_and_then_stand(coders: Coders) -> None:
    coders.done(coders.lead)
    with pytest.raises(ValidationError):
        compared(coders)
    coders.done(coders.coder)
    made = compared(coders)
    told = json.loads(made.figures or "")
    assert told["dossiers"] == [coders.dossier.number]
    assert told["overall"]["counts"] == [1, 1, 1, 3]
    assert told["codes"][str(coders.word.pk)]["counts"] == [1, 0, 0, 1]
    assert told["codes"][str(coders.word.pk)]["alpha"] == 1
    settled(coders, coders.other)  # type: ignore[attr-defined]
    assert json.loads(Comparison.objects.get(pk=made.pk).figures or "") == told


def test_differences_show_and_are_settled_once_with_a_reason(coders: Coders) -> None:
    with pytest.raises(Refused):
        settled(coders, coders.other)  # type: ignore[attr-defined]
    coders.done(coders.lead, coders.coder)
    found = differences(coders.coder, coders.now)
    assert {each.code for each in found} == {coders.other, coders.third}  # type: ignore[attr-defined]
    with pytest.raises(ValidationError):
        settle_difference(
            Settling(text=coders.text, code=coders.other, applies=True, why=" "),  # type: ignore[attr-defined]
            by=coders.lead,
            now=coders.now,
        )
    settled(coders, coders.other)  # type: ignore[attr-defined]
    with pytest.raises(ValidationError):
        settled(coders, coders.other, applies=False)  # type: ignore[attr-defined]
    with pytest.raises(Refused):
        settled(coders, coders.word)


def test_agreed_is_what_both_gave_or_what_was_settled_so(coders: Coders) -> None:
    """F67: what findings can rest on."""
    coders.done(coders.lead)
    assert not agreed(coders.study).exists()
    coders.done(coders.coder)
    assert {each.code for each in agreed(coders.study)} == {coders.word}
    settled(coders, coders.other)  # type: ignore[attr-defined]
    settled(coders, coders.third, applies=False)  # type: ignore[attr-defined]
    assert {each.code for each in agreed(coders.study)} == {coders.word, coders.other}  # type: ignore[attr-defined]
    assert agreed(coders.study).count() == 3


def test_who_left_the_study_is_still_compared_with(coders: Coders) -> None:
    """F64: what they coded stays, whichever of the two asks for it."""
    coders.done(coders.lead, coders.coder)
    let_researcher_go(coders.coder, by=coders.director, now=coders.now)
    pair = Comparison(first=coders.lead, second=coders.coder)
    made = compare_coders(pair, by=coders.lead, now=coders.now)
    assert json.loads(made.figures or "")["dossiers"] == [coders.dossier.number]
