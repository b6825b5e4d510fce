"""Where the user was: small values that belong to the file but not to its history."""

from __future__ import annotations

import json
import sqlite3
from typing import Any


class ViewState:
    """Values by key, as JSON. Written inside `Project.writing`, never inside a step."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def get(self, key: str, default: Any = None) -> Any:
        row = self._raw.execute("SELECT value FROM view_state WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def set(self, key: str, value: Any) -> None:
        self._raw.execute(
            "INSERT INTO view_state (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False)),
        )

    def delete(self, key: str) -> None:
        self._raw.execute("DELETE FROM view_state WHERE key = ?", (key,))
