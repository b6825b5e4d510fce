"""Why a table, a chat or another reading is refused: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "table_empty": (
        (
            "“{name}” was not imported",
            "the table has no filled row",
            "Check that it is the right file and the right sheet",
        ),
        (
            "“{name}” tidak diimpor",
            "tabelnya tidak punya baris yang terisi",
            "Periksa apakah berkas dan lembarnya benar",
        ),
    ),
    "table_no_text": (
        (
            "“{name}” was not imported",
            "no column of the table looks like the text of posts; its columns are: {columns}",
            "Choose the column of the text (on the command line: --column text=NAME)",
        ),
        (
            "“{name}” tidak diimpor",
            "tidak ada kolom yang tampak seperti teks kiriman; kolomnya: {columns}",
            "Pilih kolom teksnya (di baris perintah: --column text=NAMA)",
        ),
    ),
    "table_text_empty": (
        (
            "“{name}” was not imported",
            "the column “{column}”, from which the text is taken, is empty",
            "Choose another column for the text (on the command line: --column text=NAME)",
        ),
        (
            "“{name}” tidak diimpor",
            "kolom “{column}”, asal teksnya, kosong",
            "Pilih kolom lain untuk teksnya (di baris perintah: --column text=NAMA)",
        ),
    ),
    "table_too_large": (
        (
            "“{name}” was not imported",
            "it has more than {rows} rows, or far more text than can be read by a person",
            "Split it, or take out the rows that you need",
        ),
        (
            "“{name}” tidak diimpor",
            "barisnya lebih dari {rows}, atau teksnya jauh melebihi yang dapat dibaca orang",
            "Bagi berkasnya, atau ambil baris yang diperlukan saja",
        ),
    ),
    "table_cell_endless": (
        (
            "“{name}” cannot be read",
            "a cell in or after row {row} never ends: a quotation mark is probably not closed",
            "Open it in Excel or LibreOffice, save it as .xlsx, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "ada sel di baris {row} atau sesudahnya yang tidak berakhir: mungkin tanda kutipnya "
            "tidak ditutup",
            "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu impor hasilnya",
        ),
    ),
    "table_damaged": (
        (
            "“{name}” cannot be read",
            "the workbook is damaged or was not copied whole",
            "Open it in Excel or LibreOffice, save it as .xlsx or .csv, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "buku kerja ini rusak atau tidak tersalin utuh",
            "Buka di Excel atau LibreOffice, simpan sebagai .xlsx atau .csv, lalu impor hasilnya",
        ),
    ),
    "table_no_sheet": (
        (
            "“{name}” was not imported",
            "it has no filled sheet “{sheet}”; there are: {sheets}",
            "Name one of these",
        ),
        (
            "“{name}” tidak diimpor",
            "tidak ada lembar terisi bernama “{sheet}”; yang ada: {sheets}",
            "Sebutkan salah satunya",
        ),
    ),
    "table_no_column": (
        (
            "“{name}” was not imported",
            "it has no column “{column}”; there are: {columns}",
            "Name one of these, or give its number",
        ),
        (
            "“{name}” tidak diimpor",
            "tidak ada kolom “{column}”; yang ada: {columns}",
            "Sebutkan salah satunya, atau nomornya",
        ),
    ),
    "table_role": (
        ("“{role}” is nothing that a column can be", "A column is one of: {roles}", "Take one"),
        (
            "“{role}” bukan peran kolom",
            "Peran kolom adalah salah satu dari: {roles}",
            "Pilih salah satu",
        ),
    ),
    "bad_choice": (
        ("“{given}” cannot be chosen", "There are: {choices}", "Take one of these"),
        ("“{given}” tidak dapat dipilih", "Yang ada: {choices}", "Pilih salah satunya"),
    ),
    "excel_old": (
        (
            "“{name}” cannot be read",
            "it is a workbook of Excel before 2007 (.xls)",
            "Open it in Excel or LibreOffice, save it as .xlsx, and import that",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "ini buku kerja Excel sebelum 2007 (.xls)",
            "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu impor hasilnya",
        ),
    ),
    "zip_no_chat": (
        (
            "“{name}” was not imported",
            "it is a zip archive, but no exported WhatsApp chat",
            "Unpack it, and import the files in it",
        ),
        (
            "“{name}” tidak diimpor",
            "ini arsip zip, tetapi bukan ekspor obrolan WhatsApp",
            "Buka arsipnya, lalu impor berkas di dalamnya",
        ),
    ),
    "reread_no_original": (
        (
            "“{source}” cannot be read again",
            "it was typed or pasted, so there is no file whose encoding could be wrong",
            "Correct its text (F2)",
        ),
        (
            "“{source}” tidak dapat dibaca ulang",
            "sumber ini diketik atau ditempel, jadi tidak ada berkas yang pengodeannya keliru",
            "Koreksi teksnya (F2)",
        ),
    ),
    "reread_no_encoding": (
        (
            "“{source}” cannot be read again",
            "files of its format say themselves how their letters are encoded",
            "Correct its text (F2)",
        ),
        (
            "“{source}” tidak dapat dibaca ulang",
            "format berkasnya sudah menyebut penyandian hurufnya",
            "Koreksi teksnya (F2)",
        ),
    ),
    "reread_corrected": (
        (
            "“{source}” was not read again",
            "its text was corrected since it was imported, and that would be lost",
            "Undo the corrections first, or import the file again as another source",
        ),
        (
            "“{source}” tidak dibaca ulang",
            "teksnya sudah dikoreksi sejak diimpor, dan koreksi itu akan hilang",
            "Batalkan koreksinya dulu, atau impor berkasnya lagi sebagai sumber lain",
        ),
    ),
    "reread_moves_passages": (
        (
            "“{source}” was not read again",
            "read as {encoding} its text is so different that its passages would have no place",
            "Choose another encoding, or remove the passages first",
        ),
        (
            "“{source}” tidak dibaca ulang",
            "bila dibaca sebagai {encoding}, teksnya begitu berbeda sehingga kutipannya tidak "
            "punya tempat",
            "Pilih penyandian lain, atau hapus dulu kutipannya",
        ),
    ),
    "reread_same": (
        (
            "“{source}” did not change",
            "read as {encoding} its text is the same",
            "Choose another encoding",
        ),
        (
            "“{source}” tidak berubah",
            "bila dibaca sebagai {encoding}, teksnya sama",
            "Pilih penyandian lain",
        ),
    ),
}
