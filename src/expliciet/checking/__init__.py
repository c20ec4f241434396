"""Brings a document before the rules, and takes the findings back to its reader.

Knows documents and rules; knows no web, no terminal and no cases.

>>> from expliciet.checking import examine
>>> report = examine("Wordt zo snel mogelijk opgepakt.")
>>> [finding.question() for finding in report.first()]
"""

from .as_html import as_html
from .as_json import as_json, json_pieces
from .as_text import Paint, as_text
from .checked import Checked, Unread
from .choosing import chosen, find_rule
from .excerpt import Excerpt, excerpt
from .harmless import harmless
from .margin import commented_docx
from .named import a_day, a_language, a_severity
from .opening import why_not_opened
from .people import read_people
from .phenomena import PHENOMENA, phenomenon_name
from .refused import Refused
from .report import Place, Report, examine
from .said import in_words
from .settings_file import Ignored, Settings, find_settings, read_settings

__all__ = [
    "PHENOMENA",
    "Checked",
    "Excerpt",
    "Ignored",
    "Paint",
    "Place",
    "Refused",
    "Report",
    "Settings",
    "Unread",
    "a_day",
    "a_language",
    "a_severity",
    "as_html",
    "as_json",
    "as_text",
    "chosen",
    "commented_docx",
    "examine",
    "excerpt",
    "find_rule",
    "find_settings",
    "harmless",
    "in_words",
    "json_pieces",
    "phenomenon_name",
    "read_people",
    "read_settings",
    "why_not_opened",
]
