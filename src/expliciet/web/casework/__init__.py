"""The work on a case, as people meet it: what is brought in, read, decided, agreed."""
