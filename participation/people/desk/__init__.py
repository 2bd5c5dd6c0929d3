"""The service desk in the Wagtail admin: who somebody is, checked and attested."""
