"""Text that a page can carry: the words as they are, without what nobody sees.

Control characters, halves of characters and orders to turn the direction of writing go;
so do signs that stand for nothing outside one machine. Lines stay lines.
"""

import re
from unicodedata import normalize

LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def carried(text: str) -> str:
    """The text without what a page cannot carry; its lines and words are kept."""
    text = UNSEEN.sub("", LINE.sub("\n", text).replace("\t", " "))
    lines = [line.rstrip() for line in normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip("\n")


def on_one_line(text: str, at_most: int | None = None) -> str:
    """The same, for a place that holds one line, or the beginning of one."""
    line = " ".join(carried(text).split())
    if at_most is None or len(line) <= at_most:
        return line
    return line[: at_most - 1].rstrip() + "…"
