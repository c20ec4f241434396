"""The rule of every address of reading in a study."""
