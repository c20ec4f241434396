"""Screens of a house: how we work, and its administration."""
