"""The open door of the demo; elsewhere there is no such door."""
