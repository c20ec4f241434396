"""Numbers as lists write them: 3, c, C, iii, III."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
KINDS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


def written(count: int, kind: str) -> str:
    """A number in the kind of writing that Word calls by this name."""
    if kind.endswith("Letter") and 0 < count <= 26 * 20:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif kind.endswith("Roman") and 0 < count < 4000:
        letters = roman(count)
    elif kind == "decimalZero":
        return f"{count:02}"
    else:
        return str(count)
    return letters.upper() if kind.startswith("upper") else letters


def roman(count: int) -> str:
    letters = ""
    for worth, letter in ROMAN:
        while count >= worth:
            letters += letter
            count -= worth
    return letters
