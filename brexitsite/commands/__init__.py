"""One module for each command that joins halves of the program."""
