"""The rule of every address in `urls_papers`."""

from ...audit.actions import Action
from ..dossiers.routes import SEATED
from ..inventory import Rate, classify

TAKEN = SEATED._replace(leaves=(Action.DOCUMENT_TAKEN,), rate=Rate.HEAVY)

classify(
    casework__summary=SEATED._replace(leaves=(Action.DOSSIER_READ,)),
    **{"casework__summary-pdf": TAKEN, "casework__summary-docx": TAKEN},
)
