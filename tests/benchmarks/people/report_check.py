"""Does the report that equality-report wrote hold the digest's numbers?"""
import json

from timing import Failed

# Characteristics by the name that the digest uses; the tables are named after the codebook's.
NAMES = {"age-band": "age_band"}
THRESHOLD = 10


def agrees(cell, people):
    """A number in print is the count; a withheld one stands for 1 to 9 people."""
    if "shorthand" in cell:
        return 0 < people < THRESHOLD
    return cell.get("value") == people


def label_in_digest(label, groups):
    return label if label in groups else "Not known"


def check_report(path, digest):
    """Failed unless all 20 tables are there and each count of the 18 by characteristic is the digest's."""
    tables = {table["id"].removeprefix("workforce."): table
              for table in json.loads(path.read_text(encoding="utf-8"))["tables"]}
    wrong = [] if len(tables) == 20 else [f"the report has {len(tables)} tables, not 20"]
    counts = 0
    for name, table in tables.items():
        by_grade = name.endswith("-by-grade")
        of = name.removesuffix("-by-grade")
        characteristic = NAMES.get(of, of)
        if characteristic not in digest["headcount"]:
            continue
        columns = [column["header"] for column in table["columns"]]
        for row in table["rows"]:
            cells = row["cells"]
            group = label_in_digest(cells[0]["text"], digest["headcount"][characteristic])
            if by_grade:
                grades = digest["cross"][characteristic][group]
                pairs = [(cell, grades[label_in_digest(column, grades)])
                         for column, cell in zip(columns[1:-1], cells[1:-1])]
            else:
                this, last = digest["headcount"][characteristic][group]
                pairs = [(cells[1], this), (cells[3], last)]
            counts += len(pairs)
            wrong += [f"table {name}, {group}: {cell} where the digest has {people}"
                      for cell, people in pairs if not agrees(cell, people)]
    expected = sum(2 * len(groups) for groups in digest["headcount"].values())
    expected += sum(len(grades) for groups in digest["cross"].values() for grades in groups.values())
    if counts != expected:
        wrong.append(f"{counts} counts could be compared, not {expected}")
    if wrong:
        raise Failed("\n".join(["the report does not hold the digest's numbers:", *wrong[:20]]))
