"""The pages on which people tell of themselves and enter codes."""
