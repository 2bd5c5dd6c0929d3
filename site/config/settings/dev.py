"""A developer's machine: errors on the page, reload on change."""

from .demo import *

DEBUG = True
INSTALLED_APPS = ["daphne", *INSTALLED_APPS]
