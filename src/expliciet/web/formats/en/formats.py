"""Ask for these by name: ``{{ day|date:"SHORT_DATE_FORMAT" }}``."""

SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y H:i"
