"""The rule of signing in and of one's own account: who may, how often, which line."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

ENTERING = Route(
    Who.ANYBODY,
    Rate.ENTERING,
    (Action.SIGNED_IN, Action.SIGN_IN_REFUSED, Action.SESSIONS_ENDED),
    methods=BOTH,
)
HALFWAY = ENTERING._replace(who=Who.HALFWAY)
OWN = Route(Who.SIGNED_IN, Rate.ENTERING, methods=BOTH)
DEED = OWN._replace(methods=POST)

classify(
    **{
        "accounts:sign-in": ENTERING,
        "account_login": ENTERING,
        "accounts:second-factor": HALFWAY,
        "mfa_authenticate": HALFWAY,
        "accounts:set-up": HALFWAY._replace(
            leaves=(Action.FACTOR_ADDED, Action.RECOVERY_CODES_MADE, *HALFWAY.leaves)
        ),
        "accounts:new-password": HALFWAY._replace(
            leaves=(Action.PASSWORD_CHANGED, *HALFWAY.leaves)
        ),
        "accounts:use-code": ENTERING._replace(
            leaves=(Action.RECOVERY_USED, Action.FACTOR_REMOVED, *ENTERING.leaves)
        ),
        "accounts:sign-out": Route(
            Who.ANYBODY, Rate.ENTERING, (Action.SIGNED_OUT,), methods=POST
        ),
        "accounts:step-up": OWN._replace(
            leaves=(Action.SIGNED_IN, Action.SIGN_IN_REFUSED)
        ),
        "accounts:own": Route(
            Who.SIGNED_IN, Rate.READING, (Action.OWN_ACCOUNT_READ,), shows=True
        ),
        "accounts:end-session": DEED._replace(leaves=(Action.SESSIONS_ENDED,)),
        "accounts:end-sessions": DEED._replace(leaves=(Action.SESSIONS_ENDED,)),
        "accounts:meeting-mode": DEED._replace(leaves=(Action.MEETING_MODE_SET,)),
        "accounts:language": DEED._replace(leaves=(Action.PREFERENCE_SET,)),
        "accounts:password": OWN._replace(
            leaves=(
                Action.PASSWORD_CHANGED,
                Action.SESSIONS_ENDED,
                Action.SIGN_IN_REFUSED,
            )
        ),
        "accounts:app": OWN._replace(
            leaves=(
                *(Action.FACTOR_ADDED, Action.FACTOR_REMOVED, Action.SESSIONS_ENDED),
                Action.RECOVERY_CODES_MADE,
            )
        ),
        "accounts:codes": OWN._replace(
            leaves=(Action.OWN_ACCOUNT_READ, Action.RECOVERY_CODES_MADE), shows=True
        ),
        "accounts:codes-kept": DEED,
        "accounts:stop-recovery": DEED._replace(leaves=(Action.RECOVERY_STOPPED,)),
        "accounts:colleagues": Route(
            Who.APPOINTED, Rate.READING, (Action.HOUSE_READ,), shows=True
        ),
        "accounts:begin-recovery": Route(
            Who.APPOINTED,
            Rate.ENTERING,
            (Action.RECOVERY_BEGUN, Action.HOUSE_READ),
            methods=POST,
        ),
        "accounts:confirm-recovery": Route(
            Who.APPOINTED,
            Rate.ENTERING,
            (Action.RECOVERY_CONFIRMED, Action.HOUSE_READ),
            methods=POST,
            shows=True,
        ),
    }
)
