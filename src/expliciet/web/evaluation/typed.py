"""What somebody typed or sent, as what it stands for."""


def whole(words: str) -> int:
    """A number that can be one of something here; nothing is under number nought."""
    return int(words) if words.isdecimal() and len(words) < 6 else 0
