"""In English it has."""
