"""The window's style sheet, filled with a theme's colours."""

from string import Template

from variorum.assets import resources
from variorum.window.theme import Theme

_SHEET = Template("""
QMainWindow, QMenuBar, QStatusBar, QToolBar { background: $window; }
QMenuBar { padding: 2px 8px; border: none; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $pane; border: 1px solid $strong_border; padding: 4px 0; }
QMenu::item { padding: 5px 26px 5px 10px; }
QMenu::indicator { left: 8px; width: 14px; height: 14px; }
QMenu::icon { left: 8px; }
QMenu::item:selected { background: $accent_ground; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QToolTip { background: $tip; color: $on_tip; border: none; padding: 4px 6px; }
QSplitter::handle { background: $border; }
QStatusBar { border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 4px; }

#tool_row { background: $window; border-bottom: 1px solid $border; }
QPushButton, QComboBox {
    background: $pane; color: $text; border: 1px solid $strong_border; border-radius: 5px;
    padding: 4px 10px;
}
QPushButton:hover, QComboBox:hover { background: $raised; }
QPushButton:pressed, QPushButton:checked { background: $accent_ground; border-color: $accent; }
QPushButton:focus, QComboBox:focus { border: 2px solid $accent; padding: 3px 9px; }
QPushButton:disabled { color: $muted; border-color: $border; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$drawings/down.svg"); width: 10px; height: 10px; }
QSpinBox {
    background: $pane; color: $text; border: 1px solid $strong_border; border-radius: 5px;
    padding: 4px 6px;
}
QSpinBox:focus { border: 2px solid $accent; padding: 3px 5px; }
QSpinBox::up-button, QSpinBox::down-button { background: transparent; border: none; width: 20px; }
QSpinBox::up-arrow { image: url("$drawings/up.svg"); width: 9px; height: 9px; }
QSpinBox::down-arrow { image: url("$drawings/down.svg"); width: 9px; height: 9px; }
QCheckBox::indicator, QAbstractItemView::indicator {
    background: $pane; border: 1px solid $strong_border; border-radius: 3px; width: 14px; height: 14px;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$drawings/tick.svg");
}
QCheckBox:focus { color: $accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QComboBox QAbstractItemView { background: $pane; border: 1px solid $strong_border; }
QToolButton#step {
    background: $pane; border: 1px solid $border; border-radius: 10px; padding: 2px 4px; font-size: 12px;
}
QToolButton#step:hover { border-color: $text; }
QToolButton#link {
    background: transparent; border: none; color: $muted; padding: 0; font-size: 12px;
}
QToolButton#link:hover, QToolButton#link:focus { color: $accent; text-decoration: underline; }
QPushButton#link_line {
    background: transparent; border: none; color: $muted; padding: 1px 0; text-align: left;
}
QPushButton#link_line:hover, QPushButton#link_line:focus { color: $accent; text-decoration: underline; }
QLineEdit, QPlainTextEdit {
    background: $pane; color: $text; border: 1px solid $strong_border; border-radius: 5px;
    padding: 4px 8px; selection-background-color: $selection; selection-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: $panel; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $strong_border; border-radius: 3px; margin: 2px; min-height: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#panel { background: $panel; }
#lists { background: $panel; border: none; outline: none; }
QToolButton#link::menu-indicator { image: none; }
QPushButton#filter_chip { padding: 1px 7px; font-size: 12px; border-radius: 9px; }
QPushButton#filter_chip:focus { padding: 0 6px; }
#panel_title, #panel_count { color: $muted; font-size: 12px; }
#panel_title { letter-spacing: 0.6px; }
StoriesView { background: $panel; border: none; }
StoriesView:focus { border: none; }
#summary_strip { background: $panel; border-bottom: 1px solid $border; }
#desk_ground { background: $pane; }
#empty_state { background: $pane; }
#empty_title { color: $text; }
#empty_line { color: $muted; }

#message_bar {
    background: $accent_ground; border: 1px solid $strong_border; border-radius: 6px;
}
#message_bar[kind="trouble"] { background: $error_ground; }
#message_bar[kind="trouble"] #message_text { color: $error; }

#story_map { background: $pane; border: none; outline: none; }
#story_map QTableCornerButton::section, #story_map QHeaderView { background: $pane; border: none; }
#lines {
    background: $pane; color: $text; border: none; outline: none;
    selection-background-color: $accent_ground; selection-color: $text;
}
#lines QHeaderView { background: $pane; border: none; }
#lines QHeaderView::section {
    background: $pane; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 4px 6px;
}
#map_scroll, #map_ground { background: $pane; border: none; }
#evidence { color: $muted; font-size: 12px; }

#hint_bar { background: $accent_ground; border-bottom: 1px solid $border; }
#find_bar { background: $panel; border-bottom: 1px solid $border; }
#popup { background: $pane; border: 1px solid $strong_border; border-radius: 6px; }
#popup_list { background: $pane; border: none; outline: none; }

#card { background: $pane; border: 1px solid $border; border-radius: 5px; }
#card[current="true"] { border-color: $accent; }
#card_quotation { color: $muted; }
#card_where { color: $muted; }
#card_note { background: transparent; border: none; }
#note_preview { background: transparent; border: none; border-top: 1px solid $border; }
#hint { color: $muted; }
#trouble { color: $error; }
#rule { background: $border; }

#side_tabs::tab {
    padding: 3px 1px 4px 1px; margin-right: 8px; font-size: 11px; letter-spacing: 0.4px;
}
#details_name { color: $text; font-weight: 600; }
#facts { background: $panel; color: $text; border: none; selection-background-color: $selection; selection-color: $text; }

QDialog, QTabWidget::pane { background: $window; border: none; }
QDialogButtonBox QPushButton { icon-size: 0; }
QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { padding: 6px 14px; border: none; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QDialog QTableWidget { background: $pane; border: 1px solid $border; outline: none; }
QListView#all_notes { background: $pane; border: 1px solid $border; outline: none; }
QTreeWidget#codes { background: $panel; border: none; outline: none; }
QProgressBar {
    background: $raised; border: none; border-radius: 4px; max-height: 8px; min-width: 120px;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole window in a theme's colours."""
    drawings = (resources() / "themes" / ("light" if theme.is_light else "dark")).as_posix()
    return _SHEET.substitute(
        {name: theme.css(name) for name in theme.colours} | {"drawings": drawings}
    )
