"""The rule of every address in `urls`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING
from ..inventory import POST, Rate, Route, Who, classify

GUEST = Route(Who.ANYBODY, Rate.ENTERING, shows=True, methods=POST)

classify(
    # asks for the code, and shows nothing, whether there is such a link or not
    guests__door=Route(Who.ANYBODY, Rate.ENTERING),
    guests__question=GUEST._replace(leaves=(Action.GUEST_LOOKED, Action.REFUSED)),
    guests__answer=GUEST._replace(leaves=(Action.GUEST_LOOKED, Action.GUEST_ANSWERED)),
    guests__ask=SAYING._replace(
        leaves=(Action.DOSSIER_READ, Action.GUEST_ASKED, Action.NOTE_RECORDED)
    ),
    guests__end=SAYING._replace(
        leaves=(Action.DOSSIER_READ, Action.GUEST_LINK_ENDED), methods=POST
    ),
)
