"""Children below the age limit: a guardian says yes first, sees it, and can take it back."""
