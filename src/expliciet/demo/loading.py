"""Loading the fictional house: all of it, or nothing."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..accounts.models import House
from ..audit.here import Here, being_here
from . import passwords
from .archiving import story_of
from .duinmeer.archive import ARCHIVE
from .duinmeer.last_year import LAST_YEAR
from .duinmeer.people import COLLEAGUES
from .duinmeer.stories import STORIES
from .duinmeer.study import STUDIES
from .founding import NAME, found
from .playing import play_all
from .stage import Stage
from .weeks import Calendar


class NotHere(Exception):
    """The fictional house may not be loaded here; the message says why."""


class Loaded(NamedTuple):
    """The house, and how much was done in it just now: nothing when it was there."""

    house: House
    deeds: int


def load(now: datetime) -> Loaded:
    """The house with its dossiers, played through the actions in one transaction.

    Every line in the trail bears the moment of loading and the word ``demo``: the
    stories are made up, the trail is not.
    """
    refuse_elsewhere()
    there = House.objects.filter(name=NAME, is_fictional=True).first()
    if there is not None:
        return Loaded(there, 0)
    secret = passwords.draw(COLLEAGUES)
    calendar = Calendar(now)
    with being_here(Here(auth_level="demo")), transaction.atomic():
        house = found(calendar, secret)
        stories = (*STORIES, *map(story_of, (*LAST_YEAR, *ARCHIVE)), STUDIES)
        deeds = play_all(stories, Stage(house, calendar))
        passwords.write(secret, house)
    return Loaded(house, deeds)


def refuse_elsewhere() -> None:
    """Made-up people never come to stand among real ones."""
    if not settings.DEMO:
        raise NotHere(
            _(
                "The fictional house is loaded only where EXPLICIET_DEMO=1 is set. "
                "Nothing was done. Use `./expliciet demo`, or set it yourself."
            )
        )
    real = House.objects.filter(is_fictional=False).first()
    if real is not None:
        raise NotHere(
            _(
                "This database holds a real house (%(name)s), so the fictional one "
                "does not come beside it. Nothing was done. Point EXPLICIET_DATA to "
                "another folder, or EXPLICIET_DATABASE to another database."
            )
            % {"name": real.name}
        )
