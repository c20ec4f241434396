"""What is done at the terminal of the server."""
