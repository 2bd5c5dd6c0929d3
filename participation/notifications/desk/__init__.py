"""What was sent, for staff: in the Wagtail admin, without texts and whole addresses."""
