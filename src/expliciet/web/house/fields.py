"""Fields that the forms of a house share."""

from django import forms


class DayInput(forms.DateInput):
    """A day, picked from the calendar of the machine itself."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
