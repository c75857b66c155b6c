"""Safety: whether something may be sent now, later, or never. Nothing is sent but by a reservation made here."""
