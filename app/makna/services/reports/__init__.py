"""Reports: pure functions from what the project holds to blocks and records, for any writer."""
