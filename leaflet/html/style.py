"""The style sheet of the HTML form: light, dark and print; warnings ranked by mass, never by colour alone.

Everything is in rem and reflows: readable at 320 CSS pixels and at 400 % (WCAG 2.2, 1.4.10). Contrast is 7:1
or more in both themes (1.4.6).
"""

STYLE = """
:root { color-scheme: light dark; --ink: #000; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #fff; --paper: #101010; } }
* { box-sizing: border-box; }
html { font: 1.125rem/1.6 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
body { margin: 0; color: var(--ink); background: var(--paper); }
main, footer { max-width: 40rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 2.2rem; line-height: 1.15; margin: 0 0 .3rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
h3 { font-size: 1.15rem; margin: 1rem 0 .3rem; }
p { margin: 0 0 .7rem; }
a { color: inherit; text-underline-offset: .2em; }
:focus-visible { outline: .2rem solid; outline-offset: .2rem; }
.section { border-top: .15rem solid; padding-top: .6rem; margin-top: 1.4rem; }
.purpose { font-size: 1.25rem; }
.status { border: .1rem solid; padding: .3rem .6rem; margin: .4rem 0; display: inline-block; }
.status p { margin: 0; }
.warning, .caution, .emergency { border: .3rem solid; margin: 1.2rem 0; padding: 0 .8rem .5rem; }
.caution { border-width: .15rem; }
.emergency h2, .warning h2, .caution h2 { margin: 0 -.8rem .6rem; padding: .5rem .8rem; }
.emergency h2, .warning .signal { color: var(--paper); background: var(--ink); }
.warning h2 { padding: 0 .8rem 0 0; border-bottom: .15rem solid; }
.caution h2 { border-bottom: .15rem solid; }
.signal { display: inline-block; font-size: 1.5rem; margin-right: .6rem; }
.warning .signal { padding: .5rem .8rem; min-width: 55%; }
.action, .call, .case-action, .number, .personal { font-size: 1.3rem; }
.action, .case-action, .instruction, .strong { font-weight: bold; }
.effects, .panel, .from-pharmacist { border: .1rem solid; padding: .6rem .8rem; margin: .8rem 0; }
table { border-collapse: collapse; margin: .6rem 0; }
caption { text-align: start; font-weight: bold; padding-bottom: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .25rem 1rem .25rem 0; border-bottom: .06rem solid; }
.scroll { overflow-x: auto; }
figure { margin: .8rem 0; }
img { max-width: 100%; height: auto; background: #fff; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem 1.5rem; }
.sign { display: none; }
@media print {
  html { font-size: 12pt; }
  main { max-width: none; }
  .emergency h2, .warning .signal { color: #fff; background: #000; print-color-adjust: exact; }
  .emergency, .warning, .caution { break-inside: avoid; }
}
"""
