"""The pages of things counted."""
