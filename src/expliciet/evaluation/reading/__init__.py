"""What a researcher reads of a dossier: as it was known, and what was coded there."""
