"""Short references for speech: random, because counting numbers betray gaps."""

import secrets

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 and O, no 1 and I: a reference is read aloud."""


def fresh(initial: str, length: int = 3) -> str:
    """``A-7KQ``: what it is, and which one."""
    return f"{initial}-{''.join(secrets.choice(LETTERS) for _ in range(length))}"
