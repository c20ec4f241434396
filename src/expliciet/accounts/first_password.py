"""A first password, to be read out or copied from paper."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is misread: i and l and 1, o and 0."""


def first_password() -> str:
    """Four groups of five: easy to read out, too long to guess."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
    return "-".join(groups)
