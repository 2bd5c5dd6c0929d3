"""Young people's rooms. See README.md."""
