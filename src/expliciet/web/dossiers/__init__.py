"""Screens of dossiers: the list, the table, and what is said there."""
