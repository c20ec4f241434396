"""Enough Dutch to see what a sentence in minutes does, and what it leaves open."""
