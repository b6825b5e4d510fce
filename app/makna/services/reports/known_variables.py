"""Which variable of the cases says what about an informant, by its usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makna.domain.dates import long_date, number
from makna.domain.model import Variable, VariableType
from makna.domain.wording import Language, phrase

NAMES: dict[str, tuple[str, ...]] = {
    "initials": ("inisial", "initials", "nama inisial", "nama samaran", "pseudonym"),
    "position": (
        *(
            "jabatan",
            "pekerjaan",
            "profesi",
            "posisi",
            "position",
            "occupation",
            "job",
            "role at work",
        ),
        *("instansi", "jabatan instansi", "pekerjaan jabatan", "profession", "job title"),
    ),
    "age": ("usia", "umur", "age"),
    "sex": ("jenis kelamin", "gender", "sex", "kelamin", "jk", "lp"),
    "role": (
        *("peran informan", "jenis informan", "kategori informan", "status informan", "informan"),
        *(
            "key or supporting",
            "informant type",
            "type of informant",
            "informant role",
            "role of informant",
            "peran",
        ),
        *("kategori", "role", "informant"),
    ),
    "date": (
        *("tanggal wawancara", "tanggal", "hari tanggal", "waktu wawancara", "interview date"),
        *("date", "date of interview"),
    ),
    "place": (
        *("tempat", "lokasi", "tempat wawancara", "lokasi wawancara", "place", "location"),
        *("interview place", "setting", "venue"),
    ),
    "medium": ("medium", "media", "cara wawancara", "media wawancara", "moda", "mode", "via"),
    "duration": ("durasi", "lama wawancara", "lama", "duration", "length"),
    "consent": (
        *("persetujuan tertulis", "persetujuan", "informed consent", "consent", "written consent"),
        *("lembar persetujuan", "kesediaan"),
    ),
    "member_check": (
        *("cek anggota", "member check", "member checking", "pengecekan anggota", "membercheck"),
        *("konfirmasi informan", "participant check", "respondent validation"),
    ),
}
"""Plain names, the likeliest first: casefolded, signs as spaces, without what is in brackets."""
_MINUTES = re.compile(r"menit|minutes?|\bmin\b", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """A variable that was recognised."""

    key: str
    variable: Variable

    def title(self, language: Language) -> str:
        title = phrase(f"informants_{self.key}", language)
        if self.key == "duration" and _MINUTES.search(self.variable.name):
            return f"{title} ({phrase('informants_minutes', language)})"
        return title


def recognised(variables: Sequence[Variable]) -> list[Known]:
    """The variables that have a usual name, in the order of `NAMES`; each is taken once."""
    left = {plain_name(variable.name): variable for variable in reversed(variables)}
    found = []
    for key, names in NAMES.items():
        name = next((name for name in names if name in left), None)
        if name is not None:
            found.append(Known(key, left.pop(name)))
    return found


def others(variables: Iterable[Variable], known: Iterable[Known]) -> list[Variable]:
    """The variables without a usual name, as they come."""
    taken = {each.variable.id for each in known}
    return [variable for variable in variables if variable.id not in taken]


def plain_name(name: str) -> str:
    """`Durasi (menit)` is `durasi`, `Key/supporting` is `key supporting`."""
    without = re.sub(r"\([^)]*\)", " ", name.casefold())
    return " ".join(re.sub(r"[\W_]+", " ", without).split())


def shown_value(value: str, variable: Variable, language: Language) -> str:
    """A value as the document's language writes it."""
    if variable.type is VariableType.YES_NO or value in ("yes", "no"):
        return phrase("report_yes" if value == "yes" else "report_no", language)
    if variable.type is VariableType.DATE:
        return long_date(value, language)
    if variable.type is VariableType.NUMBER and value.lstrip("-").isdecimal() and len(value) > 4:
        return number(int(value), language)
    return value
