"""What was said in a group conversation, from a transcript (txt, docx or vtt).

Who speaks becomes "spreker 1", "spreker 2", in the order in which they begin. The
names are not kept, and are replaced in what others say as well.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from ..documents import Limits, Unreadable
from ..documents import read as read_document
from ..rules import Words
from .not_taken import NotTaken

MEGABYTE = 1024 * 1024
LIMITS = Limits(
    file_bytes=10 * MEGABYTE,
    text_characters=2 * MEGABYTE,
    zip_bytes=50 * MEGABYTE,
    xml_elements=200_000,
)
MOST_LINES = 20_000
MOST_SPEAKERS = 100
KINDS = ("txt", "docx", "vtt")
SPEAKER = "spreker"
TIME = r"[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?[\])]?"
AT_START = re.compile(rf"{TIME}(?:\s+-)?(?=\s|$)\s*")
AT_END = re.compile(rf"\s+{TIME}$")
SAYS = re.compile(r"([^:\n]{1,60}):(?=\s|$)\s*")
LINKS = set("van de der den het 't ter ten te la le el al bin ben von zu du".split())
NO_SPEAKERS = set(
    "vraag antwoord opmerking noot pauze datum tijd onderwerp plaats aanwezig "
    "afwezig conclusie actie afspraak besluit samenvatting dus bijvoorbeeld namelijk "
    "question answer note date time subject place present action summary".split()
)
"""Words with a colon behind them that begin a sentence rather than name somebody."""
VOICE = re.compile(r"<v(?:\.[\w.]{1,40})?[ \t]+([^>\n]{1,80})>")
TAGS = re.compile(r"<[^<>\n]{0,200}>")


class Line(NamedTuple):
    """One thing said."""

    speaker: str | None
    text: str
    seconds: int | None


def read(name: str, data: bytes) -> list[Line]:
    """What was said, in order, or `NotTaken` with what is wrong."""
    kind = name.rpartition(".")[2].lower()
    if kind not in KINDS:
        raise refusal(
            "Dit soort bestand kan niet als gespreksverslag worden gelezen.",
            "This kind of file cannot be read as a transcript.",
        )
    try:
        said = from_subtitles(data) if kind == "vtt" else from_text(name, data)
    except Unreadable as unreadable:
        raise NotTaken.because(unreadable) from unreadable
    lines = [line for line in said if line.text]
    if not lines:
        raise refusal(
            "Er is niets gezegd in dit bestand.", "Nobody speaks in this file."
        )
    if len(lines) > MOST_LINES:
        raise refusal(
            f"Het gesprek is te lang: meer dan {MOST_LINES} regels.",
            f"The conversation is too long: more than {MOST_LINES} lines.",
        )
    return without_names(lines)


def refusal(nl: str, en: str) -> NotTaken:
    advice = Words(
        "Kies het verslag als txt, docx of vtt.", "Choose it as txt, docx or vtt."
    )
    return NotTaken.advising(Words(nl, en), advice)


def from_text(name: str, data: bytes) -> list[Line]:
    """A line of text is something said; who spoke last speaks on."""
    document = read_document(name, data, limits=LIMITS)
    if document.format not in ("txt", "docx"):
        raise refusal(
            "De naam en de inhoud van het bestand spreken elkaar tegen.",
            "The name and the content of the file contradict each other.",
        )
    return list(spoken(composed(document.text).split("\n")))


def composed(text: str) -> str:
    """Each letter with its accent as one sign: a name is known however it was typed."""
    return normalize("NFC", text)


def spoken(lines: Iterable[str]) -> Iterator[Line]:
    speaker, announced = None, None
    for line in lines:
        seconds, rest = time_at_start(" ".join(line.split()))
        ending = AT_END.search(rest)
        if ending and is_name(rest[: ending.start()]):
            # A heading of its own: who, and when; the words follow below.
            speaker, announced = rest[: ending.start()].strip(), in_seconds(ending)
            continue
        named, text = speaker_of(rest)
        speaker = named or speaker
        if seconds is None:
            seconds = announced
        if text:
            announced = None
            yield Line(speaker, text, seconds)
        elif named or seconds is not None:
            announced = seconds


def from_subtitles(data: bytes) -> list[Line]:
    """Subtitles: the library reads them, after our own look at their size and signs."""
    import webvtt

    from ..documents import Reason, plain

    if not data:
        raise Unreadable(Reason.EMPTY)
    if len(data) > LIMITS.file_bytes:
        raise Unreadable(Reason.TOO_LARGE)
    text = composed(plain.decode(data))
    if len(text) > LIMITS.text_characters:
        raise Unreadable(Reason.TOO_LARGE)
    try:
        captions = webvtt.from_string(text).captions
    except (
        webvtt.errors.MalformedFileError,
        webvtt.errors.MalformedCaptionError,
        ValueError,
    ) as error:
        raise refusal(
            "Dit bestand heeft niet de vorm van ondertitels (vtt).",
            "This file is not in the form of subtitles (vtt).",
        ) from error
    return [
        line
        for caption in captions
        for line in of_caption(caption.raw_text, int(caption.start_in_seconds))
    ]


def of_caption(raw: str, seconds: int) -> Iterator[Line]:
    """What each voice says in one caption; without a voice, a name and a colon do."""
    before, *voiced = VOICE.split(raw)
    named, text = speaker_of(plainly(before))
    yield Line(named, text, seconds)
    for name, words in zip(voiced[::2], voiced[1::2], strict=True):
        yield Line(plainly(name), plainly(words), seconds)


def plainly(words: str) -> str:
    from html import unescape

    return " ".join(unescape(TAGS.sub("", words)).split())


def time_at_start(line: str) -> tuple[int | None, str]:
    found = AT_START.match(line)
    return (in_seconds(found), line[found.end() :]) if found else (None, line)


def in_seconds(found: re.Match[str]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def speaker_of(line: str) -> tuple[str | None, str]:
    """Who speaks, where a line begins with a name and a colon, and the words."""
    found = SAYS.match(line)
    if found is None:
        return None, line
    label = AT_END.sub("", f"{found[1].strip()}")
    if not is_name(label):
        return None, line
    return label, line[found.end() :].strip()


def is_name(label: str) -> bool:
    """A single word, or words that begin as those of a name do."""
    words = re.sub(r"\([^()]{0,40}\)", " ", label).split()
    if not words or len(words) > 5 or len(label) > 60:
        return False
    if any(not re.fullmatch(r"[\w.'’-]+", word) for word in words):
        return False
    if not any(letter.isalpha() for letter in label):
        return False
    if len(words) == 1:
        return words[0].lower() not in NO_SPEAKERS
    others = (word for word in words if word.lower() not in LINKS)
    return all(word[0].isupper() or word[0].isdigit() for word in others)


def without_names(lines: list[Line]) -> list[Line]:
    """Numbers for names, also where somebody is called by name."""
    numbers: dict[str, str] = {}
    for line in lines:
        if line.speaker:
            key = line.speaker.casefold()
            numbers.setdefault(key, f"{SPEAKER} {len(numbers) + 1}")
    if len(numbers) > MOST_SPEAKERS:
        raise refusal(
            f"Hier spreken meer dan {MOST_SPEAKERS} mensen; is dit wel een gesprek?",
            f"More than {MOST_SPEAKERS} people speak; is this a conversation?",
        )
    called: dict[str, str] = {}
    for line in lines:
        for name in called_by(line.speaker or ""):
            called.setdefault(name, numbers[(line.speaker or "").casefold()])
    if not called:
        return lines
    longest_first = sorted(called, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest_first)
    anybody = re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w))")
    return [
        Line(
            numbers[line.speaker.casefold()] if line.speaker else None,
            anybody.sub(lambda found: called[found[0]], line.text),
            line.seconds,
        )
        for line in lines
    ]


def called_by(speaker: str) -> list[str]:
    """The whole of a name, and the parts by which somebody may be called."""
    bare = re.sub(r"\([^()]{0,40}\)", " ", speaker)
    parts = [
        word
        for word in re.findall(r"[^\W\d_][\w'’-]+", bare)
        if word[0].isupper() and word.lower() not in LINKS
    ]
    names = [speaker, *parts]
    otherwise = [name.title() for name in names if name.isupper() or name.islower()]
    return list(dict.fromkeys(name for name in names + otherwise if name))
