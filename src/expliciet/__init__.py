"""Expliciet: professional judgement made explicit around the table."""

__version__ = "0.1.0"
