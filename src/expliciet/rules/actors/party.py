"""Somebody at the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A person, a function or an organisation; what is not known stays empty."""

    name: str = ""
    function: str = ""
    organisation: str = ""
