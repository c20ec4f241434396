"""Lines, the seals that chain them, and the signed heads of that chain."""

from .head import Head
from .line import INSTALLATION, Line
from .reason import Reason
from .seal import Seal

__all__ = ["INSTALLATION", "Head", "Line", "Reason", "Seal"]
