"""A strict reader of calendars (RFC 5545), written apart from what writes them."""

from typing import NamedTuple

Event = dict[str, str]


class Calendar(NamedTuple):
    properties: Event
    events: list[Event]


def read(data: bytes) -> Calendar:
    """What stands in it; a line that is too long or ends otherwise is an error."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75, line
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()
    logical: list[str] = []
    for line in physical:
        if line.startswith(b" "):
            logical[-1] += line[1:].decode()
        else:
            logical.append(line.decode())
    return parsed(logical)


def without_clock(lines: list[str]) -> list[str]:
    """Without the rules of the clock of Amsterdam: they open and close once at most."""
    if "BEGIN:VTIMEZONE" not in lines:
        return lines
    begin, end = lines.index("BEGIN:VTIMEZONE"), lines.index("END:VTIMEZONE")
    assert begin < end
    return lines[:begin] + lines[end + 1 :]


def parsed(lines: list[str]) -> Calendar:
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    whole, events = Event(), list[Event]()
    event: Event | None = None
    for line in without_clock(lines[1:-1]):
        name, colon, value = line.partition(":")
        assert colon, line
        if line == "BEGIN:VEVENT":
            assert event is None
            event = Event()
        elif line == "END:VEVENT":
            assert event is not None
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
            events.append(event)
            event = None
        else:
            there = whole if event is None else event
            bare = name.partition(";")[0]
            assert bare not in there, f"{bare} twice"
            there[bare] = value
    assert event is None
    assert whole["VERSION"] == "2.0"
    assert whole["PRODID"]
    assert len({each["UID"] for each in events}) == len(events)
    return Calendar(whole, events)
