"""The rule of every address in `urls_table`."""

from ...audit.actions import Action
from ..inventory import BOTH, Rate, Route, Who, classify

SEATED = Route(Who.SEATED, Rate.READING, (Action.DOSSIER_READ,), shows=True)
MANAGING = Route(Who.MANAGING, Rate.READING, (Action.HOUSE_READ,), shows=True)


def deed(*does: Action, route: Route = SEATED) -> Route:
    """A form that shows something of a dossier, and what it does when sent."""
    return route._replace(
        rate=Rate.WRITING, leaves=(*route.leaves, *does), methods=BOTH
    )


OPENING = Route(Who.MANAGING, Rate.WRITING, methods=BOTH)

classify(
    **{
        # nothing is shown of any dossier yet
        "dossiers__open": OPENING._replace(
            leaves=(Action.DOSSIER_OPENED, Action.SEATED)
        ),
        "dossiers__take-over": OPENING._replace(
            leaves=(Action.DOSSIER_TAKEN_OVER, Action.SEATED)
        ),
        "dossiers__seats": SEATED,
        "dossiers__invite": deed(Action.SEATED),
        "dossiers__invite-guest": deed(Action.SEATED),
        "dossiers__hand-over": deed(Action.HANDED_OVER),
        "dossiers__change-seat": deed(Action.SEAT_CHANGED),
        "dossiers__end-seat": deed(Action.SEAT_ENDED),
        "dossiers__headings": SEATED,
        "dossiers__change-heading": deed(
            Action.RECORD_CORRECTED, Action.HEADING_CHANGED
        ),
        "dossiers__add-person": deed(Action.PERSON_RECORDED),
        "dossiers__correct-person": deed(Action.RECORD_READ, Action.RECORD_CORRECTED),
        "dossiers__add-attachment": deed(Action.ATTACHMENT_ADDED)._replace(
            rate=Rate.HEAVY
        ),
        "dossiers__take-attachment": SEATED._replace(
            rate=Rate.HEAVY, leaves=(Action.ATTACHMENT_TAKEN,)
        ),
        "dossiers__link": deed(Action.LINKED),
        "dossiers__end-link": deed(Action.LINK_ENDED),
        "dossiers__show-elsewhere": deed(Action.SHOWN_ELSEWHERE),
        "dossiers__holds": MANAGING,
        "dossiers__hold": deed(Action.HELD, route=MANAGING),
        "dossiers__lift-hold": deed(Action.HOLD_LIFTED, route=MANAGING),
    }
)
