"""A guest without an account: one question by a link and a code, and its answer."""
