"""A day here, in moments."""

from datetime import date, datetime, time, timedelta

from ...accounts.terms import AMSTERDAM


def day_of(day: date) -> tuple[datetime, datetime]:
    """From its first moment up to that of the next day, summer time or not."""
    return (
        datetime.combine(day, time.min, tzinfo=AMSTERDAM),
        datetime.combine(day + timedelta(days=1), time.min, tzinfo=AMSTERDAM),
    )
