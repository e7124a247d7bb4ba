"""One module for each kind of page: each turns the edition into units."""
