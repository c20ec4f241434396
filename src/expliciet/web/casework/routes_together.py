"""The rule of every address in `urls_together` and `urls_agreements`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING, SEATED
from ..inventory import Rate, Route, Who, classify

SAID = (Action.RECORD_READ, Action.RECORD_CORRECTED)

classify(
    **{
        "casework__agree": SAYING._replace(leaves=(Action.DOSSIER_READ, Action.AGREED)),
        "casework__agree-anew": SAYING._replace(leaves=SAID),
        "casework__reply": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.AGREEMENT_ANSWERED)
        ),
        "casework__claim": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.DONE_CLAIMED)
        ),
        "casework__confirm": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.DONE_CONFIRMED)
        ),
        "casework__not-yet": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.NOT_DONE_YET)
        ),
        "casework__expect": SAYING._replace(
            leaves=(Action.DOSSIER_READ, Action.EXPECTED)
        ),
        "casework__expect-anew": SAYING._replace(leaves=SAID),
        "casework__answer-expectation": SAYING._replace(
            leaves=(Action.RECORD_READ, Action.EXPECTATION_ANSWERED)
        ),
        "casework__case-number": SAYING._replace(
            leaves=(
                Action.DOSSIER_READ,
                Action.CASE_NUMBER_GIVEN,
                Action.RECORD_CORRECTED,
            )
        ),
        # leads to the one form of the number; shows nothing by itself
        "casework__case-number-anew": Route(Who.SEATED, Rate.READING),
        "casework__as-text": SEATED._replace(leaves=(Action.TAKEN_AS_TEXT,)),
        "agreements__open": Route(
            Who.APPOINTED, Rate.READING, (Action.AGREEMENTS_LISTED,), shows=True
        ),
    }
)
