"""What belongs to the user: kept whole, read leniently."""

from __future__ import annotations

import locale
from pathlib import Path

import pytest

from makna.services.settings import (
    RECENT,
    Settings,
    interface_language,
    load_settings,
    save_settings,
)

FULL = Settings("guid", "Sari “Wulan” 😀", "id", "dark", 12, "/cadangan", ("/a.makna", "/b.makna"))


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    save_settings(tmp_path, FULL)
    assert load_settings(tmp_path) == FULL
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'"kata"'])
def test_what_is_unreadable_counts_as_not_set(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings()


def test_what_is_unknown_or_of_another_type_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(
        '{"theme": "dark", "language": 7, "interface_font_pt": "12", "baru": 1, "recent": ["/a"]}'
    )
    assert load_settings(tmp_path) == Settings(theme="dark", recent=("/a",))


def test_a_folder_that_cannot_be_written_stops_no_work(tmp_path: Path) -> None:
    save_settings(tmp_path / "tidak ada", FULL)
    assert load_settings(tmp_path / "tidak ada") == Settings()


def test_the_latest_projects_come_first_and_each_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(RECENT + 3), 5):
        settings = settings.opened(tmp_path / f"{number}.makna")
    assert len(settings.recent) == RECENT
    assert [Path(path).stem for path in settings.recent[:3]] == ["5", "12", "11"]


@pytest.mark.parametrize(
    ("chosen", "variable", "spoken"),
    [
        ("en", "id_ID.UTF-8", "en"),
        ("id", "en_US.UTF-8", "id"),
        ("", "id_ID.UTF-8", "id"),
        ("", "de_DE.UTF-8", "en"),
        ("fr", "id_ID", "id"),
    ],
)
def test_the_interface_speaks_the_chosen_language_else_the_systems(
    monkeypatch: pytest.MonkeyPatch, chosen: str, variable: str, spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", variable)
    assert interface_language(Settings(language=chosen)) == spoken


@pytest.mark.parametrize(
    ("system", "spoken"), [("Indonesian_Indonesia", "id"), (None, "en"), ("C", "en")]
)
def test_without_variables_the_locale_decides(
    monkeypatch: pytest.MonkeyPatch, system: str | None, spoken: str
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (system, None))
    assert interface_language(Settings()) == spoken


@pytest.mark.parametrize(
    "written",
    [
        "[" * 200_000,
        '{"recent": ' + "[" * 100_000,
        '{"coder_name": "\\ud800x"}',
        '{"backup_folder": "\\u0000"}',
        '{"recent": ["\\u0000", null, 12, {"a": 1}, "' + "a" * 5_000 + '"]}',
        '{"coder_guid": ["x"], "theme": 3, "interface_font_pt": "9"}',
    ],
)
def test_settings_that_somebody_spoilt_count_as_not_set(tmp_path: Path, written: str) -> None:
    (tmp_path / "settings.json").write_text(written, "utf-8")
    found = load_settings(tmp_path)
    assert found == Settings()
    save_settings(tmp_path, found.opened(tmp_path / "x.makna"))
    assert load_settings(tmp_path) == found.opened(tmp_path / "x.makna")
