"""What this room can be asked at a terminal."""
