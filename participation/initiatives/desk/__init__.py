"""The staff's desk for initiatives, inside the Wagtail admin."""
