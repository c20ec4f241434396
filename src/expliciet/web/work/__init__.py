"""Mijn werk: what is asked of me, what I wait for, and what comes."""
