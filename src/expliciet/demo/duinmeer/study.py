"""A made-up study over the made-up dossiers of Duinmeer, and what came of it.

Not that of any research that was done: every question, code, word and figure is of our
own invention. The house is not a year old, so the study looks at the weeks there are.
"""

from ..deeds import Story, in_time
from .scans import SCANS
from .study_advised import ANSWERED, GIVEN
from .study_archive import ARCHIVED
from .study_begun import BEGUN, RELEASED
from .study_coded import CODEBOOK, CODED
from .study_found import CHECKED, FOUND
from .study_heard import HEARD
from .study_learned import ADOPTED, FOLLOWED, SESSION

STUDIES = Story(
    "onderzoek",
    in_time(
        (
            *BEGUN,
            *RELEASED,
            *ARCHIVED,
            *CODEBOOK,
            *CODED,
            *HEARD,
            *FOUND,
            *CHECKED,
            *GIVEN,
            *ANSWERED,
            *SESSION,
            *ADOPTED,
            *FOLLOWED,
            *SCANS,
        )
    ),
)
