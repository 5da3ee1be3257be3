"""The parts of the benchmark. Each makes its extracts, measures, prints a table in Markdown and returns the figures."""
import dataclasses
import json
import sys

from report_check import check_report
from timing import Failed, compare, repeat, run_once, whole_tree_peak
from tools import CPUS

MIB = 2**20
ALL_PAIRS = 93  # how many further tallies people-job can be asked for


def heading(title, columns):
    print(f"\n### {title}\n\n| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))


def line(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def figures(run, size, rows):
    return {**dataclasses.asdict(run), "gigabytes_a_cpu_second": size / run.cpu / 1e9, "peak_bytes_a_row": run.peak / rows}


def columns_of(run):
    return f"{run.wall:.3f} s", f"{run.cpu:.3f} s", f"{run.peak / MIB:.0f} MiB"


def tables(bench, options):
    """Reading, checking, counting and pay gaps, without writing a report: engine and peers in pairs."""
    heading("Counts and pay gaps (the job without its report)",
            ["rows", "tool", "wall", "CPU", "peak", "wall, times ours", "CPU", "peak", "GB a CPU second", "bytes a row"])
    found = {}
    for rows in options.rows:
        extract = bench.extract(rows)
        size = extract.stat().st_size
        bench.check_equal(extract, options.peers)
        threads = ("--threads", str(CPUS))

        # No peer hashes what it reads, so neither does the engine beside them.
        def ours():
            return bench.people_job(extract, *threads, "--no-hash")

        others = {
            "engine, 1 thread": lambda: bench.people_job(extract, "--threads", "1", "--no-hash"),
            f"engine, {CPUS} threads, hash": lambda: bench.people_job(extract, *threads),
            "engine, 1 thread, hash": lambda: bench.people_job(extract, "--threads", "1"),
            **{peer: lambda peer=peer: bench.run_peer(peer, extract) for peer in options.peers},
        }
        here = found[rows] = {"bytes": size}
        for name, theirs in others.items():
            pair = compare(ours, theirs, bench.rounds)
            if f"engine, {CPUS} threads" not in here:
                run = pair.ours
                here[f"engine, {CPUS} threads"] = figures(run, size, rows)
                line(f"{rows:,}", f"engine, {CPUS} threads", *columns_of(run), 1, 1, 1, f"{size / run.cpu / 1e9:.2f}",
                     f"{run.peak / rows:.0f}")
            here[name] = {**figures(pair.theirs, size, rows), "ratio": {
                "wall": pair.wall, "cpu": pair.cpu, "peak": pair.peak}, "ours_in_these_pairs": dataclasses.asdict(pair.ours)}
            line(f"{rows:,}", name, *columns_of(pair.theirs), f"{pair.wall:.2f}", f"{pair.cpu:.2f}", f"{pair.peak:.2f}",
                 f"{size / pair.theirs.cpu / 1e9:.2f}", f"{pair.theirs.peak / rows:.0f}")
    smallest, largest = min(options.rows), max(options.rows)
    if largest > smallest:
        name = f"engine, {CPUS} threads"
        grown = (found[largest][name]["peak"] - found[smallest][name]["peak"]) / (largest - smallest)
        print(f"\nBetween {smallest:,} and {largest:,} rows the engine's peak grows by {grown:.1f} bytes a row.")
        found["growth_bytes_a_row"] = grown
    return found


def report(bench, options):
    """equality-report build, workers and all, beside pandas with XlsxWriter and Jinja2."""
    heading("The whole job with workbook and page",
            ["rows", "tool", "wall", "CPU", "largest process", "all processes", "wall, times ours", "CPU"])
    found = {}
    for rows in options.rows:
        extract = bench.extract(rows)
        digest = bench.check_equal(extract, [peer for peer in options.peers if peer == "pandas"])
        command = bench.run_folder(extract)

        def ours():
            return run_once(command, folder=bench.folder)

        ours()
        check_report(bench.folder / "run" / "out" / "draft" / "report.json", digest)
        if "pandas" in options.peers:
            theirs = bench.peer("pandas", extract, "--report")
            pair = compare(ours, lambda: run_once(theirs, folder=bench.folder), bench.rounds)
            measured, ratio = {"equality-report": pair.ours, "pandas": pair.theirs}, (pair.wall, pair.cpu)
            trees = {"equality-report": whole_tree_peak(command), "pandas": whole_tree_peak(theirs)}
        else:
            measured, ratio = {"equality-report": repeat(ours, bench.rounds)}, (1, 1)
            trees = {"equality-report": whole_tree_peak(command)}
        found[rows] = {name: {**dataclasses.asdict(run), "peak_of_all": trees[name]} for name, run in measured.items()}
        found[rows]["ratio"] = dict(zip(("wall", "cpu"), ratio))
        for name, run in measured.items():
            times = (1, 1) if name == "equality-report" else tuple(f"{value:.1f}" for value in ratio)
            line(f"{rows:,}", name, *columns_of(run), f"{trees[name] / MIB:.0f} MiB", *times)
    return found


def scan(bench, options):
    """CPU seconds of counting lines with wc, the yardstick that does not depend on the machine."""
    heading("Beside a scan of the same bytes", ["rows", "wc -l, CPU", "engine, 1 thread, no hash, CPU", "times wc"])
    found = {}
    for rows in options.rows:
        extract = bench.extract(rows)
        pair = compare(lambda: run_once(["wc", "-l", str(extract)], folder=bench.folder),
                       lambda: bench.people_job(extract, "--threads", "1", "--no-hash"), bench.rounds)
        found[rows] = {"wc": pair.ours.cpu, "engine": pair.theirs.cpu, "ratio": pair.cpu}
        line(f"{rows:,}", f"{pair.ours.cpu:.3f} s", f"{pair.theirs.cpu:.3f} s", f"{pair.cpu:.1f}")
    return found


def tallies(bench, options):
    """Does memory stay flat when more is asked?"""
    rows = min(max(options.rows), 1_000_000)
    extract = bench.extract(rows)
    heading(f"More tallies of the same {rows:,} people", ["two-way tallies besides the job's", "wall", "CPU", "peak"])
    found = {"rows": rows}
    for further in (0, 10, 30, ALL_PAIRS):
        run = repeat(lambda: bench.people_job(extract, "--tallies", str(further)), bench.rounds)
        found[further] = dataclasses.asdict(run)
        line(further, *columns_of(run))
    return found


def rates(bench, options):
    """Everybody at a rate of their own, which is the most that counting rates can need."""
    heading("Every rate of pay different", ["rows", "rates", "wall", "CPU", "peak", "bytes a row"])
    found = {}
    for rows in options.rows:
        found[rows] = {}
        for name, option in (("as people are paid", ()), ("all different", ("--distinct-rates",))):
            extract = bench.extract(rows, *option)
            run = repeat(lambda: bench.people_job(extract), bench.rounds)
            found[rows][name] = figures(run, extract.stat().st_size, rows)
            line(f"{rows:,}", name, *columns_of(run), f"{run.peak / rows:.0f}")
            if option:
                bench.drop(extract)
    return found


def pipe(bench, options):
    """Does twice the people cost twice the time? Through a pipe, so that no file has to be that long."""
    sizes = [rows for rows in (1_000_000, 6_000_000) if rows <= max(options.rows)] or list(options.rows)
    if options.long:
        sizes.append(60_000_000)
    heading("make-extract N | people-job -", ["rows", "CPU", "CPU a row", "times the first", "peak", "bytes a row"])
    found, first = {}, None
    for rows in sizes:
        # The longest are measured once: what they cost is minutes.
        rounds = bench.rounds if rows <= 1_000_000 else 1

        def through_pipe():
            return bench.people_job("-", feed=bench.maker(rows))

        try:
            run = repeat(through_pipe, rounds) if rounds > 1 else through_pipe()
        except Failed as failure:
            print(f"{rows:,} rows through a pipe: {failure}", file=sys.stderr)
            found[rows] = {"failed": str(failure)}
            line(f"{rows:,}", "failed", "", "", "", "")
            continue
        a_row = run.cpu / rows * 1e9
        first = first or a_row
        found[rows] = {**dataclasses.asdict(run), "nanoseconds_a_row": a_row, "times_first": a_row / first}
        line(f"{rows:,}", f"{run.cpu:.2f} s", f"{a_row:.0f} ns", f"{a_row / first:.2f}", f"{run.peak / MIB:.0f} MiB",
             f"{run.peak / rows:.0f}")
    # Does what came through the pipe say what the file says?
    rows = sizes[0]
    through_file = bench.check_equal(bench.extract(rows), [])
    bench.people_job("-", feed=bench.maker(rows), name="piped")
    if json.loads(bench.digest("piped").read_text(encoding="utf-8")) != through_file:
        raise Failed(f"{rows:,} rows through a pipe give another digest than from a file")
    return found
