"""``expliciet check``: what stays implicit in these documents?"""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .. import documents
from ..checking import (
    Checked,
    Paint,
    Refused,
    Unread,
    as_html,
    as_text,
    commented_docx,
    examine,
    harmless,
    in_words,
    json_pieces,
    why_not_opened,
)
from ..rules import Severity, Words
from .command_line import language_of
from .destination import file_each, one_file, write
from .ink import columns_of, ink_for
from .jsonl import check_lines
from .progress import with_bar
from .sources import STANDARD_INPUT, Source, fetch, sources
from .wishes import Wishes, command_line, wishes


def check(typed: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Read, ask and show; the exit status says whether anything was asked."""
    language = language_of(typed, environment)
    options = command_line(language).parse_intermixed_args(typed)
    try:
        wished = wishes(options, environment)
        language = wished.language
        if not options.files and (not sys.stdin or sys.stdin.isatty()):
            raise Refused(
                "Noem een document, bijvoorbeeld: expliciet check verslag.docx",
                "Name a document, for instance: expliciet check minutes.docx",
            )
        asked = options.files or ["-"]
        if options.jsonl:
            return _check_jsonl(asked, wished)
        return Round(options, wished, environment).go(asked)
    except Refused as refusal:
        _complain(refusal.words, language)
        return 2


def _check_jsonl(asked: Sequence[str], wished: Wishes) -> int:
    worst = 0
    for name in asked:
        if name == "-":
            name = STANDARD_INPUT.spoken(wished.language)
            if sys.stdin:
                worst = max(worst, check_lines(sys.stdin.buffer, name, wished))
            continue
        try:
            with Path(name).open("rb") as stream:
                worst = max(worst, check_lines(stream, harmless(name), wished))
        except OSError as problem:
            why = why_not_opened(problem)
            words = Words(
                f"{name} is niet te lezen. {why.nl}", f"{name} cannot be read. {why.en}"
            )
            _complain(words, wished.language)
            worst = 2
    return worst


class Round:
    """One round past all documents, in the form that was asked for."""

    def __init__(
        self, options: Namespace, wished: Wishes, environment: Mapping[str, str]
    ) -> None:
        self.options = options
        self.wished = wished
        self.language = wished.language
        self.environment = environment
        self.counts: Counter[Severity] = Counter()
        self.read = 0
        self.unread: list[Unread] = []
        self.reached = False

    def go(self, asked: Sequence[str]) -> int:
        meant = list(sources(asked, self.language))
        for each in meant:
            if isinstance(each, Unread):
                self._could_not_read(each)
        there = [each for each in meant if isinstance(each, Source)]
        if self.options.format in ("html", "docx"):
            self._each_apart(there)
        elif self.options.format == "json":
            self._all_as_json(there)
        else:
            self._all_as_text(there)
        return 2 if self.unread else int(self.reached)

    def _checked(
        self, there: Sequence[Source]
    ) -> Iterator[tuple[int, "documents.Document", Checked]]:
        """Each document that can be read, with the questions about it."""
        results = map(self._check, there)
        for at, result in enumerate(with_bar(results, len(there), sys.stderr)):
            if isinstance(result, Unread):
                self._could_not_read(result)
                continue
            document, checked = result
            self.read += 1
            self.counts.update(checked.report.counts())
            self.reached |= bool(checked.report.at_or_above(self.wished.threshold))
            yield at, document, checked

    def _check(self, source: Source) -> "tuple[documents.Document, Checked] | Unread":
        document = fetch(source)
        if isinstance(document, Unread):
            return document
        report = examine(document.text, context=self.wished.context)
        kept = self.wished.kept(report)
        return document, Checked(source.name, document.format, kept)

    def _could_not_read(self, unread: Unread) -> None:
        self.unread.append(unread)
        said = unread.words.spoken(self.language)
        print(f"{harmless(unread.name)}: {harmless(said)}", file=sys.stderr)

    def _all_as_text(self, there: Sequence[Source]) -> None:
        target = self._target(there)
        paint = None if target else self._paint()
        wide = 88 if target else columns_of(sys.stdout, self.environment)
        parts = []
        for _, _, checked in self._checked(there):
            text = as_text(
                checked.report,
                checked.name,
                language=self.language,
                at_most=None if self.options.all else 5,
                explain=self.options.explain,
                wide=wide,
                paint=paint,
            )
            if target:
                parts.append(text)
            else:
                print(text, flush=True)
        ending = self._ending()
        if target:
            write(target, "\n".join([*parts, f"{ending}\n"]).encode())
            self._written(target)
        print(paint("heading", ending) if paint else ending)

    def _all_as_json(self, there: Sequence[Source]) -> None:
        target = self._target(there)
        checked = (each for _, _, each in self._checked(there))
        pieces = json_pieces(checked, self.unread, self.wished.ignored, self.language)
        if target:
            write(target, "".join(pieces).encode("utf-8", "replace"))
            self._written(target)
            return
        for piece in pieces:
            _put(piece.encode("utf-8", "replace"))

    def _each_apart(self, there: Sequence[Source]) -> None:
        form = self.options.format
        output = self.options.output
        targets: list[Path] = []
        if output and output != "-":
            is_folder = output.endswith("/")
            targets = file_each(
                Path(output), there, form, self.options.force, is_folder
            )
        elif len(there) > 1:
            raise Refused(
                "Elk document krijgt zijn eigen bestand. Noem een map met --output.",
                "Every document gets a file of its own. Name a folder with --output.",
            )
        elif form == "docx" and sys.stdout.isatty():
            raise _no_word_on_a_screen(there)
        for at, document, checked in self._checked(there):
            made = self._made(form, document, checked)
            if made is None:
                continue
            if targets:
                write(targets[at], made)
                self._written(targets[at])
            else:
                _put(made)
        if targets:
            print(self._ending())

    def _made(
        self, form: str, document: "documents.Document", checked: Checked
    ) -> bytes | None:
        if form == "html":
            name = Path(checked.name).name  # a page is passed on; folders stay home
            return as_html(checked.report, name, self.language).encode()
        try:
            return commented_docx(document, checked.report, self.language)
        except documents.Unreadable as problem:
            words = Words(problem.nl, problem.en)
            self._could_not_read(Unread(checked.name, problem.reason, words))
            return None

    def _target(self, there: Sequence[Source]) -> Path | None:
        output = self.options.output
        if not output or output == "-":
            return None
        return one_file(Path(output), there, self.options.force)

    def _paint(self) -> Paint | None:
        return ink_for(sys.stdout, self.options.color, self.environment)

    def _written(self, path: Path) -> None:
        says = Words("Geschreven", "Written").spoken(self.language)
        print(f"{says}: {harmless(str(path))}", file=sys.stderr)

    def _ending(self) -> str:
        """One line of counts in words, about texts and never about people."""
        some = "" if self.read == 1 else "en"
        where = Words(
            f"In {self.read} document{some}",
            f"In {self.read} document{'s' if some else ''}",
        )
        line = f"{where.spoken(self.language)}: {in_words(self.counts, self.language)}"
        if not self.read:
            none = Words("Geen document gelezen", "No document was read")
            line = none.spoken(self.language)
        if self.unread:
            missed = Words("niet gelezen", "not read").spoken(self.language)
            line += f"; {len(self.unread)} {missed}"
        return f"{line}."


def _no_word_on_a_screen(there: Sequence[Source]) -> Refused:
    path = there[0].path if there else None
    name = f"{path.stem if path else 'verslag'}.nagekeken.docx"
    return Refused(
        "Een Word-document is op dit scherm niet te lezen. "
        f"Geef het een plaats, bijvoorbeeld: --output {name}",
        "A Word document cannot be read on this screen. "
        f"Give it a place, for instance: --output {name}",
    )


def _complain(words: Words, language: str) -> None:
    said = harmless(words.spoken(language), keep="\n")
    print(f"expliciet check: {said}", file=sys.stderr)


def _put(data: bytes) -> None:
    """Bytes on standard output, in UTF-8 whatever the machine prefers."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
