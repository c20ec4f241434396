"""A sheet of plain text that grows line by line, with light marks."""

BORDER = " | "


class Sheet:
    """Knows where lines end, where a blank one belongs, where a space is due."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._mark = ""  # written as soon as the line gets its first word
        self._in_line = False
        self._space_due = False
        self._gap_due = False
        self._breaks = 0  # lines ended by hand since the last word

    def begin(self, mark: str) -> None:
        """The next line is a heading or a list item."""
        self._mark = mark

    def say(self, words: str) -> None:
        """Words on the current line."""
        if not words:
            return
        if not self._in_line:
            self._start_line()
        elif self._breaks:
            self._said.append("\n" * self._breaks)
        elif self._space_due:
            self._said.append(" ")
        self._space_due, self._breaks = False, 0
        self._said.append(words)

    def _start_line(self) -> None:
        if self._said:
            self._said.append("\n\n" if self._gap_due else "\n")
        self._said.append(self._mark)
        self._mark, self._gap_due, self._in_line = "", False, True

    def space(self) -> None:
        """White space: one space, unless the line or the cell has just begun."""
        self._space_due = self._in_line and self._said[-1] != BORDER

    def border(self) -> None:
        """The border between two cells, also when one of them is empty."""
        if not self._in_line:
            self._start_line()
        self._said.append(BORDER)
        self._space_due, self._breaks = False, 0

    def break_line(self) -> None:
        """A line ended by hand, within a paragraph."""
        self._breaks += self._in_line

    def end_line(self, *, apart: bool = False) -> None:
        """The paragraph is over; `apart` leaves a blank line before the next."""
        if self._in_line:
            self._mark = ""
        self._in_line = self._space_due = False
        self._breaks = 0
        self._gap_due = self._gap_due or apart

    def text(self) -> str:
        """All of it, without blank lines at either end."""
        return "".join(self._said).strip("\n")
