"""Reading and checking the content: from files to one frozen catalog and its tables."""
