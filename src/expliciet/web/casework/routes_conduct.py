"""The rule of every address in `urls_conduct`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import POST, classify

READ = Action.DOSSIER_READ
LEADING = SAYING._replace(shows=False, methods=POST)

classify(
    casework__conduct=SEATED._replace(leaves=(READ,)),
    casework__beamer=SEATED._replace(leaves=(READ,)),
    # asked by the page every other second: unchanged shows nothing and leaves no line
    casework__since=SEATED._replace(leaves=(READ,), polls=True),
    casework__phase=LEADING._replace(leaves=(Action.PHASE_BEGUN,)),
    casework__pause=LEADING._replace(
        leaves=(Action.RECORDING_PAUSED, Action.RECORDING_RESUMED)
    ),
    casework__enter=SAYING._replace(
        leaves=(
            READ,
            Action.AGREED,
            Action.EXPECTED,
            Action.IDEA_PARKED,
            Action.LEFT_OPEN,
        )
    ),
    casework__undo=LEADING._replace(leaves=(Action.RECORD_WITHDRAWN,)),
    # keeps a draft and leads on: nothing is said yet
    casework__complete=LEADING,
    casework__settle=LEADING._replace(leaves=(Action.POINT_SETTLED,)),
)
