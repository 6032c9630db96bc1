"""The monograph to start from: every key explained, every word still to be replaced."""

import datetime
import json
import re
import unicodedata

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
    text = _TEMPLATE.format(schema=schema, id=identifier(name), name=typed, day=day.isoformat())
    _, findings = read_monograph(text.encode(), name)
    if findings:
        raise ValueError(f"{typed} cannot be the name of a medicine: {findings[0].message}")
    return text


def identifier(name: str) -> str:
    """Return a short name for files, made of what `name` has of a to z and 0 to 9."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "replace-this"


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
#   - **Two stars** make words strong. [A term](what it means) explains a term. Nothing else is markup.
#   - No fact is filled in for you: state only what your source says.

# The short name, used for files: a to z, 0 to 9, hyphens.
id: {id}

# The medicine's name as the patient reads it.
name: {name}

# Brand and other names; delete this where there are none.
# other_names:
#   - REPLACE with a brand name

# The language of the words, as a BCP 47 tag: en, en-GB, de, fr-CA.
language: en

# The version and date of these words. Change both whenever the words change.
version: "0.1"
date: {day}

# What kind of medicine it is; it decides what must be said. One of: muscle_relaxant, opioid,
# benzodiazepine, antidepressant, antiepileptic, beta_blocker, corticosteroid, anticoagulant, insulin,
# antibiotic, other_prescription, without_prescription.
kind: other_prescription

# What it is for, in one line.
purpose: REPLACE with what it is for, in one line

# Where the facts come from. Every warning and section names one of these short names as its source.
sources:
  main:
    title: REPLACE with the title of the source
    # publisher: REPLACE with who published it
    # date: 2000-01-01

# Every page says that the words are a draft until a pharmacist has approved them here.
review:
  status: draft
  # status: approved
  # by: REPLACE with who approved it
  # on: 2000-01-01
  # due: 2002-01-01

# What nobody may miss: the panels of page 1. At most one of each kind: overdose, withdrawal, caution.
# hazard, action and consequence are mandatory; signs may be left out.
warnings:
  - kind: overdose
    signal: Emergency
    hazard: REPLACE with the danger, in a few words
    signs: REPLACE with how to notice it
    action: REPLACE with what to do
    consequence: REPLACE with what can happen otherwise
    source: main

# The text, in order. The topics: about, how_it_works, uses, before_you_take, contraindications,
# precautions, interactions, alcohol, pregnancy, breastfeeding, children, older_people, driving,
# how_to_take, missed_dose, overdose, withdrawal, side_effects, whom_to_ask, storage, contents.
# Without a heading of its own a section has the usual one for its topic.
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
          # An item may hold a list of its own, one level deep.
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

# The leaflet ends with a list of topics that it does not cover. One can be left out of that list with
# a reason.
# not_covered:
#   - topic: driving
#     reason: REPLACE with why it need not be named
"""
