"""What stands still in dossiers: from what was said, to days, to signals.

`rows` reads what was said, `matters` makes courses of it, `chairs` looks who sits, and
`finding` asks the rules. Whatever is read is what one seat hears; so is what is silent.
"""

from .finding import (
    Signal,
    at_tables,
    at_tables_of,
    at_this_seat,
    found_anew,
    in_order,
)

__all__ = [
    "Signal",
    "at_tables",
    "at_tables_of",
    "at_this_seat",
    "found_anew",
    "in_order",
]
