"""Every way to name a stretch of the calendar, looked up by its first word."""

from __future__ import annotations

from .dates import read_date
from .meetings import read_meeting
from .moment import Moment, Reader, Setting
from .months import read_month, read_season, read_this_month, read_year
from .terms import read_coming
from .weekdays import RELATIVE, read_day_word, read_weekday
from .weeks import read_week, read_weekend
from .words import DAY_PARTS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, listed, part_at

READERS: tuple[Reader, ...] = (
    read_date,
    read_weekday,
    read_day_word,
    read_meeting,
    read_week,
    read_weekend,
    read_month,
    read_this_month,
    read_year,
    read_coming,
    read_season,
)
POINTING = listed(
    "aanstaande aankomende aankomend komende komend eerstkomende eerstkomend "
    "eerstvolgende eerstvolgend volgende volgend deze dit a afgelopen vorige vorig "
    "jongstleden jl j begin eind einde medio half halverwege midden mid start ultimo "
    "eerste tweede derde vierde laatste de het een ons onze nieuwe nieuwjaar "
    "jaarwisseling zomer herfst winter lente voorjaar najaar pasen pinksteren "
    "feestdagen sinterklaas bouwvak carnaval ramadan reces oud"
)
MOMENT_STARTS = (
    POINTING
    | RELATIVE.keys()
    | {f"morgen{part}" for part in (*DAY_PARTS, "vroeg")}
    | {f"gister{part}" for part in DAY_PARTS}
    | {f"{day}{part}" for day in WEEKDAYS for part in ("", *DAY_PARTS)}
    | SHORT_WEEKDAYS.keys()
    | MONTHS.keys()
    | {"week", "wk", "q1", "q2", "q3", "q4", "kerst", "kerstmis", "kerstvakantie"}
    | {
        f"{what}vakantie"
        for what in ("", "zomer", "herfst", "voorjaars", "mei", "school")
    }
)


def moment_at(text: str, at: int, setting: Setting) -> Moment | None:
    """The first reader that knows these words."""
    word = first_word(text, at)
    if word not in MOMENT_STARTS and not word[:1].isdecimal():
        return None
    for read in READERS:
        moment = read(text, at, setting)
        if moment:
            return moment
    return None


def first_word(text: str, at: int) -> str:
    """The letters and digits from `at`."""
    found = part_at(r"[^\W_]{1,40}", text, at)
    return found[0] if found else ""
