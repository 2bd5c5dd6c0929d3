"""Template tags of the staff desk."""

from django import template

from .. import desk

register = template.Library()
register.filter("from_desk", desk.way)
