"""Some weeks of a made-up firm's work, for pictures and for whatever has to be looked at with something in it."""
