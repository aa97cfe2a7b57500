"""Finding words whatever their spelling."""
