"""Screens for a terminal: ``expliciet check``, ``expliciet rules`` and their help."""
