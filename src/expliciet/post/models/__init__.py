"""Notices to people, their delivery, and the errands of the clock."""

from .delivery import Delivery
from .errand import Errand
from .notice import Notice

__all__ = ["Delivery", "Errand", "Notice"]
