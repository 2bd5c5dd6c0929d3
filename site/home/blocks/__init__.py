"""What editors build a page from. No raw HTML, no embeds: nothing that could carry a script."""

from .body import BodyBlock
from .pictures import PictureBlock
from .words import ActionBlock

__all__ = ["ActionBlock", "BodyBlock", "PictureBlock"]
