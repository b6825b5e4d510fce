"""What an author can choose about a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from makna.domain.model import CodeId, PassageId
from makna.domain.wording import Language


@dataclass(frozen=True)
class ExportOptions:
    """What the author chose; fields that a document does not know are ignored by it."""

    language: Language = "en"
    codes: tuple[CodeId, ...] = ()
    """Only these codes, in tree order; empty: all, and the passages without a code."""
    where: str = ""
    passages: tuple[PassageId, ...] = ()
    """Only these passages; empty: all that `where` chooses."""
    include_subcodes: bool = False
    other_codes: bool = False
    words_around: int = 0
    form: str = "table"
    """Of the codebook: `table` or `running`; of the coding table: `reduction` or `axial`."""
    unused_codes: bool = False
    """Codes without quotations stand like the others in codebook and excerpts, for reading."""
    codes_in_margin: bool = False
    """Of transcripts."""
    reference: str = ""
    """Template of the references; empty: the document's own."""
    preset: str = ""
    """Names of presets, joined by `+`; see `makna.domain.presets`."""
    template: Path | None = None
    """A Word file whose styles, margins, headers and numbering win."""
    styles: tuple[tuple[str, str], ...] = ()
    """Id of a style of ours and the template's that stands for it, as the user chose."""
    beginning: bool = False
    """Only how it begins, for a look at it: of many transcripts or forms the first."""
    refresh: bool = False
    """Bring the file that is there already up to date instead of writing it anew."""
    pseudonyms: bool = True
    """Whether the names in the list of pseudonyms are replaced."""
    chapter: str = ""
    """Name or GUID of the chapter; empty: the first."""
