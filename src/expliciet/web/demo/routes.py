"""The rule of the open door."""

from ...audit.actions import Action
from ..inventory import BOTH, Rate, Route, Who, classify

classify(
    demo__pick=Route(
        Who.ANYBODY,
        Rate.ENTERING,
        (Action.SIGNED_IN, Action.SIGNED_OUT, Action.SESSIONS_ENDED),
        methods=BOTH,
    ),
)
