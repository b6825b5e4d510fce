"""What can be wrong with a pseudonym: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "not_searched": (
        (
            "“{name}” was not searched for names",
            "It is nested more deeply than can be followed, so a name in it could be missed",
            "Read through it yourself before you give it away",
        ),
        (
            "Nama tidak dicari di “{name}”",
            "Isinya bersarang terlalu dalam untuk ditelusuri, jadi sebuah nama bisa terlewat",
            "Baca sendiri berkas itu sebelum Anda membagikannya",
        ),
    ),
    "pseudonym_no_name": (
        (
            "“{name}” cannot be replaced",
            "a name has at least one letter or digit",
            "Write the name as it stands in the text",
        ),
        (
            "“{name}” tidak dapat disamarkan",
            "nama sedikitnya memuat satu huruf atau angka",
            "Tulis nama itu seperti dalam teks",
        ),
    ),
    "pseudonym_no_substitute": (
        (
            "“{name}” has no substitute",
            "something has to stand in its place",
            "Write what is to be printed instead, e.g. Informant 1",
        ),
        (
            "“{name}” belum punya samaran",
            "harus ada yang menggantikannya",
            "Tulis apa yang dicetak sebagai gantinya, mis. Informan 1",
        ),
    ),
    "pseudonym_exists": (
        (
            "“{name}” is in the list already",
            "it is replaced by “{substitute}”",
            "Change that entry",
        ),
        (
            "“{name}” sudah ada dalam daftar",
            "nama itu diganti “{substitute}”",
            "Ubah entri tersebut",
        ),
    ),
    "pseudonym_is_name": (
        (
            "“{substitute}” cannot stand for “{name}”",
            "it holds “{found}”, a name that the list replaces",
            "Choose a substitute that is nobody’s name in the list",
        ),
        (
            "“{substitute}” tidak dapat menggantikan “{name}”",
            "samaran itu memuat “{found}”, nama yang juga disamarkan",
            "Pilih samaran yang bukan nama dalam daftar",
        ),
    ),
    "pseudonym_unknown": (
        (
            "“{name}” is not in the list",
            "no pseudonym was given to it",
            "makna pseudonyms PROJECT shows the list",
        ),
        (
            "“{name}” tidak ada dalam daftar",
            "nama itu belum diberi samaran",
            "makna pseudonyms PROYEK menampilkan daftarnya",
        ),
    ),
    "pseudonym_bad_kind": (
        (
            "“{kind}” is no kind of name",
            "the kinds are {kinds}",
            "Choose one of them",
        ),
        (
            "“{kind}” bukan jenis nama",
            "jenisnya adalah {kinds}",
            "Pilih salah satunya",
        ),
    ),
}
