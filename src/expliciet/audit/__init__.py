"""The trail: who did and saw what, in lines that cannot be changed."""
