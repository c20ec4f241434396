"""The words of a record, turned into words that an evaluator may read."""
