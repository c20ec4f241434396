"""How the dossiers of the archive were let go to the made-up study."""

from .archive import ARCHIVE
from .study_begun import let_go

ARCHIVED = tuple(
    deed
    for hour, past in enumerate(ARCHIVE, start=9)
    for deed in let_go(past.name, past.chair, f"-10 wo {hour:02}:00")
)
