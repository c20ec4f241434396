"""What the checker asked about a record, to read beside it."""

from typing import NamedTuple

from django.utils.translation import get_language

from ...dossiers.models import Question
from ...rules.catalogue import catalogue
from .entries import Entry


class Asked(NamedTuple):
    """One question, what came of it, and why it stays."""

    reference: str
    asked: str
    about: str
    outcome: str
    why: str


def questions_about(entry: Entry) -> list[Asked]:
    """Of this record and all that it corrected, as far as one may read those."""
    read = [each for each in (entry, *entry.earlier) if each.is_readable]
    names = {each.record.pk: each.record.reference for each in read}
    kept = Question.objects.filter(record__in=names).select_related("record__circle")
    language = get_language() or "nl"
    spoken = {rule.code: rule.question.spoken(language) for rule in catalogue()}
    return [
        Asked(
            names[each.record_id],
            spoken.get(each.rule, each.rule),
            each.about or "",
            str(each.get_outcome_display()),
            each.why or "",
        )
        for each in kept.order_by("-record__recorded_at", "outcome", "place", "rule")
    ]
