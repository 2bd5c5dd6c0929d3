"""One's own data: a copy of it, an end to it, and forgetting by itself."""
