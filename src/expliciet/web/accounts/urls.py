"""The addresses of signing in and of one's own account.

Of allauth only these few views are mounted, one by one: nobody signs up here, nobody is
let in by mail, nobody signs in elsewhere.
"""

from django.urls import URLPattern, path

from . import factor, letting_in, own, password, routes, signing_in, starting  # noqa: F401
from .signing_in import SecondFactor, SignIn
from .stepping_up import StepUp

app_name = "accounts"

urlpatterns: list[URLPattern] = [
    path("aanmelden/", SignIn.as_view(), name="sign-in"),
    path("aanmelden/code/", SecondFactor.as_view(), name="second-factor"),
    path("aanmelden/instellen/", starting.set_up, name="set-up"),
    path("aanmelden/wachtwoord/", starting.new_password, name="new-password"),
    path("aanmelden/collega/", letting_in.use_code, name="use-code"),
    path("aanmelden/bevestigen/", StepUp.as_view(), name="step-up"),
    path("afmelden/", signing_in.sign_out, name="sign-out"),
    path("mijn-account/", own.account, name="own"),
    path("mijn-account/sessies/alle/", own.end_all, name="end-sessions"),
    path("mijn-account/sessies/<uuid:pk>/", own.end, name="end-session"),
    path("mijn-account/vergadermodus/", own.meeting_mode, name="meeting-mode"),
    path("mijn-account/taal/", own.language, name="language"),
    path("mijn-account/wachtwoord/", password.change, name="password"),
    path("mijn-account/app/", factor.app, name="app"),
    path("mijn-account/codes/", factor.codes, name="codes"),
    path("mijn-account/codes/bewaard/", factor.codes_kept, name="codes-kept"),
    path("mijn-account/toelaten/<uuid:pk>/", own.stop, name="stop-recovery"),
    path("collegas/", letting_in.colleagues, name="colleagues"),
    path("collegas/<uuid:pk>/", letting_in.begin, name="begin-recovery"),
    path("collegas/toelaten/<uuid:pk>/", letting_in.confirm, name="confirm-recovery"),
]

KNOWN_TO_ALLAUTH: list[URLPattern] = [
    path("aanmelden/", SignIn.as_view(), name="account_login"),
    path("aanmelden/code/", SecondFactor.as_view(), name="mfa_authenticate"),
]
"""The same addresses by the names under which allauth looks for them."""
