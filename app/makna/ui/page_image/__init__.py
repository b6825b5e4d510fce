"""Pages as they look: pictures and the pages of a PDF, with rectangles and words to code.

It knows nothing of projects: it gets frozen values and emits signals.
"""

from makna.ui.page_image.values import Plate
from makna.ui.page_image.view import ImagePage

__all__ = ["ImagePage", "Plate"]
