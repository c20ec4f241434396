"""Text that can do nothing but be read.

A document may hold signs that move a cursor, recolour a screen or turn the order of
letters around. On a screen they are shown as pictures of themselves.
"""

import re

# Control signs, signs of direction, and line ends that are no line end elsewhere.
ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
FIRST_PICTURE = 0x2400


def harmless(text: str, keep: str = "") -> str:
    """The same number of characters, with every active sign but ``keep`` replaced."""

    def picture(sign: re.Match[str]) -> str:
        if sign.group() in keep:
            return sign.group()
        code = ord(sign.group())
        if code in (0x2028, 0x2029):
            return " "
        return chr(FIRST_PICTURE + code) if code < 0x20 else "\ufffd"

    return ACTIVE.sub(picture, text)
