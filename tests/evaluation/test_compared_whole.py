"""From passages in the database to kept figures; and a codebook that comes back."""

import json
from random import Random

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.evaluation.actions.codebook import (
    change_code,
    end_code,
    take_in_codes,
)
from expliciet.evaluation.actions.comparing import compare_coders
from expliciet.evaluation.codebook_files import read
from expliciet.evaluation.models import Code, Comparison, StudyDossier, StudyText
from expliciet.evaluation.models.study import StudyMember
from tests.evaluation.coding import Coders
from tests.evaluation.marks import mark
from tests.evaluation.test_agreement import (
    decisions_of,
    plain_alpha,
    plain_kappa,
    plain_observed,
)
from tests.evaluation.test_codebook_files import FROM_ELSEWHERE
from tests.signing_in import force_login

pytestmark = pytest.mark.django_db
TEXTS = range(2, 14)


def more_texts(coders: Coders) -> list[StudyText]:
    return [
        StudyText.objects.create(
            study_dossier=coders.dossier,
            record_id=coders.table.note(coders.police, "Nog een.").pk,
            number=number,
            kind="note",
            recorded_at=coders.now,
            voice="politie-1",
            words="Niemand weet wie er belt.",
            heard="[]",
        )
        for number in TEXTS
    ]


def coded_by_chance(
    coders: Coders, chance: Random, codes: list[Code], text: StudyText
) -> tuple[set[str], set[str]]:
    said = "geen vaste begeleider" if text == coders.text else "weet wie"

    def by(member: StudyMember) -> set[str]:
        given = {code for code in codes if chance.random() < 0.4}
        for code in given:
            coders.gives(member, said, code=code, text=text)
        return {str(code.pk) for code in given}

    return by(coders.lead), by(coders.coder)


@pytest.mark.parametrize("seed", range(6))
def test_kept_figures_equal_those_found_by_hand(seed: int) -> None:
    """F64: the whole way, per code and overall, on passages given by chance."""
    chance, coders = Random(seed), Coders()
    codes = [coders.word, *(coders.named(f"code {each}") for each in range(3))]
    texts = [coders.text, *more_texts(coders)]
    units = [coded_by_chance(coders, chance, codes, text) for text in texts]
    coders.done(coders.lead, coders.coder)
    pair = Comparison(first=coders.lead, second=coders.coder)
    kept = json.loads(compare_coders(pair, by=coders.lead, now=coders.now).figures)
    used = sorted({code for unit in units for part in unit for code in part})
    for chosen, told in (
        (used, kept["overall"]),
        *(([code], kept["codes"][code]) for code in used),
    ):
        found = decisions_of(units, chosen)
        for name, ours in (
            ("observed", plain_observed(found)),
            ("kappa", plain_kappa(found)),
            ("alpha", plain_alpha(found)),
        ):
            wanted = None if ours is None else pytest.approx(float(ours), abs=1e-12)
            assert told[name] == wanted


@pytest.mark.parametrize("what", ["renamed", "ended"])
def test_a_codebook_that_comes_again_makes_no_doubles(what: str) -> None:
    """F83: what came from the file before is known by its identifier."""
    coders = Coders()
    filed = read(FROM_ELSEWHERE.encode())
    made = take_in_codes(filed, by=coders.lead, now=coders.now)
    there = coders.study.codes.count()
    if what == "ended":
        end_code(made[-1], by=coders.lead, now=coders.now)
    else:
        made[0].name = "regie in de keten"
        change_code(made[0], read=mark(made[0]), by=coders.lead, now=coders.now)
    with pytest.raises(Exception, match="stand here already"):
        take_in_codes(filed, by=coders.lead, now=coders.now)
    assert coders.study.codes.count() == there


def test_figures_stay_on_the_page_when_a_dossier_is_taken_back() -> None:
    """F64: what was counted stands, and the page says what cannot be read any more."""
    coders = Coders()
    coders.gives(coders.lead)
    coders.done(coders.lead, coders.coder)
    pair = Comparison(first=coders.lead, second=coders.coder)
    compare_coders(pair, by=coders.lead, now=timezone.now())
    client = Client()
    force_login(client, coders.coder.user)
    page = reverse("evaluation:comparing", args=[coders.study.pk])
    assert "figures-title" in client.get(page).content.decode()
    StudyDossier.objects.filter(pk=coders.dossier.pk).update(
        taken_back_at=timezone.now()
    )
    after = client.get(page).content.decode()
    assert "figures-title" in after
    assert "what was counted stands" in after or "wat is geteld" in after
