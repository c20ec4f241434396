"""What holds for every model of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from expliciet.vault.fields import Sealed

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "expliciet"

OURS = [model for model in apps.get_models() if model.__module__.startswith("exp")]

KNOWS_NO_PERSON = "an identifier, a name of the program, or a hash; no words of people"
REFERENCE = "reference data with a source and a licence"
BARE = {
    "accounts.House.name": "the public name of a partnership",
    "accounts.House.region": "the public name of a region",
    "accounts.Organisation.name": "the public name of an organisation",
    "accounts.Organisation.function": "from the list of the house",
    "accounts.HouseRule.name": KNOWS_NO_PERSON,
    "accounts.HouseRule.value": "a parameter of the house, checked by the catalogue",
    "accounts.HouseRule.source": "the article or covenant where a rule stands",
    "accounts.User.email": "how somebody signs in: it must be looked for",
    "accounts.User.password": KNOWS_NO_PERSON,
    "accounts.CalendarAddress.secret_hash": KNOWS_NO_PERSON,
    "accounts.Recovery.code_hash": KNOWS_NO_PERSON,
    "accounts.Session.agent": "a kind of browser, from a closed list",
    "accounts.Session.auth_level": "from a closed list",
    "accounts.Session.network": "a network, not an address; as in the trail",
    "casework.Assessment.instrument": "the public name of an instrument",
    "casework.Factor.code": REFERENCE,
    "casework.Factor.name_nl": REFERENCE,
    "casework.Factor.name_en": REFERENCE,
    "casework.Factor.meaning_nl": REFERENCE,
    "casework.Factor.meaning_en": REFERENCE,
    "casework.FactorList.name": REFERENCE,
    "casework.FactorList.version": REFERENCE,
    "casework.FactorList.source": REFERENCE,
    "casework.FactorList.licence": REFERENCE,
    "casework.GuestQuestion.code_hash": KNOWS_NO_PERSON,
    "casework.GuestQuestion.link_hash": KNOWS_NO_PERSON,
    "casework.Level.code": "a rule of the house",
    "casework.Level.name": "a rule of the house",
    "casework.Level.meaning": "a rule of the house",
    "casework.Level.criteria": "a rule of the house",
    "casework.Level.decider": "a rule of the house",
    "casework.Level.source": "a rule of the house",
    "casework.LeftSo.rule": KNOWS_NO_PERSON,
    "casework.Met.criterion": "from the ladder of the house",
    "dossiers.Attachment.extension": "from a closed list",
    "dossiers.Circle.fingerprint": KNOWS_NO_PERSON,
    "dossiers.Dossier.number": "drawn at random",
    "dossiers.Dossier.working_name": "chosen so that it tells nothing; listed by it",
    "dossiers.Heading.working_name": "chosen so that it tells nothing; listed by it",
    "dossiers.Draft.form": KNOWS_NO_PERSON,
    "dossiers.Draft.key": KNOWS_NO_PERSON,
    "dossiers.Opening.purpose": "from the closed list of the house",
    "dossiers.Question.place": KNOWS_NO_PERSON,
    "dossiers.Question.rule": KNOWS_NO_PERSON,
    "dossiers.Record.kind": KNOWS_NO_PERSON,
    "dossiers.Record.reference": "drawn at random",
    "evaluation.Attendee.function": "from the list of the house",
    "evaluation.Attendee.token_hash": KNOWS_NO_PERSON,
    "evaluation.Evidence.measure": KNOWS_NO_PERSON,
    "evaluation.LearningSession.code_hash": KNOWS_NO_PERSON,
    "evaluation.ScanAnswer.statement": KNOWS_NO_PERSON,
    "evaluation.StudyText.kind": KNOWS_NO_PERSON,
    "post.Errand.name": KNOWS_NO_PERSON,
    "post.Errand.trouble": "the name of what went wrong, as the program calls it",
    "vault.DataKey.compartment": KNOWS_NO_PERSON,
    "vault.Epoch.fingerprint": KNOWS_NO_PERSON,
} | {
    f"audit.{model}.{field}": KNOWS_NO_PERSON
    for model, fields in {
        "Line": "trace span role auth_level session access_point object_type purpose "
        "reason_hash rule",
        "Head": "hash key signature",
        "Seal": "hash",
    }.items()
    for field in fields.split()
}
"""Texts that stand as they are, each with the reason."""

SEEN_WITH = {
    "casework.AgendaStep": "item",
    "casework.Amendment": "receipt",
    "casework.Answer": "expectation",
    "casework.Approval": "intervention",
    "casework.Attendance": "item",
    "casework.Claim": "agreement",
    "casework.Confirmation": "claim",
    "casework.Consideration": "decision",
    "casework.Decider": "decision",
    "casework.Established": "minutes",
    "casework.Met": "scaling",
    "casework.NotYet": "claim",
    "casework.Option": "decision",
    "casework.Position": "impasse",
    "casework.Reached": "decision",
    "casework.Receipt": "minutes",
    "casework.Reply": "agreement",
    "casework.Resolution": "impasse",
    "casework.Reveal": "round",
    "casework.Settled": "about",
    "casework.Statement": "contribution",
    "casework.Step": "impasse",
    "casework.Take": "reading",
    "dossiers.Circle": "records",
    "dossiers.CircleMember": "circle",
    "dossiers.Opening": "seat",
    "dossiers.Passing": "record",
    "dossiers.Question": "record",
    "dossiers.Withdrawal": "record",
    "evaluation.AdoptionStep": "adoption",
    "evaluation.Attendee": "session",
    "evaluation.Code": "study",
    "evaluation.Coded": "study_dossier",
    "evaluation.Comparison": "study",
    "evaluation.Conversation": "study",
    "evaluation.ConversationLine": "conversation",
    "evaluation.DirectionGroup": "session",
    "evaluation.Dot": "direction",
    "evaluation.Evidence": "finding",
    "evaluation.FactCheck": "finding",
    "evaluation.HandMask": "study_dossier",
    "evaluation.LearningSession": "study",
    "evaluation.Memo": "study_dossier",
    "evaluation.Participant": "conversation",
    "evaluation.Reconstruction": "study",
    "evaluation.Response": "recommendation",
    "evaluation.ScanAnswer": "scan",
    "evaluation.Settling": "text",
    "evaluation.SolutionDirection": "session",
    "evaluation.StudyApproval": "at_house",
    "evaluation.StudyHouse": "study",
    "evaluation.StudyMember": "study",
}
"""Case content without a question of its own: what one must see first."""


def label(model: type[models.Model]) -> str:
    return model._meta.label


def own_fields(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.local_fields if field.model is model]


@pytest.mark.parametrize("model", OURS, ids=label)
def test_everything_kept_has_an_end(model: type[models.Model]) -> None:
    """V17: a date of its own, the end of what it belongs to, or a reason why not."""
    if any(field.name == "ends_on" for field in model._meta.fields):
        return
    assert hasattr(model, "ends_with"), "say when this ends: `ends_on` or `ends_with`"
    if model.ends_with is None:
        assert reason_after(model, "ends_with"), "say why this has no end"
        return
    field = model._meta.get_field(model.ends_with)
    assert isinstance(field, models.ForeignKey | models.OneToOneField)
    assert not field.null, "what may be absent gives no end"
    test_everything_kept_has_an_end(field.related_model)


def reason_after(model: type[models.Model], name: str) -> str:
    """The words that stand under an attribute in the source of its class."""
    for body in bodies(source_of(model)):
        for first, second in pairwise(body):
            if (
                isinstance(first, ast.Assign)
                and any(ast.unparse(target) == name for target in first.targets)
                and isinstance(second, ast.Expr)
                and isinstance(second.value, ast.Constant)
            ):
                return str(second.value.value)
    return ""


def bodies(tree: ast.Module) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.body


@cache
def source_of(model: type[models.Model]) -> ast.Module:
    path = PACKAGE.joinpath(*model.__module__.split(".")[1:]).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))


def free_texts() -> set[str]:
    return {
        f"{label(model)}.{field.name}"
        for model in OURS
        for field in own_fields(model)
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not field.choices
    }


def test_every_free_text_is_sealed_or_says_why_not() -> None:
    """A stolen database tells nothing (C1)."""
    assert free_texts() == set(BARE)


def test_every_reason_to_leave_a_text_bare_is_given() -> None:
    assert all(len(reason) > 10 for reason in BARE.values())


def sealed_fields() -> list[Sealed]:
    return [
        field
        for model in OURS
        for field in own_fields(model)
        if isinstance(field, Sealed)
    ]


def test_every_seal_has_a_name_of_its_own() -> None:
    """V19: a text moved to another field does not open."""
    names = [field.seal for field in sealed_fields()]
    assert names
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("field", sealed_fields(), ids=str)
def test_the_name_of_a_seal_is_written_out_where_the_field_stands(
    field: Sealed,
) -> None:
    """A name that is computed changes with what it is computed from."""
    literal = {
        keyword.value.value
        for node in ast.walk(source_of(field.model))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "seal" and isinstance(keyword.value, ast.Constant)
    }
    assert field.seal in literal


def test_no_seal_that_was_ever_migrated_has_gone() -> None:
    """Texts sealed under a name open under that name alone."""
    migrated = {
        keyword.value.value
        for path in PACKAGE.glob("*/migrations/0*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "seal" and isinstance(keyword.value, ast.Constant)
    }
    assert migrated == {field.seal for field in sealed_fields()}


BELOW_CASES = ("vault", "audit", "accounts", "post")
OF_HOUSES = tuple(
    f"casework.{name}" for name in ("Confirmed", "Factor", "FactorList", "Level")
)
"""Reference data and rules of a house: everybody appointed may read them."""
OF_CASES = [
    model
    for model in OURS
    if model._meta.app_label not in BELOW_CASES and label(model) not in OF_HOUSES
]


@pytest.mark.parametrize("model", OF_CASES, ids=label)
def test_everything_of_a_case_is_asked_for_in_one_way(
    model: type[models.Model],
) -> None:
    """Rule 1: every second way to the same content asks the same question."""
    if label(model) in SEEN_WITH:
        assert not asks(model), "take it off the list"
        model._meta.get_field(SEEN_WITH[label(model)])
        return
    assert asks(model)


def asks(model: type[models.Model]) -> bool:
    return callable(getattr(model._default_manager.all(), "visible_to", None))


@pytest.mark.parametrize("model", OF_CASES, ids=label)
def test_everything_of_a_case_tells_the_trail_where_it_belongs(
    model: type[models.Model],
) -> None:
    if label(model) in ("dossiers.Circle", "dossiers.CircleMember"):
        return
    assert callable(getattr(model, "trail_place", None))
