"""What can go wrong with pictures, pages and rectangles: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "picture_damaged": (
        (
            "“{name}” could not be read",
            "the picture is damaged or incomplete",
            "Copy it again from where it came from, or open it in a picture program and save it "
            "as PNG or JPEG",
        ),
        (
            "“{name}” tidak dapat dibaca",
            "gambar ini rusak atau tidak lengkap",
            "Salin lagi dari asalnya, atau buka di program gambar lalu simpan sebagai PNG atau "
            "JPEG",
        ),
    ),
    "picture_too_large": (
        (
            "“{name}” is too large",
            "pictures of this kind may have {megapixels} million pixels at most",
            "Make a smaller copy in a picture program and import that",
        ),
        (
            "“{name}” terlalu besar",
            "gambar jenis ini paling banyak {megapixels} juta piksel",
            "Buat salinan yang lebih kecil di program gambar, lalu impor salinan itu",
        ),
    ),
    "pdf_page_damaged": (
        (
            "Page {page} of “{name}” cannot be shown",
            "the page is damaged",
            "The other pages and the text can still be coded",
        ),
        (
            "Halaman {page} dari “{name}” tidak dapat ditampilkan",
            "halaman itu rusak",
            "Halaman lain dan teksnya tetap dapat dikode",
        ),
    ),
    "no_pages": (
        (
            "“{name}” has no pages to look at",
            "only pictures and PDF files have pages",
            "Code its text",
        ),
        (
            "“{name}” tidak punya halaman untuk dilihat",
            "hanya gambar dan berkas PDF yang punya halaman",
            "Kodelah teksnya",
        ),
    ),
    "no_page": (
        (
            "There is no page {page}",
            "the source has {pages} pages",
            "Give a page from 1 to {pages}",
        ),
        (
            "Halaman {page} tidak ada",
            "sumber ini punya {pages} halaman",
            "Sebutkan halaman 1 sampai {pages}",
        ),
    ),
    "bad_region": (
        (
            "{x1}:{y1}:{x2}:{y2} is not a rectangle on page {page}",
            "the page is {width} wide and {height} high, and the first corner is the upper left",
            "Give a rectangle that lies on the page",
        ),
        (
            "{x1}:{y1}:{x2}:{y2} bukan kotak di halaman {page}",
            "halaman itu selebar {width} dan setinggi {height}, dan sudut pertama adalah kiri atas",
            "Sebutkan kotak yang berada di halaman itu",
        ),
    ),
    "bad_rect_form": (
        (
            "“{rect}” is not a rectangle",
            "a rectangle is written PAGE:X1:Y1:X2:Y2, in pixels of a picture or thousandths of a "
            "point of a PDF page",
            "Write for example 1:100:100:400:250",
        ),
        (
            "“{rect}” bukan kotak",
            "kotak ditulis HALAMAN:X1:Y1:X2:Y2, dalam piksel gambar atau seperseribu poin halaman "
            "PDF",
            "Tulis misalnya 1:100:100:400:250",
        ),
    ),
    "other_kind_of_place": (
        (
            "A passage cannot be moved from the text onto a page or back",
            "words and rectangles are different kinds of place",
            "Code the other place as a passage of its own",
        ),
        (
            "Kutipan tidak dapat dipindahkan dari teks ke halaman atau sebaliknya",
            "kata dan kotak adalah jenis tempat yang berbeda",
            "Kodelah tempat yang lain sebagai kutipan tersendiri",
        ),
    ),
    "no_words_to_name": (
        (
            "There are no words to name a code by",
            "a part of a picture is chosen, not text",
            "Press Ctrl+K and type a name for the code",
        ),
        (
            "Tidak ada kata untuk menamai kode",
            "yang dipilih adalah bagian gambar, bukan teks",
            "Tekan Ctrl+K lalu ketik nama kodenya",
        ),
    ),
    "not_coded_there": (
        (
            "This rectangle on page {page} does not carry the code “{code}”",
            "the code was not applied there",
            "List its passages with makna retrieve",
        ),
        (
            "Kotak di halaman {page} ini tidak berkode “{code}”",
            "kode itu tidak dipasang di situ",
            "Lihat kutipannya dengan makna retrieve",
        ),
    ),
}
