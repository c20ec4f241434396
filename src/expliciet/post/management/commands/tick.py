"""``tick``: one turn of the clock, for a timer that comes by every minute."""

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ....audit.prepared import PreparedCommand
from ....environment import spoken
from ... import stopping
from ...actions.clock import turn


class Command(PreparedCommand):
    help = "Does what is due, once; a second tick at the same moment does nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        stopping.listen()
        done = turn(timezone.now())
        with override(spoken()):
            for each in done:
                outcome = each.trouble or str(each.did)
                self.stdout.write(f"{each.work.label}: {outcome}")
            if not done:
                self.stdout.write(_("Nothing was due."))
            if any(each.trouble for each in done):
                raise CommandError(_("Not everything went well."), returncode=1)
