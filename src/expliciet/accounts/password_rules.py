"""What a password must be, said so that whoever reads it knows what to do."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    def get_help_text(self) -> str:
        return _("At least %(count)d characters; a sentence is fine.") % {
            "count": self.min_length
        }

    def get_error_message(self) -> str:
        return _("Too short: take at least %(count)d characters.") % {
            "count": self.min_length
        }


class NotCommon(CommonPasswordValidator):
    def get_help_text(self) -> str:
        return _("Not one that many people use.")

    def get_error_message(self) -> str:
        return _("Many people use this password, so it is guessed first.")


class NotOneself(UserAttributeSimilarityValidator):
    def get_help_text(self) -> str:
        return _("Not your name or your e-mail address.")

    def get_error_message(self) -> str:
        return _("This is too much like your name or your e-mail address.")
