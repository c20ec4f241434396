"""Telling people that there is something for them."""
