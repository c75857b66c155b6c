"""Writing, compared with hand-written statements and with other systems."""
