"""What can go wrong with templates and presets: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "template_too_large": (
        (
            "“{name}” was not taken as a template",
            "it is larger than {limit} MB",
            "Take its pictures out, or save an empty copy of it",
        ),
        (
            "“{name}” tidak dipakai sebagai templat",
            "ukurannya lebih dari {limit} MB",
            "Keluarkan gambarnya, atau simpan salinan yang kosong",
        ),
    ),
    "template_unreadable": (
        ("The template “{name}” cannot be read", "{reason}", "Choose the file again"),
        ("Templat “{name}” tidak dapat dibaca", "{reason}", "Pilih lagi berkasnya"),
    ),
    "template_gone": (
        (
            "The template “{name}” is no longer in the project",
            "that part of the file was lost",
            "Choose the Word file again",
        ),
        (
            "Templat “{name}” tidak ada lagi di dalam proyek",
            "bagian berkas itu hilang",
            "Pilih lagi berkas Word-nya",
        ),
    ),
    "template_old_word": (
        (
            "“{name}” cannot be a template",
            "it is in Word's old format, or protected by a password",
            "Open it in Word and save it as .docx without a password",
        ),
        (
            "“{name}” tidak dapat menjadi templat",
            "formatnya Word lama, atau dilindungi kata sandi",
            "Buka di Word, lalu simpan sebagai .docx tanpa kata sandi",
        ),
    ),
    "template_no_word": (
        (
            "“{name}” cannot be a template",
            "it is not a Word file",
            "Choose a .docx or .dotx file",
        ),
        (
            "“{name}” tidak dapat menjadi templat",
            "ini bukan berkas Word",
            "Pilih berkas .docx atau .dotx",
        ),
    ),
    "template_no_styles": (
        (
            "“{name}” cannot be a template",
            "it holds no styles",
            "Open it in Word and save it as .docx again",
        ),
        (
            "“{name}” tidak dapat menjadi templat",
            "berkas ini tidak memuat gaya",
            "Buka di Word, lalu simpan lagi sebagai .docx",
        ),
    ),
    "template_strict": (
        (
            "“{name}” cannot be a template",
            "it is a “Strict Open XML document”",
            "Save it in Word as “Word document (.docx)”",
        ),
        (
            "“{name}” tidak dapat menjadi templat",
            "jenisnya “Strict Open XML Document”",
            "Simpan di Word sebagai “Word Document (.docx)”",
        ),
    ),
    "template_embeds": (
        (
            "“{name}” cannot be a template",
            "its header or footer embeds an object or loads something from another file",
            "Take that out of the header or footer, or put it in as a picture",
        ),
        (
            "“{name}” tidak dapat menjadi templat",
            "tajuk atau kaki halamannya menyematkan objek atau memuat sesuatu dari berkas lain",
            "Keluarkan dari tajuk atau kaki halaman, atau sisipkan sebagai gambar",
        ),
    ),
    "template_no_style": (
        (
            "“{name}” has no style “{style}”",
            "the template was changed since",
            "Choose another style",
        ),
        (
            "“{name}” tidak memiliki gaya “{style}”",
            "templatnya sudah diubah",
            "Pilih gaya lain",
        ),
    ),
    "template_needs_word": (
        (
            "A template was given for “{name}”",
            "only Word documents have one",
            "Let the name end in .docx, or leave the template out",
        ),
        (
            "Templat diberikan untuk “{name}”",
            "hanya dokumen Word yang memakainya",
            "Akhiri namanya dengan .docx, atau jangan pakai templat",
        ),
    ),
    "reference_only_chapter": (
        (
            "References cannot be chosen for “{kind}”",
            "only the chapter has a reference template",
            "Leave --reference out, or export the chapter",
        ),
        (
            "Bentuk rujukan tidak dapat dipilih untuk “{kind}”",
            "hanya bab yang memakai templat rujukan",
            "Hilangkan --reference, atau ekspor bab",
        ),
    ),
    "export_open": (
        (
            "“{name}” is open in {program}",
            "its file “{lock}” says so",
            "Close it there or choose another name; if it is closed, delete “{lock}”",
        ),
        (
            "“{name}” sedang dibuka di {program}",
            "berkas “{lock}” menandainya",
            "Tutup di sana atau pilih nama lain; kalau sudah ditutup, hapus “{lock}”",
        ),
    ),
    "unknown_preset": (
        ("There is no preset “{name}”", "known are: {known}", "Choose one of these"),
        ("Tidak ada prasetel “{name}”", "yang ada: {known}", "Pilih salah satunya"),
    ),
    "two_presets": (
        (
            "The presets “{one}” and “{other}” exclude each other",
            "both say the same thing differently",
            "Name at most one sheet and one border for quotations, as in a4+40-words",
        ),
        (
            "Prasetel “{one}” dan “{other}” saling bertentangan",
            "keduanya mengatur hal yang sama",
            "Sebut paling banyak satu ukuran halaman dan satu batas kutipan, misalnya a4+40-words",
        ),
    ),
}
