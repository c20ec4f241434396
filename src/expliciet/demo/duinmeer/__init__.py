"""Duinmeer: a made-up coast, with made-up people. Nothing here ever happened.

No person, organisation, place or case in this folder exists; likeness is chance. What
is told keeps to what people did and said: nobody is described by origin or belief.
"""
