"""Limits: how much a document may say and an operation may ask for, told before anything is carried out."""
