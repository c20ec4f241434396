"""Meetings: which come, what each still needs, and arranging its roster."""
