"""The pages of the app in their main states, by addresses that fit the invented catalogue."""

# Address → what is on screen when the state is there.
STATES = {
    "": ".timeline[data-drawn]",
    "?event=harbour-strike": "#event-card",
    "?view=list": ".list li",
    "?view=table": "[data-testid=stDataFrame] canvas",
    "?q=morel": ".also a",
    "?country=atlantis": ".notice",
    "?q=nowhere": ".empty",
    "compare": "[data-testid=stPlotlyChart] .main-svg",
    "compare?open=feeding": "#open-feeding-title",
    "compare?view=table": "[data-testid=stDataFrame] canvas",
    "figures": ".gallery .picture[data-drawn]",
    "figures?id=workshops-seized": ".charts.single .picture[data-drawn]",
    "figures?id=workshops-seized&type=table": ".figures table",
    "figures?id=workshops-seized&type=sources": ".figure",
    "people": ".records li",
    "people?id=jeanne-morel": "#record",
    "tendencies": ".records li",
    "tendencies?id=crews": "#record",
    "review": ".records li",
    "review?open=K-2": "#record",
    "sources": ".records li",
    "sources?id=ys-web": "#record",
    "own": "[data-testid=stFileUploader]",
    "about": ".prose",
}
