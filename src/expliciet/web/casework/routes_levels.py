"""The rule of every address in `urls_levels`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import Rate, Route, Who, classify

READ = Action.DOSSIER_READ

classify(
    casework__ladder=SEATED._replace(leaves=(READ,)),
    casework__step=SAYING._replace(leaves=(READ, Action.SCALED)),
    casework__review=SAYING._replace(leaves=(READ, Action.NECESSITY_REVIEWED)),
    casework__inform=SAYING._replace(leaves=(READ, Action.INFORMING_RECORDED)),
    casework__letter=SEATED._replace(leaves=(READ,)),
    casework__guide=SEATED._replace(leaves=(READ,)),
    casework__close=SAYING._replace(leaves=(READ, Action.DOSSIER_CLOSED)),
    casework__card=SEATED._replace(leaves=(Action.RECORD_READ,)),
    # leads on to the dossier at another moment, and shows nothing
    casework__turn=Route(Who.SEATED, Rate.READING),
    casework__between=SEATED._replace(leaves=(Action.DOSSIER_READ_AS_OF,)),
    **{
        "casework__hand-card": SAYING._replace(
            leaves=(READ, Action.SEATED, Action.SEAT_ENDED)
        )
    },
)
