"""Word templates of the user: what stands for what, remembered per template."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from makna import paths
from makna.domain.errors import UserError
from makna.formats.template_styles import OURS, OurStyle, complete
from makna.formats.templates import Template, read_template
from makna.scratch_files import PART, unfinished

Styles = tuple[tuple[str, str], ...]
_FILE = "templates.json"
_MOST = 100
"""Templates whose choices are kept, the latest last."""
MAPPABLE: tuple[OurStyle, ...] = tuple(style for style in OURS if style.role)
"""The styles that a user may map; the others follow by name."""


def mapping(template: Template, folder: Path | None = None) -> dict[str, str]:
    """Our style → the template's, as guessed and as the user has chosen for this template."""
    return complete(dict(chosen(template.sha256, folder)), template.styles)


def remembered_styles(path: Path | None, folder: Path | None = None) -> Styles:
    """What the user has chosen for the template at `path`; nothing without one.

    Raises as `read_template` does when it cannot be used.
    """
    if path is None:
        return ()
    return chosen(read_template(path).sha256, folder)


def chosen(sha256: str, folder: Path | None = None) -> Styles:
    """The user's choices for a template; an empty id means: add our own style."""
    kept = _load(folder or paths.config_dir()).get(sha256)
    styles = kept.get("styles") if isinstance(kept, dict) else None
    if not isinstance(styles, dict):
        return ()
    return tuple((str(ours), str(theirs)) for ours, theirs in styles.items())


def remember(template: Template, styles: Mapping[str, str], folder: Path | None = None) -> Styles:
    """Keep the choices that differ from the guess; returns them.

    Raises UserError `template_no_style` for a style that the template does not have.
    """
    known = {style.id for style in template.styles}
    for theirs in styles.values():
        if theirs and theirs not in known:
            raise UserError("template_no_style", name=template.name, style=theirs)
    guessed = complete({}, template.styles)
    kept = {ours: theirs for ours, theirs in styles.items() if guessed.get(ours, "") != theirs}
    target = folder or paths.config_dir()
    stored = _load(target)
    stored.pop(template.sha256, None)
    if kept:
        stored[template.sha256] = {"name": template.name, "styles": kept}
    _save(target, dict(list(stored.items())[-_MOST:]))
    return tuple(kept.items())


def _load(folder: Path) -> dict[str, Any]:
    try:
        stored = json.loads((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _save(folder: Path, stored: dict[str, Any]) -> None:
    """Whole or not at all; a full disk costs no work, so it is not an error."""
    words = json.dumps(stored, ensure_ascii=False, indent=1)
    with suppress(OSError), unfinished(folder / f"{_FILE}.{os.getpid()}{PART}") as partial:
        partial.write_text(words, "utf-8")
        partial.replace(folder / _FILE)
