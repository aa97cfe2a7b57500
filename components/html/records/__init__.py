"""The pages of people, currents, sources and texts under examination."""
