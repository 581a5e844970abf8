"""Who is heard: from a folder of articles to a figure that can be printed.

    python3 docs/notebooks/sources.py ARTICLES figure.png

ARTICLES is a folder of articles, or a database that was exported before. It needs article-annotator on the PATH, pandas and
matplotlib (Debian: python3-pandas, python3-matplotlib). The cells (# %%) run one by one in VS Code and Jupyter.
"""

# %% The tables and views: SELECT * FROM columns explains them
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # draws into a file, without a screen
import matplotlib.pyplot as plt
import pandas as pd

articles, figure = sys.argv[1:3]
with tempfile.TemporaryDirectory() as folder:
    database = articles
    if Path(articles).is_dir():
        database = str(Path(folder, "articles.sqlite"))
        subprocess.run(["article-annotator", "export", "--format", "sqlite", "--output", database, articles], check=True)
    with sqlite3.connect(database) as connection:
        quoted = pd.read_sql("SELECT * FROM most_quoted", connection)
        genders = pd.read_sql("SELECT entity AS speaker_id, gender FROM genders", connection)
        outlets = pd.read_sql("SELECT * FROM unnamed_by_outlet WHERE quotes > unattributed", connection)
        counts = pd.read_sql("SELECT figure, count FROM counts", connection, index_col="figure")["count"]
    connection.close()

# %% What is counted: as the sidebar counts it
print(f"{counts['Quotes']} quotes of {counts['Sources']} sources in {counts['Articles']} articles")

# %% Who is quoted most, and whether the texts call them she or he
kinds = {"woman": "#542788", "man": "#f1a340", "not said": "#9e9e9e", "no person": "#d0d0d0"}
quoted = quoted.merge(genders, how="left", on="speaker_id")
quoted["kind"] = quoted["gender"].fillna("not said").where(quoted["type"] == "person", "no person")
top = quoted.head(12).iloc[::-1]
print(quoted.groupby("kind")["quotes"].sum().reindex(kinds).dropna().astype(int).to_string())

# %% How often outlets leave their sources unnamed
outlets["outlet"] = outlets["outlet"].fillna("no outlet named")
outlets = outlets.sort_values("share_unnamed")
print(outlets[["outlet", "quotes", "unnamed", "share_unnamed"]].to_string(index=False))

# %% The figure
plt.rcParams.update({"font.family": "DejaVu Sans", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
drawing, (left, right) = plt.subplots(1, 2, figsize=(9, 4.2), width_ratios=(3, 2), constrained_layout=True)
left.barh(range(len(top)), top["quotes"], color=[kinds[kind] for kind in top["kind"]])
left.set_yticks(range(len(top)), [name if len(name) < 36 else name[:34] + "…" for name in top["speaker"]])
left.xaxis.get_major_locator().set_params(integer=True)
left.set_xlabel("Quotes, the same one again counted once")
left.set_title("Who is quoted most", loc="left", fontweight="bold")
shown = [kind for kind in kinds if kind in set(top["kind"])]
left.legend([plt.Rectangle((0, 0), 1, 1, color=kinds[kind]) for kind in shown], shown, frameon=False, loc="lower right")

right.barh(outlets["outlet"], 100 * outlets["share_unnamed"], height=0.5, color="#4d4d4d")
for place, row in enumerate(outlets.itertuples()):
    right.annotate(
        f"{row.unnamed} of {row.quotes - row.unattributed}",
        (100 * row.share_unnamed, place),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
    )
right.set_xlim(0, max(1, 125 * outlets["share_unnamed"].max()))
right.set_xlabel("Quotes of unnamed sources, %")
right.set_title("Sources without a name", loc="left", fontweight="bold")
drawing.savefig(figure, dpi=200)
