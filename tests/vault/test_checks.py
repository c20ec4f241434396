"""What must be true of every sealed field before anything starts."""

import pytest
from django.apps import apps
from django.db import models

from expliciet.accounts.models import User
from expliciet.vault.checks import every_seal_is_its_own
from expliciet.vault.fields import Sealed, SealedTextField

SEALED = [
    field
    for model in apps.get_models()
    for field in model._meta.local_fields
    if isinstance(field, Sealed)
]


def test_there_are_sealed_fields_and_nothing_is_wrong_with_them() -> None:
    assert len(SEALED) > 10
    assert every_seal_is_its_own(None) == []


@pytest.mark.parametrize("field", SEALED, ids=lambda field: field.seal)
def test_every_sealed_field_may_be_null_and_has_a_bound(field: Sealed) -> None:
    assert field.null
    if isinstance(field, SealedTextField):
        assert 0 < (field.max_length or 0) <= 1_000_000


def test_two_fields_with_one_seal_stop_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """V19: their texts could be swapped within one row."""
    monkeypatch.setattr(SEALED[0], "seal", SEALED[1].seal)
    (problem,) = every_seal_is_its_own(None)
    assert problem.is_serious()


def test_a_model_that_does_not_tell_its_place_stops_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(User, "seal_place")
    (problem,) = every_seal_is_its_own(None)
    assert problem.obj is User._meta.get_field("name")


@pytest.mark.parametrize(
    ("field", "sentence"),
    [(SealedTextField(), "names its seal"), (Sealed(seal="a.b"), "NULL when empty")],
)
def test_a_field_without_a_name_or_without_null_stops_the_start(
    field: models.Field, sentence: str
) -> None:
    field.set_attributes_from_name("words")
    assert sentence in " ".join(str(problem.msg) for problem in field.check())
