"""The rule of every address in `urls_minutes`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import POST, Rate, classify

READ = Action.RECORD_READ
TAKEN = SEATED._replace(leaves=(Action.DOCUMENT_TAKEN,), rate=Rate.HEAVY)

classify(
    casework__minutes=SAYING._replace(leaves=(READ, Action.MINUTES_ANSWERED)),
    casework__amend=SAYING._replace(leaves=(READ, Action.AMENDMENT_DECIDED)),
    casework__establish=SAYING._replace(
        leaves=(Action.MINUTES_ESTABLISHED,), methods=POST
    ),
    **{
        "casework__read-back": SAYING._replace(
            leaves=(READ, Action.MINUTES_MADE, Action.MINUTES_ANSWERED)
        ),
        "casework__minutes-text": SAYING._replace(
            leaves=(READ, Action.RECORD_CORRECTED)
        ),
        "casework__minutes-pdf": TAKEN,
        "casework__minutes-docx": TAKEN,
        "casework__table-sheet": TAKEN._replace(rate=Rate.READING),
    },
)
