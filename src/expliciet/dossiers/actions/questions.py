"""Keeping what the checker asked with what was said."""

from collections.abc import Iterable

from ..models import Question, Record

MOST = 40


def keep_questions(questions: Iterable[Question], record: Record) -> None:
    """What was asked about a record, in the transaction in which it is said."""
    for question in list(questions)[:MOST]:
        question.record = record
        question.full_clean()
        question.save(force_insert=True)
