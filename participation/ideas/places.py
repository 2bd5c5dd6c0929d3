"""How far the municipality reaches, as the outlines of its areas tell."""

from participation.core.models import Area

from .points import Box, rings


def municipality() -> Box | None:
    """The box around all outlines; None where no area has one."""
    found = Area.objects.exclude(outline=None).values_list("outline", flat=True)
    return Box.around(place for outline in found for ring in rings(outline) for place in ring)
