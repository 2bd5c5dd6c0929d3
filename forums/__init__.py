"""Discussion threads anywhere. See README.md."""
