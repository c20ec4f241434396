"""What changes in a study, each with its line."""
