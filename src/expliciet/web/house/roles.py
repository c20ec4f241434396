"""What somebody with a role may do and see, in one sentence each."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment

Role = Appointment.Role

IN_A_SENTENCE: dict[str, Promise] = {
    Role.PROCESS_DIRECTOR: _(
        "Opens dossiers, chairs tables and decides on house rules; sees only the "
        "dossiers at whose table they sit."
    ),
    Role.SECRETARY: _(
        "Records what is said at the tables where they sit, and can stand in for the "
        "chair."
    ),
    Role.CASE_DIRECTOR: _(
        "Directs the content of an approach for the municipality, in the dossiers at "
        "whose table they sit."
    ),
    Role.PARTNER: _(
        "Speaks for an organisation at the tables where they were given a seat."
    ),
    Role.EVALUATOR: _(
        "Studies masked texts that were released for a study; sees no dossier."
    ),
    Role.PRIVACY_OFFICER: _(
        "Guards terms, holds and house rules; sees numbers and dates, no content."
    ),
    Role.DATA_PROTECTION_OFFICER: _(
        "Advises and supervises independently; sees no dossier."
    ),
    Role.LOG_REVIEWER: _(
        "Reads who did and saw what, with a stated purpose; sees no content."
    ),
    Role.ADMINISTRATOR: _(
        "Lets people in and appoints them; sees no dossier and no content."
    ),
}
