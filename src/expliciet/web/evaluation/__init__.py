"""Screens of studies: reading, coding, finding, recommending, learning."""
