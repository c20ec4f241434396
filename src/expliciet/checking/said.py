"""Counts, said in words: never a score, never a mark."""

from ..rules import Severity

MANY = {
    Severity.ERROR: (("fout", "fouten"), ("error", "errors")),
    Severity.WARNING: (("waarschuwing", "waarschuwingen"), ("warning", "warnings")),
    Severity.TIP: (("tip", "tips"), ("tip", "tips")),
}


def in_words(counts: dict[Severity, int], language: str = "nl") -> str:
    """ "2 waarschuwingen en 1 tip"; nothing at all is "geen vragen"."""
    english = language.startswith("en")
    parts = []
    for severity in sorted(Severity, reverse=True):
        count = counts.get(severity, 0)
        if count:
            one, more = MANY[severity][1 if english else 0]
            parts.append(f"{count} {one if count == 1 else more}")
    if not parts:
        return "no questions" if english else "geen vragen"
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {'and' if english else 'en'} {parts[-1]}"
