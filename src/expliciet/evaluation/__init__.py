"""Learning from cases: studies, coding, conversations, findings and what came of them."""
