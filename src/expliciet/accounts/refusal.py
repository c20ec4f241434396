"""Not allowed: seen, but not yours to do."""

from django.core.exceptions import PermissionDenied


class Refused(PermissionDenied):
    """`rule` names what was asked for; it goes into the trail, not to the screen."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def require(allowed: bool, rule: str) -> None:
    """Go on, or refuse by this rule."""
    if not allowed:
        raise Refused(rule)
