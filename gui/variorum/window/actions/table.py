"""Every action of the window, as a table; `menus` holds lists of their names."""

from collections.abc import Mapping

from variorum.app.settings import Appearance
from variorum.collation.values import VariantClass
from variorum.window.action_row import ActionId, ActionRow, Need, always, writable
from variorum.window.actions.all_notes import ALL_NOTES
from variorum.window.actions.codebook import CODING
from variorum.window.actions.colleagues import COLLEAGUES
from variorum.window.actions.concordance import LINING
from variorum.window.actions.deciding import DECIDING
from variorum.window.actions.map import MAPPING
from variorum.window.actions.marks import CARRYING, GOING, MARKING, RECORDING
from variorum.window.actions.panes import COPY_CITED, PANES, PRINT, USUAL_TEXT
from variorum.window.actions.row import Deed, Row
from variorum.window.actions.stories import LISTING
from variorum.window.actions.suggested import SUGGESTING
from variorum.window.actions.tools import FINDING, KEEPING, NOTING, SETTING, UNDOING
from variorum.window.actions.travelling import TRAVELLING
from variorum.window.actions.watched import WATCHING
from variorum.window.hands import Hands
from variorum.window.marking import QT_TRANSLATE_NOOP


def _shows_class(kind: VariantClass) -> Deed:
    return lambda hands: hands.differing.toggle_class(kind)


def _close(hands: Hands) -> None:
    hands.body.window.close()


def _appears(appearance: Appearance) -> Deed:
    return lambda hands: hands.looks.set_appearance(appearance)


_FILE: tuple[Row, ...] = (
    ActionRow(
        ActionId.IMPORT_FILES,
        QT_TRANSLATE_NOOP("actions", "Import files…"),
        ("Ctrl+O",),
        lambda hands: hands.importing.import_files(),
        writable,
    ),
    ActionRow(
        ActionId.IMPORT_FOLDER,
        QT_TRANSLATE_NOOP("actions", "Import a folder…"),
        ("Ctrl+Shift+O",),
        lambda hands: hands.importing.import_folder(),
        writable,
    ),
    ActionRow(
        ActionId.PASTE_STORY,
        QT_TRANSLATE_NOOP("actions", "Paste a story"),
        ("Ctrl+Shift+V",),
        lambda hands: hands.importing.paste(),
        writable,
    ),
    UNDOING,
    ActionRow(
        ActionId.NEW_LIBRARY,
        QT_TRANSLATE_NOOP("actions", "New library…"),
        ("Ctrl+Shift+N",),
        lambda hands: hands.libraries.new(),
        always,
    ),
    ActionRow(
        ActionId.OPEN_LIBRARY,
        QT_TRANSLATE_NOOP("actions", "Open a library…"),
        ("Ctrl+Shift+L",),
        lambda hands: hands.libraries.open(),
        always,
    ),
    ActionRow(
        ActionId.OPEN_SAMPLES,
        QT_TRANSLATE_NOOP("actions", "Open the sample stories"),
        (),
        lambda hands: hands.libraries.samples_wanted.emit(),
        always,
    ),
    ActionRow(
        ActionId.CLEAR_RECENT,
        QT_TRANSLATE_NOOP("actions", "Clear the list"),
        (),
        lambda hands: hands.libraries.clear_recent(),
        always,
    ),
    ActionRow(
        ActionId.KEEP_RECENT,
        QT_TRANSLATE_NOOP("actions", "Keep this list"),
        (),
        lambda hands: hands.libraries.keep_recent(),
        always,
        checks=True,
    ),
    ActionRow(
        ActionId.SAVE_COPY,
        QT_TRANSLATE_NOOP("actions", "Save a copy of the library…"),
        ("Ctrl+Shift+S",),
        lambda hands: hands.libraries.save_copy(),
        always,
    ),
    ActionRow(
        ActionId.BACK_UP,
        QT_TRANSLATE_NOOP("actions", "Back up now"),
        (),
        lambda hands: hands.libraries.back_up(),
        writable,
    ),
    ActionRow(
        ActionId.RESTORE_BACKUP,
        QT_TRANSLATE_NOOP("actions", "Restore from a backup…"),
        (),
        lambda hands: hands.libraries.choose_backup(),
        writable,
    ),
    ActionRow(
        ActionId.CHECK_LIBRARY,
        QT_TRANSLATE_NOOP("actions", "Check the library"),
        (),
        lambda hands: hands.libraries.check(),
        always,
    ),
    ActionRow(
        ActionId.EXPORT_COMPARISON,
        QT_TRANSLATE_NOOP("actions", "Export the comparison…"),
        ("Ctrl+P",),
        lambda hands: hands.exporting.export_comparison(),
        lambda s: s.panes > 0,
        needs=Need.STORY,
    ),
    PRINT,
    *TRAVELLING,
    *RECORDING,
    ActionRow(
        ActionId.QUIT,
        QT_TRANSLATE_NOOP("actions", "Quit"),
        ("Ctrl+Q",),
        _close,
        always,
    ),
)


_EDIT: tuple[Row, ...] = (
    ActionRow(
        ActionId.UNDO,
        QT_TRANSLATE_NOOP("actions", "Undo"),
        ("Ctrl+Z",),
        lambda hands: hands.reverting.undo(),
        lambda s: bool(s.undo),
    ),
    ActionRow(
        ActionId.REDO,
        QT_TRANSLATE_NOOP("actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda hands: hands.reverting.redo(),
        lambda s: bool(s.redo),
    ),
    ActionRow(
        ActionId.FILTER,
        QT_TRANSLATE_NOOP("actions", "Filter the stories"),
        ("Ctrl+L",),
        lambda hands: hands.turning.focus_filter(),
        always,
        needs=Need.LIST,
    ),
)


_CLASSES = (
    (
        ActionId.SHOW_TYPOGRAPHY,
        QT_TRANSLATE_NOOP("actions", "Show typography"),
        VariantClass.TYPOGRAPHY,
    ),
    (
        ActionId.SHOW_SPELLING,
        QT_TRANSLATE_NOOP("actions", "Show spelling"),
        VariantClass.SPELLING,
    ),
    (ActionId.SHOW_STYLE, QT_TRANSLATE_NOOP("actions", "Show style"), VariantClass.STYLE),
    (ActionId.SHOW_WORDING, QT_TRANSLATE_NOOP("actions", "Show wording"), VariantClass.WORDING),
    (
        ActionId.SHOW_SUBSTANCE,
        QT_TRANSLATE_NOOP("actions", "Show substance"),
        VariantClass.SUBSTANCE,
    ),
)
_APPEARANCES = (
    (ActionId.FOLLOW_SYSTEM, QT_TRANSLATE_NOOP("actions", "As the system"), Appearance.SYSTEM),
    (ActionId.LIGHT, QT_TRANSLATE_NOOP("actions", "Light"), Appearance.LIGHT),
    (ActionId.DARK, QT_TRANSLATE_NOOP("actions", "Dark"), Appearance.DARK),
)
_VIEW: tuple[Row, ...] = (
    ActionRow(
        ActionId.HIDE_QUIET,
        QT_TRANSLATE_NOOP("actions", "Hide the quiet classes"),
        ("S",),
        lambda hands: hands.differing.toggle_quiet(),
        always,
        checks=True,
        needs=Need.TEXTS,
    ),
    *(
        ActionRow(
            row_id,
            text,
            (f"Alt+{number}",),
            _shows_class(kind),
            always,
            checks=True,
            needs=Need.TEXTS,
        )
        for number, (row_id, text, kind) in enumerate(_CLASSES, start=1)
    ),
    ActionRow(
        ActionId.NEXT_DIFFERENCE,
        QT_TRANSLATE_NOOP("actions", "Next difference"),
        ("F8",),
        lambda hands: hands.differing.next(),
        lambda s: s.comparing,
        leads=True,
    ),
    ActionRow(
        ActionId.PREVIOUS_DIFFERENCE,
        QT_TRANSLATE_NOOP("actions", "Previous difference"),
        ("Shift+F8",),
        lambda hands: hands.differing.previous(),
        lambda s: s.comparing,
        leads=True,
    ),
    ActionRow(
        ActionId.LIST_DIFFERENCES,
        QT_TRANSLATE_NOOP("actions", "All differences"),
        ("Ctrl+F8",),
        lambda hands: hands.differences.toggle(),
        lambda s: s.comparing,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.LARGER_TEXT,
        QT_TRANSLATE_NOOP("actions", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        lambda hands: hands.looks.change_text_size(1),
        always,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.SMALLER_TEXT,
        QT_TRANSLATE_NOOP("actions", "Smaller text"),
        ("Ctrl+-",),
        lambda hands: hands.looks.change_text_size(-1),
        always,
        needs=Need.TEXTS,
    ),
    USUAL_TEXT,
    ActionRow(
        ActionId.NEXT_PART,
        QT_TRANSLATE_NOOP("actions", "Next part of the window"),
        ("F6",),
        lambda hands: hands.body.frame.take_focus(1),
        always,
    ),
    ActionRow(
        ActionId.PREVIOUS_PART,
        QT_TRANSLATE_NOOP("actions", "Previous part of the window"),
        ("Shift+F6",),
        lambda hands: hands.body.frame.take_focus(-1),
        always,
    ),
    *(
        ActionRow(row_id, text, (), _appears(appearance), always, checks=True)
        for row_id, text, appearance in _APPEARANCES
    ),
    ActionRow(
        ActionId.HIGH_CONTRAST,
        QT_TRANSLATE_NOOP("actions", "High contrast"),
        (),
        lambda hands: hands.looks.toggle_contrast(),
        always,
        checks=True,
    ),
)


_STORY: tuple[Row, ...] = (
    ActionRow(
        ActionId.NEXT_STORY,
        QT_TRANSLATE_NOOP("actions", "Next story"),
        ("]",),
        lambda hands: hands.turning.step(1),
        lambda s: s.listed > 1,
    ),
    ActionRow(
        ActionId.PREVIOUS_STORY,
        QT_TRANSLATE_NOOP("actions", "Previous story"),
        ("[",),
        lambda hands: hands.turning.step(-1),
        lambda s: s.listed > 1,
    ),
    ActionRow(
        ActionId.JOIN,
        QT_TRANSLATE_NOOP("actions", "Join the selected stories"),
        ("Ctrl+J",),
        lambda hands: hands.stories_deeds.join(),
        lambda s: s.writable and not s.in_bin and s.chosen_stories > 1,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.PART,
        QT_TRANSLATE_NOOP("actions", "Part this version from the story"),
        (),
        lambda hands: hands.stories_deeds.part(),
        lambda s: s.writable and not s.in_bin and s.has_version and s.versions > 1,
        needs=Need.IN_HAND,
    ),
    ActionRow(
        ActionId.CHOOSE_BASE,
        QT_TRANSLATE_NOOP("actions", "Make this version the base"),
        (),
        lambda hands: hands.stories_deeds.choose_base(),
        lambda s: s.writable and s.has_version and s.versions > 1 and not s.is_base,
        needs=Need.IN_HAND,
    ),
    ActionRow(
        ActionId.DETAILS,
        QT_TRANSLATE_NOOP("actions", "Source, date and headline…"),
        ("Ctrl+Shift+I",),
        lambda hands: hands.stories_deeds.edit_details(),
        lambda s: s.writable and s.versions > 0,
        needs=Need.IN_HAND,
    ),
    *KEEPING,
    *MAPPING,
    *SUGGESTING,
    *WATCHING,
    *GOING,
)


_TEXT: tuple[Row, ...] = (
    # Panes, fields and lists have keys of their own for both.
    ActionRow(
        ActionId.COPY,
        QT_TRANSLATE_NOOP("actions", "Copy"),
        (),
        lambda hands: hands.body.frame.desk.copy(),
        lambda s: s.selection,
        needs=Need.TEXTS,
    ),
    COPY_CITED,
    ActionRow(
        ActionId.SELECT_ALL,
        QT_TRANSLATE_NOOP("actions", "Select all of the text"),
        (),
        lambda hands: hands.body.frame.desk.select_all(),
        lambda s: s.versions > 0,
        needs=Need.TEXTS,
    ),
)

_ANNOTATE: tuple[Row, ...] = (
    ActionRow(
        ActionId.HIGHLIGHT,
        QT_TRANSLATE_NOOP("actions", "Highlight"),
        ("H",),
        lambda hands: hands.annotating.highlight(),
        lambda s: s.writable and s.words,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.NOTE,
        QT_TRANSLATE_NOOP("actions", "Write a note"),
        ("N",),
        lambda hands: hands.noting.note(),
        lambda s: s.writable and (s.words or s.mark or s.decidable.variant),
        needs=Need.TEXTS | Need.SIDE,
    ),
    *MARKING,
    *NOTING,
    *ALL_NOTES,
    ActionRow(
        ActionId.REMOVE_MARK,
        QT_TRANSLATE_NOOP("actions", "Remove the highlight"),
        ("Del",),
        lambda hands: hands.annotating.remove(),
        lambda s: s.writable and s.mark,
        needs=Need.TEXTS,
    ),
    *CARRYING,
    ActionRow(
        ActionId.ANNOTATOR,
        QT_TRANSLATE_NOOP("actions", "Annotator’s name…"),
        (),
        lambda hands: hands.annotating.name_annotator(),
        writable,
    ),
    *COLLEAGUES,
)


_HELP: tuple[Row, ...] = (
    ActionRow(
        ActionId.MANUAL,
        QT_TRANSLATE_NOOP("actions", "Manual"),
        ("F1",),
        lambda hands: hands.manual.open_here(),
        always,
    ),
    ActionRow(
        ActionId.KEYS,
        QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
        ("Ctrl+F1",),
        lambda hands: hands.showing.show_keys(),
        always,
    ),
    ActionRow(
        ActionId.ABOUT,
        QT_TRANSLATE_NOOP("actions", "About Variorum"),
        (),
        lambda hands: hands.showing.show_about(),
        always,
    ),
)


ACTIONS: Mapping[ActionId, Row] = {
    row.id: row
    for table in (
        _FILE,
        _EDIT,
        _TEXT,
        FINDING,
        LINING,
        _VIEW,
        PANES,
        _STORY,
        LISTING,
        DECIDING,
        _ANNOTATE,
        CODING,
        SETTING,
        _HELP,
    )
    for row in table
}
"""Every action, by its name."""
