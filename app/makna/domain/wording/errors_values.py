"""Why a value that somebody wrote is refused: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "bad_yes_no": (
        (
            "“{field}” is not “{value}”",
            "It is yes or no",
            "Write one of: {choices}",
        ),
        (
            "“{field}” tidak bisa “{value}”",
            "Nilainya ya atau tidak",
            "Tulis salah satu: {choices}",
        ),
    ),
    "bad_date": (
        (
            "“{date}” is not a date",
            "Dates are written 3 March 2025, 03/03/2025 or 2025-03-03; also March 2025, or 2025",
            "Write it so",
        ),
        (
            "“{date}” bukan tanggal",
            "Tanggal ditulis 3 Maret 2025, 03/03/2025, atau 2025-03-03; juga Maret 2025, atau 2025",
            "Tulis seperti itu",
        ),
    ),
    "bad_language": (
        (
            "“{given}” is not the code of a language",
            "Languages are written by ISO 639 in two or three letters, such as id, en, jv, su, ms",
            "Write the code of the language, perhaps with a region: id, en, en-GB",
        ),
        (
            "“{given}” bukan kode bahasa",
            "Bahasa ditulis menurut ISO 639 dengan dua atau tiga huruf, misalnya id, en, jv, su, "
            "ms",
            "Tulis kode bahasanya, bila perlu dengan wilayahnya: id, en, en-GB",
        ),
    ),
    "bad_year": (
        (
            "“{given}” is not a year",
            "Years are written 2024, 2024a or 2019–2024; n.d. where there is none",
            "Write it so",
        ),
        (
            "“{given}” bukan tahun",
            "Tulis 2024, 2024a, atau 2019–2024; t.t. bila tidak ada tahunnya",
            "Tulis seperti itu",
        ),
    ),
    "bad_url": (
        (
            "“{given}” is not an address on the web",
            "Addresses are written https://example.org/page, www.example.org or doi:10.1000/182",
            "Write it so, without spaces",
        ),
        (
            "“{given}” bukan alamat web",
            "Tulis https://example.org/laman, www.example.org, atau doi:10.1000/182",
            "Tulis seperti itu, tanpa spasi",
        ),
    ),
}
