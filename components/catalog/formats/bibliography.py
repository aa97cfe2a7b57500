"""The sources on which events rest, for reference managers and for print."""

from __future__ import annotations

import json

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.chicago import bibliography, bibliography_key, plain
from components.catalog.citations.csl import csl_json, one_line
from components.catalog.citations.formats import bibtex_file, ris
from components.catalog.formats.parts import sources_of, terms_of_use


def csl(catalog: Catalog, table: pd.DataFrame) -> str:
    """CSL-JSON; the terms of use in the field `custom` that it leaves to everybody (1.0.2)."""
    header = catalog.header
    custom = {
        "catalogue": one_line(header.title),
        "licence": header.licence,
        "version": header.version,
        "citation": one_line(header.cite),
    }
    items = [{**csl_json(source), "custom": custom} for source in sources_of(catalog, table)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def bibtex(catalog: Catalog, table: pd.DataFrame) -> str:
    """BibTeX; what stands outside its entries is a comment."""
    header = catalog.header
    head = f"% {one_line(header.title)}. {terms_of_use(header)}".replace("@", "(at)")
    return f"{head}\n\n{bibtex_file(sources_of(catalog, table))}"


def ris_of(catalog: Catalog, table: pd.DataFrame) -> str:
    """RIS; the terms of use as the provider of the database (DP) of every record."""
    header = catalog.header
    terms = f"DP  - {one_line(header.title)}. {terms_of_use(header)}\r\n"
    end = "ER  - \r\n"
    return "".join(
        ris(source).removesuffix(end) + terms + end for source in sources_of(catalog, table)
    )


def text(catalog: Catalog, table: pd.DataFrame) -> str:
    """A bibliography to print, in Chicago style, under the catalogue's title."""
    header = catalog.header
    entries = sorted(sources_of(catalog, table), key=bibliography_key)
    lines = [header.title, terms_of_use(header), *(plain(bibliography(one)) for one in entries)]
    return "\n\n".join(lines) + "\n"
