"""Reading and searching the manual, on pages of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.services.manual import Manual, marks, read_manual

PAGES = {
    "en/01-bake.md": "<!-- for: oven, bread -->\n# Bake bread\n\n"
    "You need **Flour…** and `yeast`.\n\n## Steps\n\n"
    "1. Mix, see [Wash](02-wash.md).\n\n![Loaf](../pictures/en/loaf.png)\n",
    "id/01-bake.md": "<!-- for: oven, bread -->\n# Memanggang roti\n\nPerlu **Tepung…**.\n",
    "en/02-wash.md": "# Wash up\n\nAfter you bake, and after bread.\n",
    "id/02-wash.md": "# Mencuci piring\n\nSetelah memanggang.\n",
}


@pytest.fixture
def english(tmp_path: Path) -> Manual:
    for name, text in PAGES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_manual(tmp_path, "en")


def test_a_page_knows_what_is_in_it(english: Manual) -> None:
    page = english.pages[0]
    assert (page.name, page.title, page.headings) == ("01-bake", "Bake bread", ("Steps",))
    assert page.views == ("oven", "bread")
    assert page.labels == ("Flour…",)
    assert page.links == ("02-wash.md",)
    assert page.pictures == ("../pictures/en/loaf.png",)
    assert page.paragraphs[0] == "You need Flour… and yeast."


def test_the_comment_for_views_is_not_shown(english: Manual) -> None:
    assert "oven" not in english.pages[0].html()
    assert "<h1>Bake bread</h1>" in english.pages[0].html()


def test_raw_html_in_a_page_stays_text(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "01-x.md").write_text("# X\n\n<img src='http://a.example/b.png'>\n", "utf-8")
    html = read_manual(tmp_path, "en").pages[0].html()
    assert "<img" not in html
    assert "&lt;img" in html


def test_a_view_has_its_page(english: Manual) -> None:
    found = english.for_view("bread")
    assert found is not None
    assert found.name == "01-bake"
    assert english.for_view("garden") is None


def test_a_title_counts_more_than_text(english: Manual) -> None:
    assert [hit.page.name for hit in english.search("bread")] == ["01-bake", "02-wash"]
    assert [hit.page.name for hit in english.search("BAKE")] == ["01-bake", "02-wash"]


def test_every_word_must_be_there_and_may_be_a_beginning(english: Manual) -> None:
    assert [hit.page.name for hit in english.search("brea aft")] == ["02-wash"]
    assert english.search("bread spaceship") == []
    assert english.search("  ") == []


def test_words_of_the_other_language_find_the_page(english: Manual) -> None:
    assert [hit.page.name for hit in english.search("piring")] == ["02-wash"]
    assert [hit.page.name for hit in english.search("memanggang")] == ["01-bake", "02-wash"]


def test_a_hit_shows_where_the_words_stand(english: Manual) -> None:
    hit = english.search("yeast")[0]
    assert hit.snippet == "You need Flour… and yeast."


def test_words_are_marked_where_they_begin() -> None:
    text = "Baking: bake, rebake."
    assert [text[a:b] for a, b in marks(text, ["bak"])] == ["Baking", "bake"]


def test_a_search_breathes_after_each_page(english: Manual) -> None:
    assert list(english.searching("bread")) == [None] * len(english.pages)
    assert list(english.searching("…")) == []


def test_the_contents_are_named_without_reading_the_pages(english: Manual) -> None:
    assert [page.title for page in english.pages] == ["Bake bread", "Wash up"]
    assert not any("_said" in vars(page) for page in english.pages)
