"""The desk: panes of the coding window, which read the session and say what the user wants."""
