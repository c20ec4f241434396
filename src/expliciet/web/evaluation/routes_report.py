"""The rule of every address of report in a study."""
