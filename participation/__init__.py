"""Raati's packages for participation: a set of Django apps for any Wagtail site."""
