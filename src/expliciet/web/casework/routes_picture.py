"""The rule of every address in `urls_picture`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import POST, Rate, Route, Who, classify

classify(
    **{
        "casework__contribute": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.CONTRIBUTION_RECORDED)
        ),
        # of text one types oneself: nothing is read, so no line
        "casework__questions": Route(Who.SEATED, Rate.TYPING, methods=POST),
        "casework__correct-contribution": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.RECORD_CORRECTED)
        ),
        "casework__other-use": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.OTHER_USE_ALLOWED)
        ),
        "casework__factors": SEATED._replace(leaves=(Action.DOSSIER_READ,)),
        "casework__read-factor": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.FACTOR_READ, Action.RECORD_CORRECTED)
        ),
        # leads on to the form of the same factor, and shows nothing
        "casework__read-anew": Route(Who.SEATED, Rate.READING),
        "casework__assess": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.ASSESSMENT_RECORDED)
        ),
    }
)
