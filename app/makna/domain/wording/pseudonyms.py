"""Pseudonyms: steps, what the commands say, substitutes that are proposed. English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "step.add_pseudonym": ("Pseudonym for “{name}”", "Samarkan “{name}”"),
    "step.add_pseudonyms": ("{n} pseudonyms", "{n} nama samaran"),
    "step.change_pseudonym": ("Change the pseudonym of “{name}”", "Ubah samaran “{name}”"),
    "step.remove_pseudonym": ("Remove the pseudonym of “{name}”", "Hapus samaran “{name}”"),
    "step.remove_pseudonyms": ("Remove {n} pseudonyms", "Hapus {n} nama samaran"),
    "pseudonym_informant": ("Informant {number}", "Informan {number}"),
    "pseudonym_person": ("[Name {letter}]", "[Nama {letter}]"),
    "pseudonym_place": ("[Town {letter}]", "[Kota {letter}]"),
    "pseudonym_organisation": ("[Organisation {letter}]", "[Lembaga {letter}]"),
    "pseudonym_other": ("[{letter}]", "[{letter}]"),
    "shown_substitute": ("Substitute", "Samaran"),
    "shown_found": ("Found", "Ditemukan"),
    "said_replaced": (
        "Replaced “{written}” by “{substitute}”: {count} times ({places})",
        "“{written}” diganti “{substitute}”: {count} kali ({places})",
    ),
    "said_replaced_nothing": (
        "The list of pseudonyms was applied; no name of it occurs.",
        "Daftar nama samaran diterapkan; tidak ada nama yang muncul.",
    ),
    "said_pictures_unchecked": (
        "Names inside pictures are not replaced and cannot be checked: look at them yourself.",
        "Nama di dalam gambar tidak diganti dan tidak dapat diperiksa: periksalah sendiri.",
    ),
    "said_leak": (
        "“{written}” in {part}: {count} times, e.g. {excerpt}",
        "“{written}” di {part}: {count} kali, mis. {excerpt}",
    ),
    "said_no_leak": (
        "None of the listed names was found in “{name}”.",
        "Tidak satu pun nama dalam daftar ditemukan di “{name}”.",
    ),
    "said_unread_parts": (
        "Not looked into: {parts}",
        "Tidak diperiksa: {parts}",
    ),
    "said_file_name_leaks": (
        "The name of the file itself holds “{written}”. Give it another name",
        "Nama berkasnya sendiri memuat “{written}”. Ganti nama berkas itu",
    ),
    "place_heading": ("headings", "judul bagian"),
    "place_quotation": ("quotations", "kutipan"),
    "place_reference": ("references", "rujukan"),
    "place_table": ("tables", "tabel"),
    "place_transcript": ("transcripts", "transkrip"),
    "place_picture": ("pictures’ captions", "keterangan gambar"),
    "place_data": ("data", "data"),
    "place_text": ("text", "teks"),
    "place_footnote": ("footnotes", "catatan kaki"),
    "place_link": ("addresses of links", "alamat tautan"),
    "place_properties": ("title and properties", "judul dan properti"),
    "place_comment": ("comments", "komentar"),
}
