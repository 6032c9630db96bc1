"""The monograph to start from: every key explained, every word still to be replaced."""

import datetime
import json
import re
import textwrap
import unicodedata
from typing import get_args

from leaflet import model
from leaflet.read import read_monograph

SCHEMA = "../leaflet/monograph.schema.json"  # as seen from a file in content/
_NO_DAY = datetime.date(2000, 1, 1)


def new_monograph(name: str, *, schema: str = SCHEMA, day: datetime.date = _NO_DAY) -> str:
    """Return the text of a commented monograph for the medicine `name`, to fill in and save as YAML.

    `schema` is where an editor finds the JSON Schema, `day` the date of the words. Raise `ValueError`
    for a name that no monograph can have: one without words, longer than a line, or with markup.
    """
    name = " ".join(name.split())
    typed = json.dumps(name, ensure_ascii=False)  # YAML 1.1 reads JSON's strings as they are meant
    text = _TEMPLATE.format(schema=schema, id=identifier(name), name=typed, day=day.isoformat(), **_choices())
    _, findings = read_monograph(text.encode(), name)
    if findings:
        raise ValueError(f"{typed} cannot be the name of a medicine: {findings[0].message}")
    return text


def identifier(name: str) -> str:
    """Return a short name for files, made of what `name` has of a to z and 0 to 9."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "replace-this"


def _choices() -> dict[str, str]:
    """Return the words of each list as the lines of a comment."""
    lists = {
        "classes": model.MedicineClass,
        "legal": model.Legal,
        "route": model.Route,
        "kinds": model.WarningKind,
        "topics": model.Topic,
        "help": model.Help,
    }
    return {
        name: "\n".join(textwrap.wrap(", ".join(get_args(words)) + ".", 100)).replace("\n", "\n# ")
        for name, words in lists.items()
    }


_TEMPLATE = """\
# yaml-language-server: $schema={schema}
#
# A medicine monograph for Leaflet. Replace every text that begins with REPLACE, and delete what does
# not apply. Write for a reader of 9 to 11 years: short sentences, everyday words, "you".
#
# How to type:
#   - A line that begins with # is a comment and is not printed.
#   - Put a text in "quotes" where it holds ': ' or ' #', or begins with * [ {{ & ! % @ or a quote.
#   - A longer text begins after >- on a line of its own, indented.
#   - **Two stars** make words strong. [A term](what it means) explains a term. <https://example.org> is a
#     link. 10^{{9}} raises the 9, H_{{2}}O lowers the 2. Nothing else is markup.
#   - ~ stands for what nobody has stated yet: 'leaflet check' names it, and no leaflet is made until it is
#     filled in.
#   - No fact is filled in for you: state only what your source says.

# The short name, used for files: a to z, 0 to 9, hyphens.
id: {id}

# The medicine's name as the patient reads it, however long, and what headings call it where that is shorter.
name: {name}
# short_name: REPLACE with a short name
# say_as: REPLACE with how the name is said, such as TESS-tol
# form: REPLACE with the form, such as tablets
# online: REPLACE with the address of its page for screens, printed with a QR code
# strengths: [REPLACE with a strength]

# Brand and other names; delete this where there are none.
# other_names:
#   - REPLACE with a brand name

# Numbers by which a counter looks it up.
# codes:
#   gtin: []
#   snomed: []
#   dmd: []
#   ndc: []
#   pl: []

# The language of the words, as a BCP 47 tag: en, en-GB, en-US.
language: en

# The version and date of these words. Change both whenever the words change.
version: "0.1"
date: {day}

# What it is: any of {classes}
# They decide what must be said.
classes: []

# How a patient gets it: {legal}
legal: prescription

# How it gets into or onto the body:
# {route}
route: [swallow]

# What it is for, in one line.
purpose: REPLACE with what it is for, in one line

# Where the facts come from. Every warning and section names one of these short names as its source.
sources:
  main:
    title: REPLACE with the title of the source
    # kind: document
    # publisher: REPLACE with who published it
    # date: 2000-01-01
    # identifier: REPLACE with the publisher's number
    # version: REPLACE with its version
    # url: https://example.org
    # licence: REPLACE with what its licence asks to be printed
    # sha256: REPLACE with the sum of its file
  # For words that no source says, such as the explanation of a term:
  # editor: {{title: Explanations by the editor, kind: editorial}}

# Every page says that the words are a draft until a pharmacist has approved them: 'leaflet approve' writes
# this. The leaflet prints the date and the register, never a name.
review:
  status: draft
  # status: approved
  # by: REPLACE with who approved it
  # register: REPLACE with the register and number
  # on: 2000-01-01
  # due: 2002-01-01
  # words_sha256: REPLACE with the sum of the words

# The dangerous facts. The leaflet words them itself; delete those that the source does not state.
# facts:
#   stopping:
#     suddenly: never  # never, allowed
#     decides: doctor  # doctor, patient
#   overdose:
#     help: emergency  # {help}
#   missed_dose:
#     if_near_next: skip
#     double: never
#   dose:  # only where the leaflet is for one dose
#     amount: 0
#     unit: mg
#     times: 1
#     per: day  # day, week, month
#     maximum: 0
#     interval: 1  # hours between two doses, at least
#   stop_and_get_help:
#     help: emergency
#     signs: [REPLACE with a sign]

# Signatures under sentences that the rules stop at; 'leaflet accept' writes them.
# accepted:
#   - code: S000
#     words_sha256: REPLACE with the sum of the words
#     by: REPLACE with who accepts them
#     on: 2000-01-01
#     why: REPLACE with why they are right

# What nobody may miss: the panels of page 1, any number.
# kind: {kinds}
# level, which fixes signal word, symbol and rank: emergency, warning, caution.
# signs, a text or a list, and consequence may be left out. An action may be a list of cases.
warnings:
  - kind: overdose
    level: emergency
    hazard: REPLACE with the danger, in a few words
    signs: REPLACE with how to notice it
    action: REPLACE with what to do
    # action:
    #   - "REPLACE with a condition": REPLACE with what to do then
    consequence: REPLACE with what can happen otherwise
    source: main
    # from: REPLACE with its address in an imported document

# The text, in order. The topics: {topics}
# One section may cover several: topics: [pregnancy, breastfeeding]. Without a heading of its own a section
# has the usual one for its first topic.
sections:
  - topic: about
    source: main
    blocks:
      - paragraph: REPLACE with what kind of medicine it is

  - topic: uses
    source: main
    blocks:
      # A bulleted list; use steps instead of bullets to number the items.
      - paragraph: "REPLACE with words that lead to a list:"
      - bullets:
          - REPLACE with an item
          # An item may hold a list of its own, one level deep, or several paragraphs: item: [one, two].
          - item: "REPLACE with an item that has a list under it:"
            bullets:
              - REPLACE with an item
              - REPLACE with another item

  - topic: how_to_take
    source: main
    blocks:
      - steps:
          - REPLACE with the first step
          - REPLACE with the second step
      # Words in a frame, kept together, for what stands out but warns of nothing.
      - panel: REPLACE with a heading
        blocks:
          - paragraph: REPLACE with the words in the frame
      # More forms of a block:
      # - heading: REPLACE with a heading of the third level
      # - lines: [REPLACE with a line, REPLACE with the next]
      # - table:
      #     caption: REPLACE with what it shows
      #     columns: [REPLACE with a head, REPLACE with another]
      #     row_heads: true
      #     rows: [[REPLACE with a cell, REPLACE with another]]
      # - figure:
      #     file: picture.svg  # SVG, PNG or JPEG, beside this file
      #     alt: REPLACE with what it shows, in words
      #     caption: REPLACE with the words under it
      # - schedule:
      #     caption: REPLACE with what the plan is for
      #     times: [Morning, Midday, Evening, Bedtime]
      #     rows:
      #       - when: Days 1 to 3
      #         doses: [REPLACE with a dose, "", "", ""]  # "" is no dose, and says so
      # - note: REPLACE with a remark on the block above

  - topic: side_effects
    source: main
    # What to do about any of them. A group may say more in a what_to_do of its own.
    what_to_do: REPLACE with what to do
    blocks:
      # One block for each seriousness: emergency, serious, common, uncommon.
      - side_effects:
          seriousness: common
          heading: Common side effects
          effects:
            - REPLACE with a side effect

  - topic: whom_to_ask
    source: main
    blocks:
      # Terms and what they mean.
      - definitions:
          - term: REPLACE with a term
            meaning: REPLACE with what it means
      # A label with empty lines to write on.
      - write_in: Questions for my pharmacist
        lines: 3

# The leaflet ends with a list of topics that it does not cover. One can be taken out of it with a reason,
# which the leaflet prints.
# not_covered:
#   - topic: driving
#     reason: REPLACE with why it need not be named
"""
