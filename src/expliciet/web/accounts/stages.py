"""What lies between a password and being in, besides the code of the second factor."""

from typing import Any

from allauth.account.stages import LoginStage
from django.http import HttpResponse
from django.shortcuts import redirect

from ...accounts.factors import has_factor
from ...demo import doors

Step = tuple[HttpResponse | None, bool]


class NewPassword(LoginStage):  # type: ignore[misc]
    """Whoever comes for the first time, or anew, chooses a password of their own.

    A first password was seen by who gave it; in the demo everybody may see it.
    """

    key = "new_password"
    urlname = "accounts:new-password"

    def handle(self) -> Step:
        user: Any = self.login.user
        been_here = doors.are_open() or user.last_login is not None
        if user.has_usable_password() and been_here:
            return None, True
        return redirect(self.urlname), True


class SetUp(LoginStage):  # type: ignore[misc]
    """Nobody is in without a second factor, except where everything is made up."""

    key = "set_up"
    urlname = "accounts:set-up"

    def handle(self) -> Step:
        if doors.are_open() or has_factor(self.login.user):
            return None, True
        return redirect(self.urlname), True
