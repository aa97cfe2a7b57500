"""Two processes on two clocks: from tables to one figure, its words and its key."""
