"""In Dutch a month has no capital."""
