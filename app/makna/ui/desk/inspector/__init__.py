"""The right pane: what is chosen, what it is called, what one thought, how it will be cited."""

from makna.ui.desk.inspector.inspector import Inspector, Scope

__all__ = ["Inspector", "Scope"]
