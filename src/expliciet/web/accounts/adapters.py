"""What allauth asks of us while somebody signs in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from ...accounts.actions.sessions import refuse_sign_in
from ...accounts.factors import has_factor, open_secret, seal_secret
from ...accounts.models import User
from ...accounts.refusal import Refused
from .. import errors
from ..preferences import keep
from ..whence import address_of
from .entering import enter

NOT_APPOINTED = errors.Trouble(
    403,
    _("You have no appointment here now"),
    _("Your account exists, but nobody appointed you for today. Nothing was changed."),
    _("Ask the administrator of your Care and Safety House."),
)


class Entrance(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in with an e-mail address and a password, and then a second factor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "This e-mail address and this password do not belong together. After five "
            "wrong ones you can try again a quarter of an hour later."
        ),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """A page is a page, whatever a header says."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """On to a page of this very site, and nowhere else."""
        return url_has_allowed_host_and_scheme(
            url, {self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or ""

    def add_message(self, *_: Any, **__: Any) -> None:
        """Our own pages say what happened."""

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """Our own notices say that something changed."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Whoever the password belongs to; what was refused stands in the trail.

        A closed account is refused in the same words as a wrong password.
        """
        email = User.objects.normalize_email(credentials.get("email"))
        user = super().authenticate(request, **{**credentials, "email": email})
        if isinstance(user, User) and user.is_active:
            return user
        locked = getattr(request, "axes_locked_out", False)
        refuse_sign_in(
            User.objects.filter(email=email).first(),
            rule="locked" if locked else "password",
            now=timezone.now(),
        )
        return None

    def pre_login(
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponse | None:
        """Nobody comes halfway who has nothing to do here."""
        if user.appointments_now(timezone.localdate()).exists():
            answer: HttpResponse | None = super().pre_login(request, user, **kwargs)
            return answer
        request.session.flush()
        return not_appointed(request, user)

    def login(self, request: HttpRequest, user: User) -> None:
        records = get_authentication_records(request, user)
        proofs = [str(record.get("type", record["method"])) for record in records]
        try:
            enter(request, user, "+".join(dict.fromkeys(proofs)))
        except Refused:
            raise ImmediateHttpResponse(not_appointed(request, user)) from None

    def post_login(
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponseBase:
        """In the language of one's own account, unless another was chosen here."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            keep(response, settings.LANGUAGE_COOKIE_NAME, user.language)
        return response

    def get_login_stages(self) -> list[str]:
        """What lies between a password and being in."""
        return [
            "expliciet.web.accounts.stages.NewPassword",
            "allauth.mfa.stages.AuthenticateStage",
            "expliciet.web.accounts.stages.SetUp",
        ]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        return [
            {
                "id": "reauthenticate",
                "description": "",
                "url": reverse("accounts:step-up"),
            }
        ]


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed, and belong to one user."""

    def encrypt(self, text: str) -> str:
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return open_secret(encrypted_text)

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        return isinstance(user, User) and has_factor(user)


def not_appointed(request: HttpRequest, user: User) -> HttpResponse:
    refuse_sign_in(user, rule="appointment", now=timezone.now())
    return errors.tell(request, NOT_APPOINTED)
