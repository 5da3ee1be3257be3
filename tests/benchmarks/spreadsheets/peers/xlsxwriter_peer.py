"""The tables of spreadsheet_job.cpp by XlsxWriter. usage: xlsxwriter_peer.py SHEETS ROWS COLUMNS FOLDER"""
import json
import resource
import sys
import time

import xlsxwriter


def main():
    sheets, rows, columns = map(int, sys.argv[1:4])
    start = time.monotonic()
    with xlsxwriter.Workbook(f"{sys.argv[4]}/tables.xlsx") as book:
        look = {"font_name": "Arial", "font_size": 12, "text_wrap": True}
        label = book.add_format(look | {"bold": True})
        shorthand = book.add_format(look | {"align": "right"})
        number = book.add_format(look | {"align": "right", "num_format": "#,##0"})
        for sheet in range(sheets):
            made = book.add_worksheet(f"Table_{sheet + 1}")
            made.write_string(0, 0, f"Invented table {sheet + 1}", label)
            for row in range(rows):
                made.write_string(row + 2, 0, f"Group {row + 1}", label)
                for column in range(1, columns):
                    mixed = sheet * 7_919 + row * 104_729 + column * 1_299_709
                    if mixed % 10 == 3:
                        made.write_string(row + 2, column, "[c]", shorthand)
                    else:
                        made.write_number(row + 2, column, mixed % 99_991, number)
            headers = [{"header": f"Measure {column}" if column else "Group", "header_format": label}
                       for column in range(columns)]
            made.add_table(1, 0, rows + 1, columns - 1, {"autofilter": False, "columns": headers})
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"how": "XlsxWriter", "cells": sheets * rows * columns, "ms": 1_000 * (time.monotonic() - start),
                      "cpu_ms": 1_000 * (usage.ru_utime + usage.ru_stime), "peak_kib": usage.ru_maxrss}))


if __name__ == "__main__":
    main()
