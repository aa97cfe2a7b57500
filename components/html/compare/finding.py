"""What the two clocks show, in words, and what to bear in mind."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.charts.clocks.words import months_text
from components.html.compare.pairs import limits_brief
from components.html.compare.view import View
from components.html.texts import text


def foot(view: View) -> Markup:
    """How it was measured, and the titles of the limits."""
    return Markup('<div class="foot-note"><p>{}</p>{}</div>').format(
        text("compare.method"), limits_brief(view.comparison)
    )


def finding(view: View, stages: pd.DataFrame) -> Markup:
    """What the chart shows, in a sentence or two with numbers; links are not counted."""
    counted = stages[(stages["fairness"] != "link") & stages["gap_low"].notna()]
    if counted.empty or view.is_calendar:
        return Markup("")
    said = [_who_is_later(view, counted), _widest(view, counted)]
    if (stages["fairness"] == "link").any():
        said.append(text("compare.finding.link"))
    return Markup('<p class="finding">{}</p>').format(" ".join(filter(None, said)))


def _who_is_later(view: View, counted: pd.DataFrame) -> str:
    """The side that is surely later more often, how often, and by how much at least and at most."""
    surely = {
        view.names[0]: (counted["gap_low"], counted["gap_high"]),
        view.names[1]: (-counted["gap_high"], -counted["gap_low"]),
    }
    name, (least, most) = max(surely.items(), key=lambda one: int((one[1][0] > 0).sum()))
    is_later = least > 0
    if not is_later.any():
        return ""
    per = view.words.per
    low, high = f"{least[is_later].min() / per:.1f}", f"{most[is_later].max() / per:.1f}"
    number = low if low == high else view.words.to.format(low=low, high=high)
    key = "compare.finding.nearer" if view.start.backwards else "compare.finding.later"
    return text(
        key,
        name=name,
        n=int(is_later.sum()),
        total=len(counted),
        months=view.words.tick.format(n=number),
    )


def _widest(view: View, counted: pd.DataFrame) -> str:
    row = counted.loc[(counted["gap_low"] + counted["gap_high"]).abs().idxmax()]
    one, other = (
        months_text(row[f"{side}_low"], row[f"{side}_high"], view.words,
                    backwards=view.start.backwards, unit=True)
        for side in "ab"
    )  # fmt: skip
    return text(
        "compare.finding.widest",
        question=row["question"],
        one=one,
        first=view.names[0],
        other=other,
        second=view.names[1],
    )
