"""A reader's own file, from its bytes to a catalogue for that reader alone: nothing is kept."""
