"""The project file: SQLite through SQLAlchemy, and what every write leaves behind."""
