#!/usr/bin/python3
"""See that workbook_rules.py finds what is wrong: a workbook with one fault for each of many rules."""
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.table import Table, TableStyleInfo

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "workbook_rules.py")


def faulty_workbook(path):
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Front page"  # W1, W2, C1
    first["A1"] = "Faults"  # T1: not a Heading 1
    first["B1"] = "=1+1"  # F5
    for title in ("Sheet2", "Other"):
        sheet = book.create_sheet(title)
        sheet.append(["Faults"])
        sheet.append([None])  # T3
        sheet.append(["Group", "Year (%) more", "Count"])  # T5
        sheet.append(["All", 2018, "1,035"])  # T11
        sheet.append([None, None, None])  # T7, T8
        sheet.append(["White[note 7]", 2017.5, "[c]"])  # N3
        sheet.append([])
        sheet["A9"] = "below"  # T3
        table = Table(displayName="Table1" if title == "Other" else "Table2", ref="A3:C6")  # T6
        table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)  # T4
        sheet.add_table(table)
    sheet = book["Other"]
    sheet["B4"].number_format = "#,##0"
    sheet["A6"].font = Font(name="Calibri", size=9, italic=True, color="FFFF0000", vertAlign="superscript")
    sheet["A6"].alignment = Alignment(indent=1)  # T13
    sheet["A6"].fill = PatternFill("solid", fgColor="FFFFFF00")  # X3
    sheet["C6"].comment = Comment("hidden words", "nobody")  # W4
    sheet["A9"].hyperlink = "https://example.org"
    sheet["A9"].value = "https://example.org"  # N4
    sheet.freeze_panes = "B4"  # W6
    sheet.merge_cells("A9:B9")  # W7
    sheet.oddHeader.center.text = "Secret"  # W5
    sheet.column_dimensions["C"].hidden = True  # W3
    sheet.sheet_view.zoomScale = 80  # F6
    sheet.protection.enable()  # F7
    book.properties.title = "A-title"  # F3
    book.properties.creator = ""  # F4
    book.properties.contentStatus = "Draft"  # D1
    book.save(path)


EXPECTED = {"F2", "F3", "F4", "F5", "F6", "F7", "W1", "W2", "W3", "W4", "W5", "W6", "W7", "C1", "C2", "T1", "T2",
            "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T13", "N1", "N3", "N4", "X1", "X2", "X3", "X4", "D1",
            "P3"}

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "Faulty_DRAFT.xlsx")
    faulty_workbook(path)
    run = subprocess.run([sys.executable, RULES, path], capture_output=True, text=True)
    found = set(re.findall(r"^FAIL (\w+)", run.stdout, re.M))
    if run.returncode != 1 or found != EXPECTED:
        print(run.stdout, run.stderr)
        print("not found:", sorted(EXPECTED - found), "found besides:", sorted(found - EXPECTED))
        sys.exit(1)
print(f"{len(found)} faults found")
