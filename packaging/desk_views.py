"""More views of the desk: its rarer states, and what it looks like when much lies on it."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest

from makna.domain.identity import Identity, new_guid
from makna.domain.model import CodeId, SourceId
from makna.domain.regions import Region
from makna.services import coding, importing, projects
from makna.services.translating import translate_passage
from makna.ui.desk.inspector.inspector import Scope
from makna.ui.desk.source_model import Grouping
from more_views import _file
from stage import Stage
from views import picking, view

LONG_NAMES = (
    "Wawancara mendalam dengan Kepala Bidang Pengelolaan Informasi dan Komunikasi Publik",
    "Catatan lapangan, rapat koordinasi lintas dinas, 14 Maret 2025, ruang rapat lantai dua",
    "Notulen",
)


def _crowd(stage: Stage) -> SourceId:
    """A text on whose first paragraphs lie more codes than have room, and 1,200 codings in all."""
    stage.open_demo()
    desk = stage.desk
    project = desk.session.project
    said = "Kami menjawab setiap keluhan warga, tetapi lampu di gang itu baru menyala bulan depan. "
    lines = [f"I9: {said * (1 + number % 4)}" for number in range(320)]
    for name in LONG_NAMES:
        path = _file(f"{name}.txt", "P: Bagaimana ceritanya?\n" + "\n".join(lines))
        importing.import_files(project, [path], announce=desk.session.announce)
    source = next(s for s in project.sources.all() if s.name == LONG_NAMES[0])
    codes = [code.id for code in project.codes.tree().ordered if code.codable]
    text = project.texts.text(source.id)

    first = text.index("Kami")
    for number in range(1100):
        start = first + number * 60 if number > 14 else first
        end = start + 40 + 13 * (number % 5)
        done = coding.apply_code(project, source.id, start, end, codes[number % len(codes)])
    desk.session.announce(done.changes)
    desk.pages.open_source(source.id)
    return source.id


def _second_coder(stage: Stage) -> None:
    """Somebody else gives the chosen passage the same code."""
    stage.choose_passage()
    passage, project = stage.passage(), stage.desk.session.project
    projects.work_as(project, Identity(new_guid(), "Bayu Segara"))
    again = [each.code for each in passage.codings][:1]
    stage.desk.session.perform(
        lambda: coding.apply_codes(project, passage.source, passage.start, passage.end, again)
    )


def _group_by(stage: Stage, grouping: str) -> None:
    stage.open_source()
    stage.desk.show_passages(stage.code().id)
    stage.desk.results._set_grouping(grouping)


# Left


@view
def sources_by_case(stage: Stage) -> None:
    stage.open_source()
    stage.desk.sources.set_grouping(Grouping.CASE)


@view
def filters(stage: Stage) -> None:
    """One finds some, the other nothing."""
    stage.open_source()
    stage.desk.sources.filter.setText("zzzz")
    stage.desk.codes.filter.setText("citra" if stage.language == "id" else "image")


@view
def source_menu(stage: Stage) -> None:
    stage.open_source()
    tree = stage.desk.sources.tree
    box = tree.visualRect(tree.currentIndex())
    at = tree.viewport().mapToGlobal(box.center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), at)
    stage.app.postEvent(tree.viewport(), event)


@view
def code_colors(stage: Stage) -> None:
    """The menu of colours below that of a code."""
    stage.open_source()
    stage.desk.place.change(code=stage.code().id)
    stage.desk.inspector.look_at(Scope.CODE)
    stage.desk.inspector.code.color_button.click()


@view
def new_code(stage: Stage) -> None:
    """The name is asked for where the code will stand."""
    stage.open_source()
    stage.command("new_code")


@view
def several_codes(stage: Stage) -> None:
    """Three codes are chosen, and what can be done with them."""
    stage.open_source()
    project, tree = stage.desk.session.project, stage.desk.codes.tree
    tree.choose([code.id for code in project.codes.tree().ordered if code.codable][:3])
    box = tree.visualRect(tree.currentIndex())
    at = tree.viewport().mapToGlobal(box.center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), at)
    stage.app.postEvent(tree.viewport(), event)


# Middle


@view
def crowded(stage: Stage) -> None:
    """Many codes on one place, long names, many tabs."""
    source = _crowd(stage)
    for each in stage.desk.session.project.sources.all():
        stage.desk.pages.open_source(each.id)
    stage.desk.pages.open_source(source)


@view
def crowded_passage(stage: Stage) -> None:
    source = _crowd(stage)
    found = stage.desk.session.project.passages.of_source(source)
    most = max(found, key=lambda passage: len(passage.codings))
    stage.desk.place.change(source=source, passage=most.id)


@view
def crowded_results(stage: Stage) -> None:
    _crowd(stage)
    stage.desk.show_passages(stage.code().id)


@view
def two_coders(stage: Stage) -> None:
    _second_coder(stage)


@view
def interviewer_hidden(stage: Stage) -> None:
    stage.choose_passage()
    stage.command("questions_folded")


@view
def focus_code(stage: Stage) -> None:
    """Faded: what the chosen code does not cover."""
    stage.choose_passage()
    stage.desk.place.change(code=stage.passage().codings[0].code)
    stage.command("focus_code")


@view
def selected_words(stage: Stage) -> None:
    """Words that are no passage yet."""
    stage.open_source()
    page = stage.desk.pages.source_page
    assert page is not None
    text = stage.desk.session.project.texts.text(stage.source().id)
    start = text.index(" ", 1200) + 1
    page.page.set_selection(start, text.index(" ", start + 60))


@view
def zoomed(stage: Stage) -> None:
    """The text at one and a half times its size."""
    stage.choose_passage()
    stage.desk.pages.set_zoom(1.5)


@view
def narrow(stage: Stage) -> None:
    """The text with little room: both panes wide, and the results open."""
    stage.choose_passage()
    stage.desk.sides.setSizes([430, stage.size[0] - 900, 400])
    stage.desk.show_passages(stage.code().id)


@view
def panes_folded(stage: Stage) -> None:
    stage.choose_passage()
    stage.command("left_pane")
    stage.command("right_pane")


@view
def picker_new(stage: Stage) -> None:
    """Ctrl+K, and no code of that name yet."""
    picking(stage, "jembat", "bridg")


@view
def palette_typed(stage: Stage) -> None:
    stage.open_source()
    stage.command("palette")
    assert stage.window.verbs is not None
    field = stage.window.verbs.text.palette.field
    QTest.keyClicks(field, "kode" if stage.language == "id" else "code")


# Right


@view
def passage_memo(stage: Stage) -> None:
    """A memo and a translation."""
    stage.choose_passage()
    passage, project = stage.passage(), stage.desk.session.project
    where = passage.source, passage.start, passage.end
    memo = "Janji 24 jam. Bandingkan dengan evaluasi triwulan dan cerita Ketua RW."
    said = "We are a bridge, not a funnel. A funnel has one direction."
    stage.desk.session.perform(lambda: coding.write_passage_memo(project, *where, memo))
    stage.desk.session.perform(lambda: translate_passage(project, *where, text=said, language="en"))


@view
def code_group(stage: Stage) -> None:
    """A category: it only groups codes."""
    stage.open_source()
    tree = stage.desk.session.project.codes.tree()
    group = next(code for code in tree.ordered if not code.codable)
    stage.desk.place.change(code=group.id)
    stage.desk.inspector.look_at(Scope.CODE)


@view
def speaker_menu(stage: Stage) -> None:
    """Whose words a speaker's are."""
    stage.open_source()
    stage.desk.inspector.look_at(Scope.SOURCE)
    stage.settle()
    list(stage.desk.inspector.source.speakers.buttons.values())[-1].click()


# Below


@view
def results_by_code(stage: Stage) -> None:
    _group_by(stage, "code")


@view
def results_chosen(stage: Stage) -> None:
    """Several are chosen, with more of each, and a code is asked for."""
    stage.open_source()
    stage.desk.show_passages(stage.code().id)
    stage.settle()
    stage.desk.results._set_level(2)
    stage.settle()
    stage.desk.results.list.selectAll()


@view
def results_split(stage: Stage) -> None:
    """A name for the code that is split off."""
    results_chosen(stage)
    stage.settle()
    stage.desk.results.bar.split_button.click()


@view
def results_best(stage: Stage) -> None:
    """Hits, the best first, and what can be coded of them."""
    stage.open_source()
    stage.desk.search("warga" if stage.language == "id" else "residents")
    stage.settle()
    stage.desk.results._set_grouping("rank")
    stage.settle()
    stage.desk.results.bar.code_hits_button.click()


@view
def notice_warning(stage: Stage) -> None:
    """Something that has to be answered."""
    stage.open_source()
    stage.desk.notices.show_notice(
        "Folder ini disinkronkan." if stage.language == "id" else "This folder is synchronised.",
        "warning",
        [stage.desk.undo_action()],
    )


@view
def picture_crowded(stage: Stage) -> None:
    """A picture with rectangles in and over each other."""
    from more_views import picture

    picture(stage)
    source = stage.desk.place.now.source
    project = stage.desk.session.project
    assert source is not None
    codes = [code.id for code in project.codes.tree().ordered if code.codable]
    boxes = [(220, 140, 400, 300), (380, 160, 700, 380), (60, 40, 180, 110), (520, 60, 700, 420)]
    for number, box in enumerate(boxes):
        region, code = Region(1, *box), CodeId(codes[number * 3])
        stage.desk.session.perform(
            lambda r=region, c=code: coding.apply_code(project, source, 0, 0, c, region=r)
        )


def _tour(step: int) -> None:
    def show(stage: Stage) -> None:
        stage.open_demo()
        stage.command("tour")
        assert stage.window.verbs is not None
        for _ in range(step - 1):
            stage.window.verbs.tour.callout.next.click()
            stage.settle()

    show.__name__ = f"tour_{step}"
    view(show)


for _step in (2, 3, 5):
    _tour(_step)
