"""Screens: HTML for people. Every page works without JavaScript."""
