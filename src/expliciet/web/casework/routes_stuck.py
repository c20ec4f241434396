"""The rule of every address in `urls_stuck`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import classify

READ = Action.DOSSIER_READ
ONE = Action.RECORD_READ

classify(
    casework__limit=SAYING._replace(leaves=(READ, Action.LIMIT_SET)),
    casework__withhold=SAYING._replace(leaves=(READ, Action.WITHHELD)),
    casework__declare=SAYING._replace(leaves=(READ, Action.IMPASSE_DECLARED)),
    casework__position=SAYING._replace(leaves=(ONE, Action.POSITION_TAKEN)),
    casework__further=SAYING._replace(leaves=(ONE, Action.IMPASSE_TAKEN_FURTHER)),
    casework__resolve=SAYING._replace(leaves=(ONE, Action.IMPASSE_RESOLVED)),
    **{
        "casework__withhold-anew": SAYING._replace(
            leaves=(ONE, Action.RECORD_CORRECTED)
        ),
        "casework__declare-from": SAYING._replace(
            leaves=(ONE, Action.IMPASSE_DECLARED)
        ),
        "casework__impasse-note": SEATED._replace(leaves=(Action.IMPASSE_NOTE_TAKEN,)),
    },
)
