"""Why a file cannot be read: (what, why, what to do) in English, then in Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "file_empty": (
        ("“{name}” was not imported", "it holds no text, so there is nothing to code", "Skip it"),
        (
            "“{name}” tidak diimpor",
            "berkas ini tidak berisi teks, jadi tidak ada yang dapat dikode",
            "Lewati saja",
        ),
    ),
    "file_unreadable": (
        (
            "“{name}” cannot be opened",
            "the system says: {reason}",
            "Check that the file is there and that you may read it",
        ),
        (
            "“{name}” tidak dapat dibuka",
            "menurut sistem: {reason}",
            "Periksa apakah berkasnya ada dan boleh Anda baca",
        ),
    ),
    "file_too_large": (
        (
            "“{name}” was not imported",
            "it is larger than {megabytes} MB",
            "Split it, or take the pictures out",
        ),
        (
            "“{name}” tidak diimpor",
            "ukurannya lebih dari {megabytes} MB",
            "Bagi berkasnya, atau keluarkan gambar-gambarnya",
        ),
    ),
    "format_unknown": (
        (
            "“{name}” cannot be read",
            "it is neither a document nor a text",
            "Save it as .docx or .txt and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkas ini bukan dokumen dan bukan teks",
            "Simpan sebagai .docx atau .txt, lalu impor hasilnya",
        ),
    ),
    "format_unsupported": (
        (
            "“{name}” cannot be read",
            "it is a file of the kind {format}, which Makna does not read",
            "Save it as .docx or .txt and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "ini berkas jenis {format} yang tidak dibaca oleh Makna",
            "Simpan sebagai .docx atau .txt, lalu impor hasilnya",
        ),
    ),
    "word_old": (
        (
            "“{name}” cannot be read",
            "it is a document of Word before 2007 (.doc)",
            "Open it in Word or LibreOffice, save it as .docx, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "ini dokumen Word sebelum 2007 (.doc)",
            "Buka di Word atau LibreOffice, simpan sebagai .docx, lalu impor hasilnya",
        ),
    ),
    "word_encrypted": (
        (
            "“{name}” cannot be read",
            "it is protected by a password",
            "Open it in its program, remove the password, save it, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkas ini dilindungi kata sandi",
            "Buka di programnya, hapus kata sandinya, simpan, lalu impor hasilnya",
        ),
    ),
    "ole_unknown": (
        (
            "“{name}” cannot be read",
            "it is an old Office file without Word text",
            "Open it in its program, save it as .docx or .txt, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "ini berkas Office lama tanpa teks Word",
            "Buka dengan programnya, simpan sebagai .docx atau .txt, lalu impor hasilnya",
        ),
    ),
    "word_no_document": (
        (
            "“{name}” cannot be read",
            "it looks like a Word file, but holds no Word document",
            "Open it in Word or LibreOffice and save it as .docx again",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkas ini mirip berkas Word, tetapi tidak memuat dokumen Word",
            "Buka di Word atau LibreOffice, lalu simpan lagi sebagai .docx",
        ),
    ),
    "word_inserted_only": (
        (
            "“{name}” cannot be read",
            "its text is another file that a program put into it, which only Word unpacks",
            "Open it in Word, save it as .docx again, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "teksnya berupa berkas lain yang disisipkan sebuah program dan hanya dibuka oleh Word",
            "Buka di Word, simpan lagi sebagai .docx, lalu impor hasilnya",
        ),
    ),
    "archive_damaged": (
        (
            "“{name}” cannot be read",
            "the file is damaged or was not copied whole",
            "Copy or download it again, or let Word repair it and save it as .docx",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkasnya rusak atau tidak tersalin utuh",
            "Salin atau unduh lagi, atau perbaiki dengan Word dan simpan sebagai .docx",
        ),
    ),
    "archive_part_missing": (
        (
            "“{name}” cannot be read",
            "its part {part} is missing",
            "Let Word repair it and save it as .docx",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "bagian {part} tidak ada di dalamnya",
            "Perbaiki dengan Word dan simpan sebagai .docx",
        ),
    ),
    "archive_too_large": (
        (
            "“{name}” was not opened",
            "unpacked it would be far larger than a document can be; "
            "such files are made to harm programs",
            "If you trust it, open it in Word and save it as .docx again",
        ),
        (
            "“{name}” tidak dibuka",
            "isinya akan jauh lebih besar daripada dokumen biasa; "
            "berkas seperti ini dibuat untuk merusak program",
            "Bila Anda memercayainya, buka di Word dan simpan lagi sebagai .docx",
        ),
    ),
    "xml_damaged": (
        (
            "“{name}” cannot be read",
            "its part {part} is damaged",
            "Let Word repair it and save it as .docx",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "bagian {part} di dalamnya rusak",
            "Perbaiki dengan Word dan simpan sebagai .docx",
        ),
    ),
    "xml_too_deep": (
        (
            "“{name}” was not opened",
            "its part {part} is nested more deeply than a document can be",
            "If you trust it, open it in Word and save it as .docx again",
        ),
        (
            "“{name}” tidak dibuka",
            "bagian {part} bersarang lebih dalam daripada dokumen biasa",
            "Bila Anda memercayainya, buka di Word dan simpan lagi sebagai .docx",
        ),
    ),
    "xml_dtd": (
        (
            "“{name}” was not opened",
            "its part {part} declares a document type, which no Word file does",
            "If you trust it, open it in Word and save it as .docx again",
        ),
        (
            "“{name}” tidak dibuka",
            "bagian {part} memuat deklarasi tipe dokumen (DTD), padahal berkas Word tidak pernah",
            "Bila Anda memercayainya, buka di Word dan simpan lagi sebagai .docx",
        ),
    ),
    "txt_binary": (
        (
            "“{name}” cannot be read",
            "it holds binary data, not text",
            "Open it in the program that made it and save it as .txt or .docx",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "isinya data biner, bukan teks",
            "Buka dengan program pembuatnya, lalu simpan sebagai .txt atau .docx",
        ),
    ),
    "txt_encoding_unknown": (
        (
            "“{name}” was not imported",
            "there is no text encoding “{encoding}”",
            "Choose another one, such as utf-8 or cp1252",
        ),
        (
            "“{name}” tidak diimpor",
            "tidak ada penyandian teks “{encoding}”",
            "Pilih yang lain, misalnya utf-8 atau cp1252",
        ),
    ),
    "txt_encoding_wrong": (
        (
            "“{name}” was not imported",
            "its bytes are not {encoding}",
            "Choose another encoding, or none to let Makna find it",
        ),
        (
            "“{name}” tidak diimpor",
            "isinya bukan {encoding}",
            "Pilih penyandian lain, atau kosongkan agar Makna mencarinya",
        ),
    ),
    "file_cut": (
        (
            "“{name}” cannot be read",
            "it ends in the middle, so it was not copied whole",
            "Copy or download it again",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkasnya terputus di tengah, jadi tidak tersalin utuh",
            "Salin atau unduh lagi",
        ),
    ),
    "file_too_deep": (
        (
            "“{name}” was not opened",
            "it is nested more deeply than a document can be",
            "If you trust it, open it in its program and save it as .docx",
        ),
        (
            "“{name}” tidak dibuka",
            "isinya bersarang lebih dalam daripada dokumen biasa",
            "Bila Anda memercayainya, buka dengan programnya dan simpan sebagai .docx",
        ),
    ),
    "file_encrypted": (
        (
            "“{name}” cannot be read",
            "it is protected by a password",
            "Open it in its program, save it without the password, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkas ini dilindungi kata sandi",
            "Buka dengan programnya, simpan tanpa kata sandi, lalu impor hasilnya",
        ),
    ),
    "odt_no_text": (
        (
            "“{name}” cannot be read",
            "it is an OpenDocument file, but holds no text document",
            "Open it in LibreOffice and save it as .odt or .docx",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "berkas OpenDocument ini tidak memuat dokumen teks",
            "Buka di LibreOffice, lalu simpan sebagai .odt atau .docx",
        ),
    ),
    "html_damaged": (
        (
            "“{name}” cannot be read",
            "it is a saved web page, but damaged",
            "Save the page again, or copy its text and paste it as a new source",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "halaman web tersimpan ini rusak",
            "Simpan lagi halamannya, atau salin teksnya dan tempel sebagai sumber baru",
        ),
    ),
    "pdf_damaged": (
        (
            "“{name}” cannot be read",
            "the PDF is damaged or was not copied whole",
            "Copy or download it again, or print it to a new PDF",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "PDF ini rusak atau tidak tersalin utuh",
            "Salin atau unduh lagi, atau cetak ke PDF baru",
        ),
    ),
    "pdf_too_long": (
        (
            "“{name}” was not imported",
            "it has more than {pages} pages or far more text than a book",
            "Take out the pages that you need and import those",
        ),
        (
            "“{name}” tidak diimpor",
            "isinya lebih dari {pages} halaman atau jauh lebih panjang daripada buku",
            "Ambil halaman yang diperlukan, lalu impor hasilnya",
        ),
    ),
}
