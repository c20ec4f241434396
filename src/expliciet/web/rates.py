"""How often: enough for anybody at work, too little for a machine that guesses."""

import time

from django.conf import settings
from django.core.cache import cache

from .inventory import Rate

A_MINUTE: dict[Rate, int] = {
    Rate.OPEN: 600,
    Rate.READING: 240,
    Rate.WRITING: 60,
    Rate.TYPING: 120,
    Rate.ENTERING: 30,
    Rate.HEAVY: 20,
}


def too_often(rate: Rate, who: str) -> bool:
    """Counts this time; whether it was one too many within this minute."""
    if not settings.RATES_ARE_KEPT:
        return False
    key = f"rate:{rate}:{who}:{int(time.time()) // 60}"
    if cache.add(key, 1, timeout=120):
        return False
    try:
        return cache.incr(key) > A_MINUTE[rate]
    except ValueError:  # it fell out of the cache just now
        return False


def was_too_often(rate: Rate, who: str) -> bool:
    """Whether this minute is full already; counts nothing, so that only what went wrong
    is counted where many come in from one place."""
    if not settings.RATES_ARE_KEPT:
        return False
    counted = cache.get(f"rate:{rate}:{who}:{int(time.time()) // 60}", 0)
    return int(counted) >= A_MINUTE[rate]
