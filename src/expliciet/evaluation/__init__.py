"""Learning from cases: studies, conversations, findings, and what came of them."""
