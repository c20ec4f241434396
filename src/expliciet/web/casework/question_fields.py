"""The part of a form that keeps what the checker asked with what was recorded."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from ...dossiers.actions.questions import MOST, keep_questions
from ...dossiers.models import Question, Record
from ...rules.catalogue import catalogue
from ..forms import Conversation
from .questions import found_in, is_asked

if TYPE_CHECKING:
    Asking = Conversation
else:
    Asking = object

WHY = re.compile(r"why_[0-9a-f]{16}")
CODES = {rule.code for rule in catalogue()}
ASKED = re.compile(r"(EX\d{3})\.(\w{1,40})")


class QuestionFields(Asking):
    """For a form about a case: `class MyForm(QuestionFields, CircleFields, ThingForm)`.

    Three things, and no more:

    1. name it first among the bases, so that what was asked is kept with the record;
    2. beside the form, tell what it lays before the checker, under the name of its
       route: `@asks("casework:agreement")`, a function that gives `Laid` things
       (see `questions.py`; `prose` for running text);
    3. a form with a template of its own includes `forms/_questions.html` in its
       `<form>`, and its fields are shown with `as_field_group`, or have an element
       `question_<name of the field>` for their question.

    `dossiers/deed_form.html` and `forms/_form.html` do the third by themselves. The
    action must give back the record, or fill `form.instance`. A form that lays nothing
    before the checker is a form as any other.
    """

    @property
    def asks_questions(self) -> bool:
        return is_asked(self.draft_name)

    @property
    def _said(self) -> Mapping[str, Any]:
        typed: Mapping[str, Any] = self.data if self.is_bound else self.initial
        return dict(typed.items())

    @property
    def questions_left(self) -> str:
        """Which questions somebody left for what they are."""
        return str(self._said.get("left") or "")

    @property
    def questions_asked(self) -> str:
        """Which questions stood in the form at any moment."""
        return str(self._said.get("asked") or "")

    @property
    def questions_why(self) -> Iterator[tuple[str, str]]:
        """Why they were left, by the name of the field in which that was typed."""
        for name, words in self._said.items():
            if WHY.fullmatch(name) and words:
                yield name, str(words)

    def carries_out(
        self, action: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> bool:
        @transaction.atomic
        def with_questions(*args: Any, **kwargs: Any) -> Any:
            done = action(*args, **kwargs)
            record = done if isinstance(done, Record) else self.instance  # type: ignore[attr-defined]
            keep_questions(self.answered(), record)
            return done

        if not self.asks_questions:
            return super().carries_out(action, *args, **kwargs)
        return super().carries_out(with_questions, *args, **kwargs)

    def answered(self) -> list[Question]:
        """What was asked and is answered now, and what stays with its reason.

        A question that still stands and was not left is not kept: it was not answered,
        and the text itself shows so to whoever lays it before the checker again.
        """
        found = found_in(self.draft_name, self._said, timezone.localdate())
        stays = [
            Question(
                rule=each.finding.code,
                place=each.place,
                outcome=Question.Outcome.STAYS,
                about=(each.finding.words or each.finding.sentence)[:4_000],
                why=each.why[:500],
            )
            for each in found
            if each.is_left
        ]
        open_ = {(each.finding.code, each.place) for each in found}
        gone = dict.fromkeys(ASKED.findall(self.questions_asked))
        answered = [
            Question(rule=code, place=place, outcome=Question.Outcome.ANSWERED)
            for code, place in gone
            if code in CODES and (code, place) not in open_
        ]
        return [*stays, *answered][:MOST]
