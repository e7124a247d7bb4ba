"""The formats on disk: everything that reads or writes a file of a project."""
