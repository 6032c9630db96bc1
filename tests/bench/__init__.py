"""How fast leaflets are made, beside other engines in the same run.

    python -m pip install -e '.[bench]'
    python -m tests.bench --json bench.json

This prints four tables, and writes them as JSON. `--short` makes fewer leaflets, for CI; `--part`,
`--rival`, `--profile`, `--leaflets` and `--seed` choose.

warm: Leaflet, Typst, WeasyPrint, fullbleed and Platypus (ReportLab's own layout) set the same words on the
same paper in the same typeface at the same size, each warm and in this process, turn by turn, so that
whatever slows the machine slows all. Typst is asked for PDF/UA-1 and PDF/A-2a as Leaflet always makes them,
WeasyPrint for PDF/UA-1, fullbleed for PDF/A-2a; Platypus cannot tag. Every leaflet is new to all: the words
of every text of its monograph are shuffled and one of them is exchanged. Where the table says "new words",
it is exchanged for a word that is made up: one word in fifteen that no engine has met, about what a leaflet
brings to the first thirty of a collection, and far more than it brings to the hundreds of a hospital.
Leaflet starts from a monograph in memory, the others from their source in memory; none reads or writes a
file.

cold: whole processes that make one leaflet, in CPU seconds.

first: a first build of 400 monographs that all differ, in one profile and in four, in CPU seconds: Leaflet
does everything, Typst typesets sources that are ready.

two: whole builds with one process and with two, and the memory of the one at its peak.

Times depend on the machine; only ratios are worth keeping, and `--at-least` holds the one to Typst.
`python -m tests.bench.soak` has the long trials of the batch build: 10,000 leaflets, kill -9, bad luck.

    corpus     leaflets that differ in every text, from a seed
    folders    monographs on disk, short and long, from a seed
    rivals     the engines, by name
    peers      a leaflet's document as Typst source
    html       a leaflet's document as HTML
    platypus   a leaflet's document as flowables
    measure    warm: the rounds, turn by turn, and their medians
    cold       cold: one leaflet a process
    first      first: whole folders for the first time
    processes  two: whole builds; what a process took
    soak       the long trials
"""
