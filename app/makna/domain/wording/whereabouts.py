"""What is said about a folder of a cloud service or on the network: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "folder.cloud": (
        "“{name}” lies in a folder that {service} keeps in step. That works as long as one computer"
        " at a time has it open: close it here and let {service} finish before you open it"
        " elsewhere.",
        "“{name}” berada di folder yang disinkronkan {service}. Itu aman selama hanya satu komputer"
        " yang membukanya: tutup di sini dan tunggu {service} selesai sebelum membukanya di tempat"
        " lain.",
    ),
    "folder.network": (
        "“{name}” lies on a network drive ({service}). A broken connection can damage it: work on a"
        " copy on this computer, and put a copy onto the network drive when you are done.",
        "“{name}” berada di drive jaringan ({service}). Sambungan yang terputus bisa merusaknya:"
        " bekerjalah dengan salinan di komputer ini, lalu simpan salinannya ke drive jaringan bila"
        " sudah selesai.",
    ),
}
