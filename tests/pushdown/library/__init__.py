"""A library of authors, books, reviews and notes, so that the compiler is tested without any application."""
