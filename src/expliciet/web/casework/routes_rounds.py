"""The rule of every address in `urls_rounds`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import POST, Rate, Route, Who, classify

classify(
    **{
        "casework__open-round": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.ROUND_OPENED)
        ),
        "casework__round": SEATED._replace(
            leaves=(Action.RECORD_READ, Action.DOSSIER_READ_AS_OF)
        ),
        "casework__reading": SAYING._replace(
            leaves=(
                Action.RECORD_READ,
                Action.READING_RECORDED,
                Action.RECORD_CORRECTED,
            )
        ),
        # leads to the form of the round; shows nothing by itself
        "casework__rewrite-reading": Route(Who.SEATED, Rate.READING),
        "casework__reveal": Route(
            Who.SEATED, Rate.WRITING, (Action.ROUND_REVEALED,), methods=POST
        ),
        "casework__interpret": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.INTERPRETATION_RECORDED)
        ),
        "casework__correct-interpretation": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.RECORD_CORRECTED)
        ),
        "casework__dissent": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.DISSENT_RECORDED)
        ),
        "casework__view": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.VIEW_RECORDED)
        ),
    }
)
