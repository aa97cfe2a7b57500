"""plotly.js, which draws what `charts` makes: the basic bundle, that is, bars, points and lines.

The file of the installed `plotly` holds every kind of chart: four times the bytes, and seven times
the time until a browser has understood it. The bundle is on npm only, and no reader's browser and
no installation may ask there, so it lies here, unchanged, with its licence. It must be of the
version that the installed `plotly` writes figures for (a test says when it is not). Anew:

    npm pack plotly.js-basic-dist-min@VERSION && tar xzf plotly.js-basic-dist-min-VERSION.tgz
    cp package/plotly-basic.min.js package/LICENSE components/charts/script/
"""

from pathlib import Path

VERSION = "4.1.1"
PLOTLY_JS = Path(__file__).with_name("plotly-basic.min.js")
SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
TRACES = ("bar", "pie", "scatter")  # what the bundle can draw
