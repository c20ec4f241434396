"""Loading the fictional house."""
