"""Words of the chapter: steps in the history, parts of references, what is still to do."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # steps
    "step.create_chapter": ("New chapter “{title}”", "Bab baru “{title}”"),
    "step.rename_chapter": (
        "Rename chapter “{title}” to “{name}”",
        "Ganti judul bab “{title}”: “{name}”",
    ),
    "step.delete_chapter": ("Delete chapter “{title}”", "Hapus bab “{title}”"),
    "step.change_chapter": ("Change how “{title}” is written", "Ubah cara menulis “{title}”"),
    "step.leave_out_section": (
        "Leave “{code}” out of the chapter",
        "Keluarkan “{code}” dari bab",
    ),
    "step.take_in_section": (
        "Take “{code}” into the chapter again",
        "Masukkan lagi “{code}” ke bab",
    ),
    "step.title_section": ("Heading of the section “{code}”", "Judul subbab “{code}”"),
    "step.move_section": ("Move the section “{code}”", "Pindahkan subbab “{code}”"),
    "step.section_introduction": (
        "Introduction of the section “{code}”",
        "Pengantar subbab “{code}”",
    ),
    "step.section_closing": ("Closing of the section “{code}”", "Penutup subbab “{code}”"),
    "step.use_quotations": ("Mark {n} quotations as used", "Tandai {n} kutipan sudah dipakai"),
    "step.leave_out_quotations": ("Leave out {n} quotations", "Keluarkan {n} kutipan"),
    "step.take_back_quotations": (
        "Put {n} quotations back on the shelf",
        "Kembalikan {n} kutipan ke rak",
    ),
    "step.form_quotation": ("Inline or block", "Kutipan langsung atau blok"),
    "step.move_quotation": ("Move a quotation", "Pindahkan kutipan"),
    "step.shorten_quotation": ("Shorten a quotation", "Persingkat kutipan"),
    "step.add_to_quotation": ("Add words to a quotation", "Tambahkan kata pada kutipan"),
    "step.undo_edits": ("Quote in full again", "Kutip utuh kembali"),
    "step.change_edit": ("Take back a cut or an addition", "Batalkan pemotongan atau tambahan"),
    "step.freeze_lines": (
        "Keep the line numbers of {n} sources",
        "Tetapkan nomor baris {n} sumber",
    ),
    "step.renew_lines": (
        "Number the lines of {n} sources anew",
        "Beri nomor baris baru pada {n} sumber",
    ),
    # the chapter
    "chapter_title": ("Findings and discussion", "Hasil dan pembahasan"),
    "chapter_number_line": ("CHAPTER {number}", "BAB {number}"),
    "chapter_empty": (
        "No section has anything to print yet.",
        "Belum ada subbab yang berisi.",
    ),
    "chapter_translated_by": ("translated by {translator}", "diterjemahkan oleh {translator}"),
    "chapter_translation": ("Translation", "Terjemahan"),
    "chapter_picture": (
        "Part of “{source}”, page {page}",
        "Bagian dari “{source}”, halaman {page}",
    ),
    "chapter_whole_picture": ("Part of the picture “{source}”", "Bagian dari gambar “{source}”"),
    "chapter_heading_control": ("Heading: {code}", "Judul: {code}"),
    "chapter_introduction_control": ("Introduction: {code}", "Pengantar: {code}"),
    "chapter_closing_control": ("Closing: {code}", "Penutup: {code}"),
    "chapter_quotation_control": ("Quotation: {source}", "Kutipan: {source}"),
    # what is still to do
    "chapter_missing": (
        "“{source}”, {where}: {fields} not known",
        "“{source}”, {where}: {fields} belum diketahui",
    ),
    "chapter_corrected": (
        "“{source}”, {where}: the text was corrected after you shortened the quotation; it is"
        " printed in full",
        "“{source}”, {where}: teks dikoreksi setelah kutipan dipersingkat; kutipan dicetak utuh",
    ),
    "chapter_not_translated": (
        "“{source}”, {where}: has no translation; the original is printed",
        "“{source}”, {where}: belum ada terjemahan; kutipan asli yang dicetak",
    ),
    "chapter_cut_not_translated": (
        "“{source}”, {where}: cuts and additions do not reach the translation",
        "“{source}”, {where}: potongan dan tambahan tidak berlaku pada terjemahan",
    ),
    "chapter_no_translator": (
        "“{source}”, {where}: nobody is named as translator",
        "“{source}”, {where}: nama penerjemah belum diisi",
    ),
    # references
    "reference_page": ("p. {page}", "hlm. {page}"),
    "reference_field_case_code": ("informant", "informan"),
    "reference_field_case_name": ("name", "nama"),
    "reference_field_source": ("source", "sumber"),
    "reference_field_kind": ("kind", "jenis"),
    "reference_field_date": ("date", "tanggal"),
    "reference_field_paragraph": ("paragraph", "paragraf"),
    "reference_field_line_from": ("line", "baris"),
    "reference_field_line_to": ("line", "baris"),
    "reference_field_lines": ("line", "baris"),
    "reference_field_page": ("page", "halaman"),
    "reference_field_time": ("time", "waktu"),
    "reference_field_speaker": ("speaker", "penutur"),
    "reference_field_author": ("author", "penulis"),
    "reference_field_year": ("year", "tahun"),
    "reference_field_publisher": ("publisher", "penerbit"),
    "reference_field_url": ("address", "alamat web"),
    "reference_field_accessed": ("day of access", "tanggal akses"),
    "reference_field_pages": ("pages", "halaman"),
    "reference_field_place": ("place", "tempat"),
    "reference_field_answer": ("answer number", "nomor jawaban"),
    "reference_field_number": ("interview number", "wawancara ke-"),
    "reference_field_initials": ("initials", "inisial"),
    "reference_field_sex": ("sex", "jenis kelamin"),
    "reference_field_translator": ("translator", "penerjemah"),
    "reference_kind_interview": ("interview", "wawancara"),
    "reference_kind_focus-group": ("focus group", "diskusi kelompok terarah"),
    "reference_kind_observation": ("observation", "observasi"),
    "reference_kind_news": ("news item", "berita"),
    "reference_kind_web-page": ("web page", "laman web"),
    "reference_kind_social-media": ("social media", "media sosial"),
    "reference_kind_regulation": ("regulation", "peraturan"),
    "reference_kind_report": ("report", "laporan"),
    "reference_kind_literature": ("literature", "literatur"),
    "reference_kind_picture": ("picture", "gambar"),
    "reference_kind_audio": ("audio", "rekaman audio"),
    "reference_kind_video": ("video", "rekaman video"),
    "reference_kind_other": ("document", "dokumen"),
    # columns of the tables for computing
    "column_section": ("Section", "Subbab"),
    "column_form": ("Form", "Bentuk"),
    "column_quotation": ("Quotation", "Kutipan tercetak"),
    "column_missing": ("Not known", "Belum diketahui"),
    "column_translator": ("Translator", "Penerjemah"),
    "column_words": ("Words", "Kata"),
    "column_state": ("State", "Status"),
    # lines that are kept
    "said_no_lines_kept": (
        "No line numbers are kept yet: they are with the first export that prints them.",
        "Belum ada nomor baris tetap: ditetapkan pada ekspor pertama yang mencetaknya.",
    ),
    "said_reference_changed": (
        "“{source}”: {old} is now {new}: {text}",
        "“{source}”: {old} sekarang {new}: {text}",
    ),
    "said_nothing_changed": ("No reference changed.", "Tidak ada rujukan yang berubah."),
    "shown_since": ("Kept since", "Tetap sejak"),
    "shown_corrected": ("Corrected", "Dikoreksi"),
    "shown_changes": ("References changed", "Rujukan berubah"),
}
