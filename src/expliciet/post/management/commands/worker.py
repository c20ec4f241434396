"""``worker``: sends what waits and does what is due, for as long as it runs."""

import os
from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ....audit.prepared import PreparedCommand
from ....environment import spoken
from ... import stopping
from ...working import PAUSE, work


class Command(PreparedCommand):
    help = "Sends the mail that waits and runs the clock, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--pause", type=float, default=PAUSE, help="seconds between two turns"
        )
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="PID",
            help="stop when this process, which started this one, is gone",
        )

    def handle(
        self, *args: Any, pause: float, with_parent: int | None, **options: Any
    ) -> None:
        stopping.listen()

        def goes_on() -> bool:
            if with_parent and os.getppid() != with_parent:
                stopping.ask()
            return stopping.not_asked()

        work(self.tell, pause=pause, goes_on=goes_on)

    def tell(self, trouble: str, rest: float) -> None:
        with override(spoken()):
            self.stderr.write(
                _("The clock ran into %(trouble)s; again in %(rest)d seconds.")
                % {"trouble": trouble, "rest": rest}
            )
