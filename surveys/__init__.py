"""Surveys, rounds and results. See README.md."""
