"""What is brought in, read, decided, planned and tried at a table."""
