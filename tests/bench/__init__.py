"""How fast leaflets are made, beside another engine in the same run.

    python -m pip install -e '.[bench]'
    python -m tests.bench --json bench.json

Leaflet and Typst set the same words on the same paper in the same typeface at the same size, each warm
and in this process, turn by turn, so that whatever slows the machine slows both. Typst is asked for
PDF/UA-1 and PDF/A-2a as Leaflet always makes them. Every leaflet is new to both: the words of every text
of its monograph are shuffled and one word of each is made up. Leaflet starts from a monograph in memory,
Typst from its source in memory; neither reads nor writes a file.

Times depend on the machine; only the ratio of the medians is worth keeping.

`--rival WeasyPrint` compares with WeasyPrint instead, `--rival Platypus` with ReportLab's own layout, which
cannot tag. `python -m tests.bench.cold` compares whole processes that make one leaflet.

`python -m tests.bench.soak` has the long trials of
the batch build: 10,000 leaflets, kill -9, one process against two.

    corpus    leaflets that differ in every text, from a seed
    peers     a leaflet's document as Typst source, and the engines behind one call each
    html      a leaflet's document as HTML
    platypus  a leaflet's document as flowables
    cold      one leaflet a process: imports and all
    folders   monographs on disk, for the long trials
    soak      the long trials
    measure   the rounds, turn by turn, and their medians
"""
