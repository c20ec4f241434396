"""Lists of factors that come along, and reading others."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Factor, FactorList

OURS = Path(__file__).with_name("neutraal.json")


def read_list(text: str) -> tuple[FactorList, list[Factor]]:
    """A list with its factors from JSON; says what is wrong with it.

    Name, version, source and licence are asked for: without them it is not a list
    that anybody may use (S21).
    """
    try:
        if "\0" in text or "\\u0000" in text:
            raise ValueError("a character that cannot be kept")
        told: dict[str, Any] = json.loads(text)
        factors = [
            Factor(
                code=str(row["code"])[:20],
                theme=Factor.Theme(row["theme"]),
                name_nl=str(row["nl"]),
                name_en=str(row.get("en") or row["nl"]),
                meaning_nl=str(row.get("meaning_nl", "")),
                meaning_en=str(row.get("meaning_en", "")),
            )
            for row in told["factors"]
        ]
        found = FactorList(
            **{
                name: str(told[name])
                for name in ("name", "version", "source", "licence")
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ValidationError(
            _(
                "This is not a list we can read. It is JSON with name, version, "
                "source, licence and factors; each factor has a code, a theme and a "
                "name (nl). Nothing was loaded."
            ),
            code="list",
        ) from None
    return found, factors


def bring_ours() -> None:
    """Our own neutral list is there on every machine; brought once for a version."""
    ours, factors = read_list(OURS.read_text(encoding="utf-8"))
    if FactorList.objects.filter(name=ours.name, version=ours.version).exists():
        return
    ours.is_ours, ours.loaded_at = True, timezone.now()
    ours.save(force_insert=True)
    for factor in factors:
        factor.list = ours
    Factor.objects.bulk_create(factors)
