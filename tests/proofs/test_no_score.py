"""F29, S14: nothing here can hold a score of somebody, or add one up.

Models, forms, the code, the templates and the pages are walked through: a number about
a person would have to stand somewhere, and there is no such place.
"""

import ast
import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from django import forms
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from expliciet.casework.actions.factors import read_factor
from expliciet.casework.models import Factor, FactorReading
from expliciet.dossiers.actions.circles import circle_for
from expliciet.web import casework as casework_screens
from expliciet.web import dossiers as dossier_screens
from expliciet.web import work as work_screens
from expliciet.web.dossiers.parts import in_order
from tests.factories import Table
from tests.web.dossiers.conftest import At, at, table  # noqa: F401

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "expliciet"
OF_CASES = ("casework", "dossiers", "evaluation")
NUMBERS = (models.IntegerField, models.FloatField, models.DecimalField)

NOT_OF_A_PERSON = {
    "casework.AgendaItem.minutes": "how long a dossier is spoken of",
    "casework.AgendaItem.order": "the place on a roster",
    "casework.Agreement.trigger_days": "days after which something is to be done",
    "casework.GuestQuestion.tries": "how often a code was tried",
    "casework.Level.order": "the place in the ladder of the house",
    "casework.Level.review_days": "days until the table looks again",
    "casework.Option.order": "the place in which an option was written",
    "casework.Statement.order": "the number of a line, to point at it",
    "dossiers.Attachment.size": "bytes of a file",
    "evaluation.Coding.begins": "where a passage begins",
    "evaluation.Coding.ends": "where a passage ends",
    "evaluation.Conversation.number": "the number of a talk",
    "evaluation.ConversationLine.number": "the number of a line, to point at it",
    "evaluation.ConversationLine.seconds": "when something was said in a recording",
    "evaluation.Finding.number": "the number of a finding",
    "evaluation.LearningSession.dots": "how many dots each may put at ideas",
    "evaluation.Recommendation.number": "the number of a recommendation",
    "evaluation.Scan.year": "a year",
    "evaluation.SolutionDirection.number": "the number of an idea on a board",
    "evaluation.Study.most": "how many dossiers are drawn",
    "evaluation.Study.seed": "the seed of a draw",
    "evaluation.Study.smallest": "how small a group of dossiers may be",
    "evaluation.StudyDossier.number": "a number in a study that says nothing",
    "evaluation.StudyText.number": "the number of a text, to point at it",
}
"""Numbers in a dossier, each with what it is of."""

TYPED = {
    "ByTriggerFields.trigger_days": "days after which something is to be done",
    "lines": "how many lines stand in the form",
    "trigger_days": "days after which something is to be done",
}
"""Numbers that are typed in a form, by name of the field."""

SCORES = re.compile(
    r"(?i)\b(score|points?|ranking|rank|percentage|percentile|gauge|traffic_light|"
    r"rating|risk_level|total_factors|factor_count)\b"
)
ADDING = {"Count", "Sum", "Avg", "StdDev", "Variance"}
COUNTED = {
    "dossiers/models/seat.py": "how many records are new to a seat",
    "evaluation/actions/board.py": "the last number on a board",
    "evaluation/actions/numbering.py": "the last number in a study",
    "evaluation/reconstruction/reconstructing.py": "figures of many dossiers together, "
    "small groups left out",
}
"""Where rows are counted in a question to the database, and which."""


def own_fields(model: type[models.Model]) -> Iterator[models.Field]:
    yield from (each for each in model._meta.local_fields if each.model is model)


def models_of_cases() -> list[type[models.Model]]:
    return [each for each in apps.get_models() if each._meta.app_label in OF_CASES]


def test_no_field_of_a_case_holds_a_number_about_somebody() -> None:
    """Each number that a dossier keeps is of something else, and says of what."""
    found = {
        f"{model._meta.label}.{field.name}"
        for model in models_of_cases()
        for field in own_fields(model)
        if isinstance(field, NUMBERS) and not field.primary_key
    }
    assert found == set(NOT_OF_A_PERSON)


def test_no_field_or_choice_is_called_a_score() -> None:
    for model in models_of_cases():
        for field in own_fields(model):
            assert not SCORES.search(field.name.replace("_", " ")), field
            for value, _label in field.choices or ():
                assert not SCORES.search(str(value)), (field, value)
                assert not re.fullmatch(r"[0-9]+", str(value)), (field, value)


def forms_of_cases() -> Iterator[type[forms.Form]]:
    seen: set[type] = set()
    for room in (casework_screens, dossier_screens, work_screens):
        for each in iter_modules(room.__path__):
            module = import_module(f"{room.__name__}.{each.name}")
            for thing in vars(module).values():
                is_form = isinstance(thing, type) and issubclass(thing, forms.BaseForm)
                if is_form and thing not in seen:
                    seen.add(thing)
                    yield thing


def test_no_form_takes_a_number_about_somebody() -> None:
    kinds = (forms.IntegerField, forms.FloatField, forms.DecimalField)
    found = list(forms_of_cases())
    assert len(found) > 20
    for form in found:
        for name, field in getattr(form, "base_fields", {}).items():
            if isinstance(field, kinds):
                assert name in TYPED, (form, name)
            if type(field).__name__ == "TypedChoiceField":
                numbers = [value for value, _words in field.choices if value]
                assert not any(str(each).isdigit() for each in numbers), (form, name)


def test_nothing_of_a_case_is_added_up_in_the_database() -> None:
    """No total can be asked for; where rows are counted, it is of what is new."""
    found = set()
    for room in (*OF_CASES, "web/casework", "web/dossiers", "web/work"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call))
            for call in calls:
                called = call.func
                name = getattr(called, "attr", getattr(called, "id", ""))
                if name in ADDING or name == "aggregate":
                    found.add(path.relative_to(PACKAGE).as_posix())
    assert found == set(COUNTED)


def test_no_template_counts_factors_criteria_or_readings() -> None:
    counting = re.compile(
        r"(factors?|criteria|readings?|takes|risk|protective)[\w.]*\s*\|\s*"
        r"(length|add|sum|dictsort)"
    )
    for path in sorted((PACKAGE / "web" / "templates").rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        assert not counting.search(page), path.name
        if path.parent.name in (*OF_CASES, "work"):
            assert not re.search(r"<(meter|progress)\b", page), path.name


# --- and the pages themselves --------------------------------------------------------

OBSERVED, UNKNOWN = 13, 11
"""Numbers that stand nowhere by chance."""
DATES = re.compile(
    r"\d{1,2}[-:./ ](?:\d{1,2}|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*"
    r"(?:[-:./ ]\d{2,4})?(?: \d{1,2}:\d{2})?|\d{1,2}:\d{2}"
)


@pytest.fixture
def read_by_many(table: Table) -> Table:  # noqa: F811
    """Thirteen factors observed and eleven unknown, by several partners."""
    lists = list(Factor.objects.filter(list__is_ours=True))
    seats = [table.seat(each) for each in ("police", "municipality", "GGZ")]
    pairs = [(seat, one) for seat in seats for one in lists][: OBSERVED + UNKNOWN]
    assert len(pairs) == OBSERVED + UNKNOWN
    for place, (seat, one) in enumerate(pairs):
        now = table.tick()
        read = "observed" if place < OBSERVED else "unknown"
        read_factor(
            FactorReading(factor=one, read=read, argument="gezien (verzonnen)"),
            [],
            by=seat,
            circle=circle_for(seat, "table", now),
            now=now,
        )
    return table


def said(client: Client, address: str) -> str:
    """What a page tells in words, without its dates."""
    page = client.get(address).content.decode()
    body = page.partition("<main")[2].partition("</main>")[0]
    words = unescape(re.sub(r"<[^>]+>", " ", body))
    return DATES.sub(" ", " ".join(words.split()))


@pytest.mark.django_db
def test_no_page_tells_how_many_factors_were_read(
    read_by_many: Table,
    at: At,  # noqa: F811
) -> None:
    """Whoever wants a number has to count by hand, and finds no place to write it."""
    client = at(read_by_many.chair)
    detail = reverse("dossiers:detail", args=[read_by_many.dossier.pk])
    addresses = [f"{detail}?deel={name}" for name, _part in in_order()]
    addresses.append(reverse("casework:factors", args=[read_by_many.dossier.pk]))
    addresses.append(reverse("dossiers:list"))
    looked = 0
    for address in addresses:
        told = said(client, address)
        assert told, address
        for number in (OBSERVED, UNKNOWN, OBSERVED + UNKNOWN):
            assert not re.search(rf"(?<![\w.-]){number}(?![\w.-])", told), (
                address,
                number,
            )
        assert not SCORES.search(told), address
        looked += 1
    assert looked >= 6
