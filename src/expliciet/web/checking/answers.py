"""Does an answer in the example answer the question? And if not: what to do.

The rules read the sentence; what a visitor puts in a blank is looked at here, so that
"12345" does not pass for a name, nor "31 februari" for a day.
"""

import re
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...rules.actors import ActorAsk, resolve
from ...rules.times import Role, find_times, read_time

Advice = str | Promise
"""What to do about an answer; empty when it will do."""

NOTHING_SAID: Advice = _("First fill in something.")

NOBODY = {
    *("hij", "iemand", "men", "n.v.t", "niemand", "nvt", "onbekend", "ze", "zij"),
    *("anoniem", "bronnen", "een bron", "het team", "het overleg", "mensen", "buren"),
    *("nog te bepalen", "nobody", "somebody", "someone", "they", "wordt nog bepaald"),
}
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def a_person(words: str, today: date) -> Advice:
    """A name or an office: no group, no number and no day."""
    if gibberish(words) or read_time(words, today) or find_times(words, today):
        return _("This names nobody. Fill in one person, by name or by office.")
    if nobody(words):
        return _("Nobody in particular will do this. Fill in one person.")
    return ""


def a_day(words: str, today: date) -> Advice:
    """A day or a week that is still to come."""
    time = read_time(words, today)
    if time is None:
        return _("We read no day in this. Fill in a day that is still to come.")
    if time.asks:
        return time.asks.question.spoken(get_language() or "nl")
    if time.role is Role.PAST_REFERENCE or time.due is None or time.due < today:
        return _("This points to no day still to come. Fill in one day.")
    return ""


def a_source(words: str, today: date) -> Advice:
    """Who said it, and when."""
    times = [time for time in find_times(words, today) if not time.asks]
    rest = words
    for time in times:
        rest = rest.replace(time.words, "")
    if gibberish(rest) or nobody(rest.strip(" ,()")):
        return _("This names no source. Fill in who said or saw it, and on which day.")
    if not any(time.day for time in times):
        return _("Fill in too on which day it was said or seen.")
    return ""


def a_reason(words: str, today: date) -> Advice:
    """Enough words to carry a reason: three at least."""
    if gibberish(words) or len(re.findall(r"[^\W\d_]{2,}", words)) < 3:
        return _("Fill in the reason itself, in three words or more.")
    return ""


def nobody(words: str) -> bool:
    said = words.lower().strip(" .!?")
    return said in NOBODY or resolve(words, []).asks in (
        ActorAsk.GROUP,
        ActorAsk.NOBODY,
        ActorAsk.WHO_TYPES,
    )


def gibberish(words: str) -> bool:
    """No letters, or fingers that ran along the keyboard."""
    letters = "".join(re.findall(r"[^\W\d_]", words)).lower()
    if len(letters) < 2:
        return True
    return len(set(letters)) == 1 or any(
        len(word) > 3 and any(word in row for row in KEYBOARD)
        for word in re.findall(r"[^\W\d_]+", words.lower())
    )
