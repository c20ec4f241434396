"""The rule of the one address of taking over old minutes."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING
from ..inventory import classify

classify(
    casework__import=SAYING._replace(
        leaves=(
            Action.DOSSIER_READ,
            Action.AGREED,
            Action.EXPECTED,
            Action.IDEA_PARKED,
            Action.LEFT_OPEN,
        )
    ),
)
