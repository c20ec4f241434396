"""Times in a line: what "vóór vrijdag" and "in week 3" mean on the calendar."""

from .calendar import (
    add_working_days,
    easter,
    is_working_day,
    public_holidays,
    working_days_between,
)
from .choosing import due_time
from .reading import find_times, read_time
from .time import Role, Time, TimeAsk

__all__ = [
    "Role",
    "Time",
    "TimeAsk",
    "add_working_days",
    "due_time",
    "easter",
    "find_times",
    "is_working_day",
    "public_holidays",
    "read_time",
    "working_days_between",
]
