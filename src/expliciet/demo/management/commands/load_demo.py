"""``load_demo``: put the fictional house in place, once."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from ... import passwords
from ...loading import NotHere, load


class Command(BaseCommand):
    help = "Loads the fictional Safety House Duinmeer; does nothing when it is there."

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        try:
            loaded = load(timezone.now())
        except NotHere as why:
            raise CommandError(str(why)) from None
        if loaded.deeds:
            told = _(
                "%(house)s stands ready: everything in it is made up. Loaded in "
                "%(seconds).1f seconds; passwords for automated tests: %(file)s."
            )
        else:
            told = _("%(house)s was there already. Nothing was changed.")
        self.stdout.write(
            told
            % {
                "house": loaded.house.name,
                "seconds": time.monotonic() - began,
                "file": passwords.path(),
            }
        )
