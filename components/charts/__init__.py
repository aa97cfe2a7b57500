"""Tables in, `go.Figure` out, and the same finding in words. Pure: no page, no file, no catalog.

To add a chart: one file here with a function `…_figure(table, *, width, theme, …)`, its test, and
the page that shows it. Colours and sizes come from `tokens`, words as arguments.
"""
