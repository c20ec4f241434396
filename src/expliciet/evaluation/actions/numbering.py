"""The next number in a study; two that ask at once do not get the same one."""

import uuid

from django.db import models
from django.db.models import Max

from ..models import Study


def next_number(kind: type[models.Model], study: uuid.UUID) -> int:
    """Call it within the transaction that uses it: the study is held until then."""
    Study.objects.select_for_update().only("pk").get(pk=study)
    found = kind._default_manager.filter(study=study).aggregate(last=Max("number"))
    return (found["last"] or 0) + 1
