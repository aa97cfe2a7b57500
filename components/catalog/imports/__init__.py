"""Other programs' files in, as records to be completed; what could not be carried is said."""
