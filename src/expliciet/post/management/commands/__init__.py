"""Commands for whoever keeps this running."""
