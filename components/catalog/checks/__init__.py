"""What must hold between records; each file yields the faults of one kind."""
