"""What the checker asked of what was known, and asks of what was decided (F69).

Of what it asked when something was said, only which rule: the words it was about, and
why somebody left it so, were said before masking and stay where they are.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from ...dossiers.models import Question
from ...rules import Context, Item, Words, check
from ...rules.catalogue import catalogue
from .known import Text


def left_open(texts: Iterable[Text]) -> dict[int, list[Words]]:
    """By number of the text: the questions that stayed as they were."""
    of = {each.row.record_id: each.row.number for each in texts}
    asked = Question.objects.filter(record__in=of, outcome=Question.Outcome.STAYS)
    spoken = {rule.code: rule.question for rule in catalogue()}
    found: dict[int, list[Words]] = defaultdict(list)
    for record, code in asked.order_by("rule").values_list("record", "rule").distinct():
        if code in spoken:
            found[of[record]].append(spoken[code])
    return dict(found)


def asks_of(text: Text) -> list[Words]:
    """What it would ask of these masked words now."""
    if not text.words:
        return []
    today = timezone.localdate(text.row.recorded_at)
    found = check(Item("minutes", {"text": text.words}, Context(today=today)))
    return list(dict.fromkeys(each.rule.question for each in found))
