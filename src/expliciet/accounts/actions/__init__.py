"""What changes people, organisations and the agreements of a house."""
