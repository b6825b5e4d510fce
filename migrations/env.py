"""Runs migrations on the connection that Makna hands over; never from the command line."""

from alembic import context

from makna.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
