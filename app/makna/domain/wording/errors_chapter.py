"""What can go wrong when a chapter is put together: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "bad_reference_field": (
        (
            "The reference has an unknown field {{{field}}}",
            "Fields are: {fields}, case.VARIABLE",
            "Mend the name; braces that are meant as such are doubled: {{{{ }}}}",
        ),
        (
            "Rujukan memuat isian tak dikenal {{{field}}}",
            "Isian yang ada: {fields}, case.VARIABEL",
            "Perbaiki namanya; kurung kurawal yang memang dimaksud ditulis ganda: {{{{ }}}}",
        ),
    ),
    "bad_reference_form": (
        (
            "The field {{{field}}} of the reference asks for an unknown form",
            "Forms are: {forms}, or how many letters",
            "Use one of them after the colon, or none",
        ),
        (
            "Isian {{{field}}} pada rujukan meminta bentuk yang tidak dikenal",
            "Bentuk yang ada: {forms}, atau banyaknya huruf",
            "Pakai salah satunya sesudah titik dua, atau hapus",
        ),
    ),
    "bad_reference_brace": (
        (
            "The reference “{template}” cannot be read",
            "a {brace} has no partner",
            "Close each brace and bracket, or double one that is meant as such",
        ),
        (
            "Rujukan “{template}” tidak dapat dibaca",
            "tanda {brace} tidak berpasangan",
            "Tutup setiap kurung, atau tulis ganda bila memang dimaksud",
        ),
    ),
    "unknown_case_variable": (
        (
            "The reference asks for {{{field}}}",
            "no case has such a variable; there are: {known}",
            "Use one of these, or add the variable to the cases",
        ),
        (
            "Rujukan meminta {{{field}}}",
            "tidak ada variabel kasus bernama itu; yang ada: {known}",
            "Pakai salah satunya, atau tambahkan variabelnya pada kasus",
        ),
    ),
    "unknown_quotation_preset": (
        (
            "There is no form of quoting “{name}”",
            "Forms are: {known}",
            "Use one of these",
        ),
        (
            "Tidak ada bentuk kutipan “{name}”",
            "Bentuk yang ada: {known}",
            "Pakai salah satunya",
        ),
    ),
    "bad_heading_level": (
        (
            "Headings cannot begin at level {level}",
            "levels go from 1 to {deepest}",
            "Choose one of these",
        ),
        (
            "Judul tidak dapat dimulai pada tingkat {level}",
            "tingkat judul dari 1 sampai {deepest}",
            "Pilih salah satunya",
        ),
    ),
    "bad_chapter_language": (
        ("“{given}” is not a language of documents", "they are id and en", "Use one of these"),
        ("“{given}” bukan bahasa dokumen", "yang ada: id dan en", "Pakai salah satunya"),
    ),
    "unknown_chapter_setting": (
        ("A chapter has no setting “{name}”", "there are: {known}", "Use one of these"),
        ("Bab tidak punya pengaturan “{name}”", "yang ada: {known}", "Pakai salah satunya"),
    ),
    "not_on_shelf": (
        (
            "This passage does not stand under “{code}”",
            "it does not carry that code",
            "Choose a passage of the section",
        ),
        (
            "Kutipan ini tidak ada di bawah “{code}”",
            "kutipan ini tidak memakai kode itu",
            "Pilih kutipan dari subbab tersebut",
        ),
    ),
    "cut_nothing": (
        (
            "Nothing was cut",
            "no words are selected in the quotation",
            "Select the words that may go",
        ),
        (
            "Tidak ada yang dipotong",
            "tidak ada kata terpilih dalam kutipan",
            "Pilih kata yang boleh dihilangkan",
        ),
    ),
    "cut_everything": (
        (
            "Nothing would be left of the quotation",
            "every word is cut",
            "Leave a word, or leave the quotation out",
        ),
        (
            "Kutipan akan habis",
            "semua kata terpotong",
            "Sisakan kata, atau keluarkan kutipannya",
        ),
    ),
    "no_words": (
        ("There is nothing to add", "no word was typed", "Type the words to stand in brackets"),
        (
            "Tidak ada yang ditambahkan",
            "belum ada kata yang diketik",
            "Ketik kata untuk di dalam kurung siku",
        ),
    ),
    "edits_overlap": (
        (
            "Words cannot be added there",
            "something is cut or replaced at this place already",
            "Take that back first",
        ),
        (
            "Kata tidak dapat ditambahkan di situ",
            "tempat itu sudah dipotong atau diganti",
            "Batalkan dahulu yang lama",
        ),
    ),
    "quotation_corrected": (
        (
            "The quotation cannot be edited further as it is",
            "its text was corrected, and the earlier cuts and additions find no place in it",
            "Quote it in full again, then shorten it",
        ),
        (
            "Kutipan belum dapat diubah",
            "teksnya dikoreksi sehingga potongan dan tambahan lama tidak menemukan tempatnya",
            "Kutip utuh kembali, lalu persingkat",
        ),
    ),
}
