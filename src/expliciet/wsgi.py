"""Where a web server takes hold of Expliciet."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection
from django.utils.translation import gettext as _

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expliciet.settings")

CANNOT_BE_LOADED = 4
"""What makes gunicorn stop, instead of trying again without end."""


def require_a_guarded_trail() -> None:
    """Refuse to start where lines could be changed, or nobody can tell."""
    from expliciet.audit import guard

    try:
        guard.require()
    except ImproperlyConfigured as reason:
        refuse(str(reason))
    except OperationalError:
        refuse(_("Expliciet does not start: the database does not answer."))
    finally:
        connection.close()


def require_every_address_classified() -> None:
    """Refuse to start with an address of which nobody said who may take it."""
    from expliciet.web import inventory

    try:
        inventory.check()
    except ImproperlyConfigured as reason:
        refuse(str(reason))


def refuse(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
    sys.exit(CANNOT_BE_LOADED)


application = get_wsgi_application()
require_a_guarded_trail()
require_every_address_classified()
