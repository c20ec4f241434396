"""The trail as *Logboek Dataverwerkingen*: which processing, about whom, and no user.

An exported view over the same lines, joined to them on trace and span. Whom it is
about stands there under a name that only the key of that dossier can make: when the
dossier is destroyed nobody can tell any more who it was.
"""

import hmac
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from .. import __version__
from ..vault.keyring import held
from ..vault.models import DataKey
from ..vault.sealing import Place
from .models import Line

COMPARTMENT = "pseudonym"
SUBJECT_TYPE = "urn:expliciet:pseudonym"


def ldv_line(line: Line, *, activity: str, subject: str) -> dict[str, Any]:
    """One processing of data about one person, or about nobody who can be told.

    `activity` is the address of the processing in the register of whoever answers for
    it. `subject` is empty when the dossier has been destroyed.
    """
    core: dict[str, str] = {"dpl.core.processing_activity_id": activity}
    if subject:
        core["dpl.core.data_subject_id"] = subject
        core["dpl.core.data_subject_id_type"] = SUBJECT_TYPE
    moment = milliseconds(line.at)
    return {
        "trace_id": line.trace,
        "span_id": line.span,
        "status": "Ok",
        "name": line.action,
        "start_time": moment,
        "end_time": moment,
        "resource": {"name": "expliciet", "version": __version__},
        "attributes": core,
    }


def is_processing(line: Line) -> bool:
    """A line about data of somebody: one about a dossier, of what was done."""
    return line.dossier is not None and line.allowed


@transaction.atomic
def subject_of(dossier: UUID) -> str:
    """The name under which this person stands here; empty once the dossier is gone.

    Its key is made when it is first needed, but never for a dossier that was destroyed.
    """
    place = Place(dossier, COMPARTMENT)
    others = DataKey.objects.of_scope(dossier).exclude(compartment=COMPARTMENT)
    if others.select_for_update().first() is None:
        return ""
    held().unlock(place)
    key = held().key_for(place)
    return hmac.digest(key, b"ldv subject\0" + dossier.bytes, "sha256").hex()


def milliseconds(moment: datetime) -> int:
    return round(moment.astimezone(UTC).timestamp() * 1000)
