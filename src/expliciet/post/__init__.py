"""What goes out, and what happens by the clock."""
