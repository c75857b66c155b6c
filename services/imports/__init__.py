"""Imports: files of leads become leads, each person once, with a word on every row."""
