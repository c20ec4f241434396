"""Reports made by hand, so that these tests do not depend on what a rule sees."""

from expliciet.checking import Report, find_rule
from expliciet.rules import Finding


def finding(text: str, code: str, words: str, better: str = "") -> Finding:
    """A question of this rule about these words, in a sentence of their line."""
    rule = find_rule(code)
    start = text.index(words)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    sentence = text[line_start : line_end if line_end >= 0 else len(text)]
    return Finding(
        rule=rule,
        phenomenon=rule.phenomenon,
        field="text",
        start=start,
        end=start + len(words),
        words=words,
        sentence=sentence,
        sentence_start=line_start,
        better=better,
    )


def report(text: str, *marks: tuple[str, str]) -> Report:
    """A report with these questions, in the order of the text."""
    found = [finding(text, code, words) for code, words in marks]
    return Report(text, tuple(sorted(found, key=lambda f: (f.start, f.end, f.code))))
