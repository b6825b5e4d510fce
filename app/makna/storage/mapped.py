"""The mapped tables, imported when a query first needs them.

SQLAlchemy's mapper takes longer to import than all that opening a project does besides; opening
takes the names in `outline` instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from makna.storage import tables
else:

    class _Tables:
        """Stands for the module `makna.storage.tables`."""

        def __getattr__(self, name: str) -> Any:
            from makna.storage import tables as mapped

            return getattr(mapped, name)

    tables = _Tables()

__all__ = ["tables"]
