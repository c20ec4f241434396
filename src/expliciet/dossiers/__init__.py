"""A dossier, who sits at its table, in which circle what is said, and how it stays."""
