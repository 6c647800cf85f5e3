"""The widgets: main window, stories list, reading desk, notes, dialogs, actions, theme."""
