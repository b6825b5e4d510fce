"""How the window looks: colours, type, icons, one style sheet; no widget and no data in here."""
