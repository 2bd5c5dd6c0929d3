"""The views below an idea board's page; each gets the page and what the path gave."""
