"""What is asked while signing in and about one's own account."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from ...accounts.actions.factors import Proof, prove
from ...accounts.models import User
from ..forms import PlainForm

LONGEST = 1_000
"""Longer than any password, shorter than what takes long to hash."""


def password_field(label: Any, autocomplete: str, **kwargs: Any) -> forms.CharField:
    """A password, as a manager of passwords likes to fill it in."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        **kwargs,
    )


def code_field(label: Any, **kwargs: Any) -> forms.CharField:
    """A code of a few digits: a telephone shows its digits for it."""
    return forms.CharField(
        label=label,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
        **kwargs,
    )


class AddressField(forms.EmailField):
    """An address is one however it is written."""

    def to_python(self, value: Any) -> str:
        return User.objects.normalize_email(super().to_python(value))


def email_field() -> AddressField:
    return AddressField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )


def demands() -> str:
    """What a password must be, in one sentence each."""
    return " ".join(password_validators_help_texts())


class SignInForm(LoginForm):  # type: ignore[misc]
    """Who you are, and your password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.fields["password"] = password_field(_("Password"), "current-password")


class StepUpForm(ReauthenticateForm):  # type: ignore[misc]
    """The password again, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Password"), "current-password")


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """The code that the app shows now, or one from paper."""

    proof = Proof.WRONG

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(
            _("Code"), help_text=_("Six digits from the app, or eight from paper.")
        )

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        self.proof = prove(self.user, code, now=timezone.now())
        if self.proof == Proof.TOO_OFTEN:
            raise ValidationError(
                _(
                    "Too many wrong codes. For a quarter of an hour no code counts for "
                    "this account. Was it not you? Then somebody knows your password: "
                    "tell your administrator."
                )
            )
        if not self.proof.holds:
            raise ValidationError(
                _(
                    "This code does not count: mistyped, used before, or too old. "
                    "Wait for the next one in the app."
                )
            )
        return code

    def save(self) -> None:
        record_authentication(
            context.request, self.user, method="mfa", type=str(self.proof)
        )


class AppForm(PlainForm):
    """The first code of an app that is being set up."""

    code = code_field(_("The code that the app shows now"))


class NewPasswordForm(PlainForm):
    """A password of one's own choice, twice."""

    password = password_field(
        _("New password"), "new-password", help_text=lazy(demands, str)()
    )
    again = password_field(_("The same once more"), "new-password")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password") != data.get("again") and "again" in data:
            self.add_error("again", _("These are two different passwords."))
        return data


class ChangePasswordForm(NewPasswordForm):
    """The same, after the one that counts now."""

    field_order = ["old", "password", "again"]
    old = password_field(_("Password now"), "current-password")

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        old = str(self.cleaned_data["old"])
        if not get_adapter().reauthenticate(self.user, old):
            raise ValidationError(_("This is not your password."))
        return old


class LetInForm(PlainForm):
    """A code that a colleague handed over."""

    email = email_field()
    code = forms.CharField(
        label=_("Code of your colleague"),
        help_text=_("Sixteen letters and digits. Spaces and dashes do not matter."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
    )


class LanguageForm(PlainForm):
    """The language of mails, and of pages where none was chosen."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
