"""What the vault keeps in the database: epochs and wrapped keys, never a bare key."""

from .data_key import DataKey
from .epoch import Epoch

__all__ = ["DataKey", "Epoch"]
