"""The rule of every address: who may, how often, and which line it leaves."""

from ..audit.actions import Action
from .inventory import BOTH, POST, Rate, Route, Who, classify

OPEN = Route(Who.ANYBODY, Rate.OPEN)

classify(
    # for everybody: the Verslagcheck keeps nothing and leaves no line
    checking__minutes=OPEN._replace(methods=BOTH),
    checking__example=OPEN._replace(methods=BOTH),
    checking__word=OPEN._replace(methods=POST),
    checking__explanation=OPEN,
    language=OPEN._replace(methods=POST),
    scheme=OPEN._replace(methods=POST),
    live=OPEN,
    ready=OPEN,
    # the first page: the Verslagcheck for a visitor, one's own work for who signed in
    opening=Route(Who.ANYBODY, Rate.OPEN, (Action.WORK_READ,)),
    # drafts: nothing is said yet, so nothing is recorded
    drafts__keep=Route(Who.APPOINTED, Rate.TYPING, methods=POST),
    drafts__drop=Route(Who.APPOINTED, Rate.TYPING, methods=POST),
)
