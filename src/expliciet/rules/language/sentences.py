"""Where one Dutch sentence ends and the next begins."""

import re
from collections.abc import Iterator

_NEVER_ENDS = frozenset(
    "dhr mw mevr mej dr drs mr ir ing prof nr nrs art bijv bv vb vz resp max "
    "min ca evt incl excl blz pag p tel zgn vlg nl i.c i.o o.a o.l.v o.b.v "
    "m.b.t i.v.m n.a.v t.b.v t.a.v t.o.v d.m.v d.d m.i m.n c.q i.h.k.v i.s.m "
    "i.g.v n.v.t t.g.v s.v.p t/m gem pol proj afd ass sr jr st lid par sub jl "
    "t.n.v i.p.v i.t.t v.w.b z.g.n mgr mrt".split()
)
_MAY_END = frozenset(
    "etc enz e.d e.a z.s.m a.s t.z.t n.n.b n.t.b jan feb apr aug sep sept okt nov dec "
    "ma di wo do vr za zo".split()
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_NO_INITIALS = frozenset("O.M G.G.Z G.G.D U.W.V B.V N.V".split())
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[)\"'’”]*+(?=\s)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"'‘“]+$")
_NEXT = re.compile(r"\s+[\"'‘“(\[]*(\S)")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, white space at either side left out."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin or not _ends(text, begin, stop, end):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether this mark closes a sentence, and not an abbreviation or a number."""
    following = _NEXT.match(text, stop.end(), end)
    if not following:
        return False
    first = following.group(1)
    if not first.isalnum() and first not in "*#[€":
        return False
    if text[stop.start()] != "." or stop.group().startswith(".."):
        return not first.islower()
    word = _WORD_BEFORE.search(text, max(begin, stop.start() - 30), stop.start())
    written = word.group() if word else ""
    before = written.lower()
    if first.islower():
        return False
    if before in _NEVER_ENDS or (len(before) == 1 and before.isalpha()):
        return False
    if _INITIALS.fullmatch(written) and written not in _NO_INITIALS:
        return False
    if before in _MAY_END:
        return first.isupper()
    numbers_an_item = before.isdigit() and stop.start() - begin <= len(before) + 1
    return not numbers_an_item
