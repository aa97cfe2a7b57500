"""Large collections: events as rows of a CSV or Parquet file instead of records of YAML.

    fields       the columns that such a file has
    source       a file, or a table of a server, as an ibis table of text
    cells        what each different cell means, and what is wrong with it
    reading      from an ibis table to the columns of all events, and its problems
    kept         those columns in a file of the reader's cache
    frame        the columns as rows of an events table
    events       single events, made when they are asked for
    expressions  counting and binning where the data is

A million events are never a million objects: different cells are few, and are understood once.
"""
