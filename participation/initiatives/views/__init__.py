"""Views below a page of initiatives."""
