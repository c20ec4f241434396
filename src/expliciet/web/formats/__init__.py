"""How days and times are written, in each language: ``3 dec 2026``."""
