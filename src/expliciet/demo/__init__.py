"""A fictional Safety House, complete enough to show every screen."""
