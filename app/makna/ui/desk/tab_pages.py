"""What the tabs of the desk show: a source or a memo, made and tied to `Pages` when looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from makna.domain.model import MemoId, SourceId
from makna.ui.desk.place import Place
from makna.ui.session import Session

if TYPE_CHECKING:
    # Imported when the first text or memo is opened.
    from makna.ui.desk.memo_page import MemoPage
    from makna.ui.desk.pages import Pages
    from makna.ui.desk.source_page import SourcePage


def make_memo_page(pages: Pages, session: Session, place: Place, memo: MemoId) -> MemoPage:
    from makna.ui.desk.memo_page import MemoPage

    made = MemoPage(session, place, memo, pages.shelf)
    made.title_changed.connect(lambda key, title: pages.rename("memo", key, title))
    made.memo_wanted.connect(lambda key: pages.open_memo(MemoId(key)))
    made.case_wanted.connect(pages.case_wanted)
    made.link_wanted.connect(pages.link_wanted)
    made.gone.connect(lambda key: pages.close_page("memo", key))
    return made


def make_source_page(pages: Pages, session: Session, place: Place, source: SourceId) -> SourcePage:
    from makna.ui.desk.source_page import SourcePage

    made = SourcePage(session, place, source, pages.shelf, zoom=pages.zoom, reading=pages.reading)
    made.set_hits(pages.hits.get(source, ()))
    made.menu_wanted.connect(pages.menu_wanted)
    made.link_wanted.connect(pages.link_wanted)
    made.collapsed.connect(pages.collapsed)
    made.page.verticalScrollBar().valueChanged.connect(lambda _top: pages.moved.emit())
    made.correcting_left.connect(pages.correcting_left)
    made.zoomed.connect(pages.set_zoom)
    made.gone.connect(lambda key: pages.close_page("source", key))
    return made


def tell_place(place: Place, shown: SourcePage | None) -> None:
    """Where one is now: what is selected in the source in front; without one, behind a page."""
    place.change(behind=shown is None)
    if shown is None:
        return
    page = shown.page
    start, end = page.selection() or (page.caret(), page.caret())
    chosen = place.now.passage if place.now.source == shown.source else None
    if (drawn := shown.drawn()) is not None and shown.look is not None:
        start = end = shown.look.anchor_of(drawn)
    place.change(source=shown.source, start=start, end=end, passage=chosen, region=drawn)
