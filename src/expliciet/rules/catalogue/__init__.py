"""Every rule, one a file; adding a rule means adding a file, and nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """All rules, by code."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name.startswith("ex"))
    return tuple(import_module(f"{__name__}.{name}").RULE for name in names)
