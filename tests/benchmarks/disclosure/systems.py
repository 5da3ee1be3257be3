"""Invented workforces and the linked tables about them, as the texts that disclosure_job.cpp reads.

workforces/ holds 18 tables about each of three invented workforces: nine characteristics by grade and by directorate. What
other methods withhold in these very tables is known (../README.md).
"""
import collections
import csv
import itertools
import pathlib
import tomllib

import numpy
import pandas

WORKFORCES = sorted((pathlib.Path(__file__).resolve().parent / "workforces").glob("*.csv"),
                    key=lambda path: int(path.stem))
CODEBOOK = pathlib.Path(__file__).resolve().parents[1] / "people" / "codebook.toml"
SNAPSHOT = pandas.Timestamp("2025-03-31")
CHARACTERISTICS = ["sex", "ethnicity", "disability", "age-band", "religion", "orientation", "caring", "veteran",
                   "contract"]
BREAKDOWNS = ["grade", "directorate"]

# Everything by everything, and what goes deeper.
EVERYTHING = [*itertools.combinations(CHARACTERISTICS + BREAKDOWNS, 2), ("sex", "apprentice"), ("grade", "apprentice"),
              ("sex", "ethnicity", "grade"), ("disability", "age-band", "directorate"),
              ("sex", "religion", "directorate")]


def dates(column):
    return pandas.to_datetime(column, format="%Y-%m-%d", errors="coerce", exact=True)


def bands(born, characteristic):
    age = SNAPSHOT.year - born.dt.year - ((born.dt.month > SNAPSHOT.month) |
                                          ((born.dt.month == SNAPSHOT.month) & (born.dt.day > SNAPSHOT.day)))
    # The first band takes the younger too.
    starts = [band["from"] for band in characteristic["bands"][1:]]
    labels = numpy.array([band["label"] for band in characteristic["bands"]])
    return numpy.where(born.isna(), "Not known", labels[numpy.searchsorted(starts, age.values, side="right") %
                                                        len(labels)])


def workforce(extract):
    """Those in post at the snapshot, a column for each characteristic, as ../README.md says."""
    rows = pandas.read_csv(extract, dtype=str, keep_default_na=False, na_filter=False)
    born = dates(rows["dob"])
    born = born.where(born.between("1915-01-01", "2010-12-31"))
    started, left = dates(rows["start_date"]), dates(rows["leave_date"])
    left = left.mask(left < started)
    found = {}
    for name, characteristic in tomllib.loads(CODEBOOK.read_text(encoding="utf-8"))["characteristics"].items():
        if "bands" in characteristic:
            found[name] = bands(born, characteristic)
            continue
        labels = {value.strip().lower(): group["label"]
                  for group in [*characteristic["groups"], *characteristic.get("undeclared", [])]
                  for value in group["values"]}
        found[name] = [labels.get(value.strip().lower(), "Not known") for value in rows[characteristic["column"]]]
    in_post = ~rows.duplicated("employee_id") & (started <= SNAPSHOT) & (left.isna() | (left > SNAPSHOT))
    return pandas.DataFrame(found)[in_post]


class System:
    """Cells that are the same people are one cell, whichever tables show it."""

    def __init__(self):
        self.cells, self.people, self.totals, self.relations = {}, [], [], set()

    def add_table(self, names, inner):
        """`inner` has how many people there are in each combination of groups in which there is anybody."""
        groups = [sorted({place[at] for place in inner}) for at in range(len(names))]
        counts = collections.Counter()
        for place, count in inner.items():
            for kept in itertools.product([True, False], repeat=len(names)):
                counts[tuple(group if keep else None for group, keep in zip(place, kept))] += count

        def cell(place):
            key = tuple((name, group) for name, group in zip(names, place) if group is not None)
            if key not in self.cells:
                self.cells[key] = len(self.people)
                self.people.append(counts[place])
                self.totals.append(place.count(None))
            return self.cells[key]

        for place in itertools.product(*([None, *labels] for labels in groups)):
            cell(place)
            for at, labels in enumerate(groups):
                if place[at] is None:
                    parts = [cell((*place[:at], label, *place[at + 1:])) for label in labels]
                    self.relations.add((cell(place), *parts))

    def write(self, path):
        with open(path, "w", encoding="ascii") as file:
            print(len(self.people), len(self.relations), file=file)
            for people, totals in zip(self.people, self.totals):
                print(people, totals, file=file)
            for relation in sorted(self.relations):
                print(len(relation), *relation, file=file)


def tables_about(people, tables):
    return {names: collections.Counter(zip(*(people[name] for name in names))) for names in tables}


def tables_in(path):
    """The tables of workforces/: characteristic by breakdown, a line for each combination with anybody in it."""
    tables = {}
    with open(path, newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            inner = tables.setdefault((line["characteristic"], line["breakdown"]), {})
            inner[line["group"], line["value"]] = int(line["people"])
    return tables


def write_system(tables, path):
    system = System()
    for names, inner in tables.items():
        system.add_table(names, inner)
    system.write(path)
