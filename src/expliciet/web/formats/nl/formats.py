"""Ask for these by name: ``{{ day|date:"SHORT_DATE_FORMAT" }}``."""

SHORT_DATE_FORMAT = "j b Y"
SHORT_DATETIME_FORMAT = "j b Y H:i"
