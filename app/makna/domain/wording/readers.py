"""What readers warn about and why they skip a file: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "txt_encoding_guessed": (
        "The file does not say its encoding; it was read as {encoding}. "
        "If letters look wrong, import it again with another encoding.",
        "Berkas ini tidak menyebut penyandian hurufnya; berkas dibaca sebagai {encoding}. "
        "Bila ada huruf yang keliru, impor lagi dengan penyandian lain.",
    ),
    "txt_nul_replaced": (
        "{count} zero bytes stand as �.",
        "{count} bita nol diganti dengan �.",
    ),
    "txt_bytes_lost": (
        "{count} places could not be decoded and stand as �.",
        "{count} tempat tidak dapat dibaca dan diganti dengan �.",
    ),
    "docx_hidden_text": (
        "{count} characters of hidden text were left out.",
        "{count} karakter teks tersembunyi tidak disertakan.",
    ),
    "docx_charts": (
        "{count} charts were left out.",
        "{count} diagram grafik tidak disertakan.",
    ),
    "docx_diagrams": (
        "{count} SmartArt diagrams were left out.",
        "{count} diagram SmartArt tidak disertakan.",
    ),
    "docx_objects": (
        "{count} embedded objects were left out; their preview is kept where there is one.",
        "{count} objek tersemat tidak disertakan; pratinjaunya disimpan bila ada.",
    ),
    "docx_inserted_files": (
        "{count} other files inserted into the document were left out.",
        "{count} berkas lain yang disisipkan ke dalam dokumen tidak disertakan.",
    ),
    "docx_pictures_left_out": (
        "{count} pictures could not be kept: linked, missing, damaged or too large.",
        "{count} gambar tidak dapat disimpan: ditautkan dari luar, hilang, rusak, atau "
        "terlalu besar.",
    ),
    "docx_symbols": (
        "{count} symbols have no Unicode character and stand as � (font: {fonts}).",
        "{count} simbol tidak punya padanan Unicode dan diganti dengan � (fon: {fonts}).",
    ),
    "docx_comments_adrift": (
        "{count} comments have no place in the text and were left out.",
        "{count} komentar tidak punya tempat di dalam teks dan tidak disertakan.",
    ),
    "docx_part_damaged": (
        "The part {part} of the file is damaged and was left out.",
        "Bagian {part} dari berkas ini rusak dan tidak disertakan.",
    ),
    "html_pictures_left_out": (
        "{count} pictures of the page are not in the file and were left out.",
        "{count} gambar halaman ini tidak ada di dalam berkas dan tidak disertakan.",
    ),
}
