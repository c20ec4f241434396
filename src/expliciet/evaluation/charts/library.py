"""The library that draws, and nothing else of it.

It also hangs a finder of its own into every import that Python does, written for a
Python that is gone: each later import would warn of it. It comes off again.
"""

import sys
from typing import Any

FINDER = "PluginImportFixer"


def drawing() -> Any:
    """The library, taken in by whoever draws first."""
    import pygal

    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__name__ != FINDER]
    return pygal
