"""Safety Houses, organisations, people and what they are appointed to; sign-in."""
