"""The rule of every address of stall signals."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING
from ..inventory import Rate, Route, Who, classify

classify(
    **{
        "casework__leave-so": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.SIGNAL_LEFT)
        )
    },
    # looks through every table that somebody leads
    signals__everywhere=Route(
        Who.APPOINTED, Rate.HEAVY, (Action.SIGNALS_LISTED,), shows=True
    ),
)
