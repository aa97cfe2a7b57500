"""From files to records: strict YAML, shapes, and every problem with its place."""
