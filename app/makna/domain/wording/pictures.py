"""Pictures, PDF pages and rectangles on them: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "picture_location_dropped": (
        "Where the picture was taken was left out; everything else is kept. "
        "To keep it, import the picture again with its location.",
        "Lokasi pengambilan gambar tidak disertakan; selebihnya tetap. "
        "Untuk menyimpannya, impor lagi gambar ini beserta lokasinya.",
    ),
    "pdf_without_text": (
        "This PDF holds no text, only pictures of pages: there is nothing to search, but pages can "
        "be seen and rectangles on them coded.",
        "PDF ini tidak berisi teks, hanya gambar halaman: tidak ada yang dapat dicari, tetapi "
        "halaman dapat dilihat dan bagian-bagiannya dapat dikode.",
    ),
    "pdf_some_without_text": (
        "{count} pages hold no text, only pictures: they can be seen and coded as pages, "
        "not searched.",
        "{count} halaman hanya berisi gambar tanpa teks: dapat dilihat dan dikode sebagai "
        "halaman, tetapi tidak dapat dicari.",
    ),
    "check.no_rectangle": (
        "A rectangle that is none: {what}",
        "Kotak kutipan tidak sah: {what}",
    ),
    "check.outside_page": (
        "A rectangle outside its page: {what}",
        "Kotak kutipan di luar halamannya: {what}",
    ),
    "rectangle_picture": ("Picture", "Gambar"),
    "rectangle_on_page": ("Picture, p. {page}", "Gambar, hlm. {page}"),
    "picture_alt": (
        "Part of the picture “{source}”",
        "Bagian dari gambar “{source}”",
    ),
    "picture_alt_page": (
        "Part of page {page} of “{source}”",
        "Bagian dari halaman {page} “{source}”",
    ),
    "picture_alt_codes": ("coded as {codes}", "dengan kode {codes}"),
    "picture_not_shown": (
        "[The picture could not be cut out of the original.]",
        "[Gambar tidak dapat diambil dari berkas aslinya.]",
    ),
    "said_applied_rect": (
        "Coded page {page}, {rect}, with “{code}”.",
        "Halaman {page}, {rect}, diberi kode “{code}”.",
    ),
    "said_uncoded_rect": (
        "Took “{code}” off page {page}, {rect}.",
        "Kode “{code}” dilepas dari halaman {page}, {rect}.",
    ),
    "column_page": ("Page", "Halaman"),
    "column_rectangle": ("Rectangle", "Kotak"),
}
