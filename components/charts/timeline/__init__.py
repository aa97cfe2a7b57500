"""Events in lanes on time axes: from a table to one figure."""
