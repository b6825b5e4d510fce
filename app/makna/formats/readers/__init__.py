"""One module or package a file format; `makna.formats.registry` finds them by being here."""
