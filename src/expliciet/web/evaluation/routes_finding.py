"""The rule of every address of finding in a study."""
