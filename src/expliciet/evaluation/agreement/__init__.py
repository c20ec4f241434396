"""How far two coders agreed, said so that somebody else can work it out again (F64).

For each code a unit is one decision of each coder: does this code belong here, or not.
Overall takes all those decisions together, one for each unit and code.
"""

from .comparing import Agreement, Comparison, Unit, compare
from .counts import Counts
from .undefined import Undefined

__all__ = ["Agreement", "Comparison", "Counts", "Undefined", "Unit", "compare"]
