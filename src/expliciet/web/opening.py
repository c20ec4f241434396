"""The first page: for a visitor the Verslagcheck, for who signed in their own work."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..accounts.models import User
from .checking.opening import welcome
from .work.my_work import my_work


@require_safe
def first_page(request: HttpRequest) -> HttpResponse:
    """What is asked of me; or, for a visitor, what this is."""
    return my_work(request) if isinstance(request.user, User) else welcome(request)
