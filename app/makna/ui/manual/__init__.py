"""The manual in the window: contents and search at the left, a page with its pictures."""

from makna.ui.manual.page import ManualPage

__all__ = ["ManualPage"]
