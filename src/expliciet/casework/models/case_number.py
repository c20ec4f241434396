"""Under which number an organisation keeps this case itself."""

from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record
from ...vault.fields import SealedTextField


class CaseNumber(Record):
    """The number of this case in the files of one organisation; nobody else hears it.

    Said in the circle of that organisation alone, and put above what it copies.
    """

    KIND = "case_number"
    INITIAL = "N"
    TEXTS = ("number",)

    number = SealedTextField(
        _("our case number"), seal="casework.case_number.number", max_length=60
    )

    class Meta:
        verbose_name = _("own case number")

    @property
    def may_be_passed_on(self) -> bool:
        """It is of use to one organisation only."""
        return False
