"""Coming in, staying, one's own account, and letting a colleague in anew."""
