"""The rule of every address in `urls_attending`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import classify

READ = Action.DOSSIER_READ

classify(
    **{
        "casework:attend": SAYING._replace(
            leaves=(READ, Action.ATTENDANCE_SAID, Action.ATTENDANCE_NOTED)
        ),
        "casework:take-off": SAYING._replace(leaves=(READ, Action.TAKEN_OFF_ROSTER)),
        "casework:brief": SEATED._replace(leaves=(READ,)),
    }
)
