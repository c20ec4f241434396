"""The rule of every address of a dossier: who may, how often, which line it leaves."""

from ...audit.actions import Action
from ..inventory import BOTH, Rate, Route, Who, classify

SEATED = Route(Who.SEATED, Rate.READING, shows=True)
SAYING = Route(Who.SEATED, Rate.WRITING, shows=True, methods=BOTH)

classify(
    dossiers__list=Route(
        Who.APPOINTED, Rate.READING, (Action.DOSSIERS_LISTED,), shows=True
    ),
    dossiers__detail=SEATED._replace(
        leaves=(Action.DOSSIER_READ, Action.DOSSIER_READ_AS_OF, Action.RECORD_READ)
    ),
    # shows no more than a number and a working name; the purpose comes before reading
    dossiers__purpose=Route(
        Who.SEATED, Rate.READING, (Action.PURPOSE_STATED,), methods=BOTH
    ),
    dossiers__search=Route(
        Who.SEATED, Rate.HEAVY, (Action.SEARCHED,), shows=True, methods=BOTH
    ),
    dossiers__log=SEATED._replace(leaves=(Action.OWN_LINES_READ,)),
    dossiers__note=SAYING._replace(leaves=(Action.DOSSIER_READ, Action.NOTE_RECORDED)),
    dossiers__record=SEATED._replace(leaves=(Action.RECORD_READ,)),
    dossiers__correct=SAYING._replace(
        leaves=(Action.RECORD_READ, Action.RECORD_CORRECTED)
    ),
    dossiers__withdraw=SAYING._replace(
        leaves=(Action.RECORD_READ, Action.RECORD_WITHDRAWN)
    ),
    **{
        "dossiers__pass-on": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.RECORD_PASSED_ON)
        )
    },
)
