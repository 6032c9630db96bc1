"""Run the command line: `leaflet`, or `python -m leaflet`."""

import gc

# The process is the program's own and loads some four hundred modules: rarer rounds of the garbage
# collector save a tenth of its start. Whoever imports the package keeps their own.
gc.set_threshold(50_000, 20, 50)

from leaflet.cli import main  # noqa: E402 - the rounds are rarer before anything is loaded

if __name__ == "__main__":
    main()
