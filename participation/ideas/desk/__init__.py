"""The staff's desk for ideas, inside the Wagtail admin."""
