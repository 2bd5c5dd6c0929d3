"""Moderation in the Wagtail admin."""
