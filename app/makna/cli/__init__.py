"""The command line: the services without a window. One module a group of commands."""
