"""The rule of every address of learning in a study."""
