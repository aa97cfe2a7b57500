"""The bibliography for reference managers and for print."""

from __future__ import annotations

import json

from components.catalog.citations.formats import bibtex_file, csl_file, ris_file
from components.catalog.formats.bibliography import bibtex, csl, ris_of, text


def test_for_reference_managers_it_is_the_file_of_all_sources(ys, table):
    sources = list(ys.sources.values())
    terms = {"catalogue": "Ys and Lyonesse", "licence": "CC0-1.0", "version": "1",
             "citation": "Ys and Lyonesse, an invented catalogue, version 1."}  # fmt: skip
    items = json.loads(csl(ys, table))
    assert items == [{**one, "custom": terms} for one in json.loads(csl_file(sources))]
    provided = "DP  - Ys and Lyonesse. Licence: CC0-1.0. Version: 1. How to cite: Ys and Lyonesse, "
    records = ris_of(ys, table).split("\r\n")
    assert "\r\n".join(line for line in records if not line.startswith(provided)) == ris_file(
        sources
    )
    assert sum(line.startswith(provided) for line in records) == len(sources)
    head, entries = bibtex(ys, table).split("\n\n", 1)
    assert entries == bibtex_file(sources)
    assert head == (
        "% Ys and Lyonesse. Licence: CC0-1.0. Version: 1. "
        "How to cite: Ys and Lyonesse, an invented catalogue, version 1."
    )


def test_for_print_it_is_in_alphabetical_order_under_the_terms_of_use(ys, table):
    lines = text(ys, table.loc[["grain-store-seized", "harbour-union-founded"]]).split("\n\n")
    assert lines == [
        "Ys and Lyonesse",
        "Licence: CC0-1.0. Version: 1. How to cite: Ys and Lyonesse, an invented catalogue, version 1.",
        "Gazette of Ys. “The Grain Store.” May 16, 1900.",
        "Le Goff, Anne. “Bread and Delegates in a Harbour Town.” Annals of Invented History 12, no. 3 "
        "(1978): 201–233. https://doi.org/10.1000/ys.12.3.",
        "Morel, Jeanne. The Quay Is Ours: Ten Months in Ys. [ca. 1901]. Reprint, Ys: Imprimerie du Port, 1901.\n",
    ]


def test_no_terms_of_use_can_begin_an_entry(ys, table):
    from dataclasses import replace

    header = ys.header.model_copy(update={"cite": "x\n@book{y, title={z}}"})
    head = bibtex(replace(ys, header=header), table).split("\n\n")[0]
    assert head.endswith("How to cite: x (at)book{y, title={z}}.")


def test_an_empty_bibliography_is_an_empty_list(ys, table):
    assert json.loads(csl(ys, table.iloc[:0])) == []
