"""Runs commands as whole processes and compares them in pairs.

Times and memory are those that the kernel counted for the process and the children it waited for. `peak` is the
largest resident set of any one of them; whole_tree_peak() adds processes up.
"""
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    wall: float  # seconds
    cpu: float   # seconds, user and system, children included
    peak: int    # bytes


class Failed(Exception):
    """A command ended otherwise than it should; the text says which and what it wrote."""


def run_once(command, feed=None, expected=(0,), folder=None):
    """`feed` is a command whose standard output the measured one reads; its own time is not counted."""
    errors = os.path.join(folder or ".", "errors.txt")
    started = []
    with open(errors, "w+b") as stderr:
        try:
            if feed:
                started.append(subprocess.Popen(feed, stdout=subprocess.PIPE))
            began = time.perf_counter()
            process = subprocess.Popen(command, stdin=started[0].stdout if feed else subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=stderr)
            started.append(process)
            if feed:
                started[0].stdout.close()
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            # Whoever stops the benchmark stops what it started, which would write on into the folder.
            if sys.exc_info()[0]:
                for running in started:
                    running.kill()
                    running.wait()
        if process.returncode not in expected:
            stderr.seek(0)
            words = stderr.read().decode(errors="replace")[-2000:]
            raise Failed(f"{' '.join(map(str, command))}\nended with exit code {process.returncode}:\n{words}")
        if feed and started[0].wait() != 0:
            raise Failed(f"{feed[0]} ended with exit code {started[0].returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(runs):
    return Run(statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs),
               int(statistics.median(run.peak for run in runs)))


@dataclass(frozen=True)
class Pair:
    ours: Run
    theirs: Run
    wall: float  # theirs / ours: median of the ratios of each pair
    cpu: float
    peak: float


def compare(ours, theirs, rounds):
    """Runs both in turn, after one of each that does not count. Both are functions that give a Run."""
    ours(), theirs()
    pairs = []
    telling = sys.stderr.isatty()
    for number in range(rounds):
        pairs.append((ours(), theirs()))
        if telling:
            print(f"\r  round {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
    if telling:
        print("\r" + " " * 24 + "\r", end="", file=sys.stderr, flush=True)

    def ratio(what):
        return statistics.median(getattr(their, what) / max(getattr(our, what), 1e-6) for our, their in pairs)

    return Pair(median([our for our, _ in pairs]), median([their for _, their in pairs]), ratio("wall"),
                ratio("cpu"), ratio("peak"))


def repeat(measured, rounds):
    measured()
    return median([measured() for _ in range(rounds)])


def _family(root):
    """The process and all that descend from it, now."""
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        try:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/children", encoding="ascii") as children:
                    waiting.extend(map(int, children.read().split()))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def _proportional_bytes(process):
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as lines:
            return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    except (FileNotFoundError, ProcessLookupError, PermissionError, StopIteration):
        return 0


def whole_tree_peak(command):
    """The most memory that the process and its descendants held together, looked at every 2 milliseconds, with
    what they share counted once. In a run of its own: looking costs time."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    most = 0
    try:
        while process.poll() is None:
            most = max(most, sum(map(_proportional_bytes, _family(process.pid))))
            time.sleep(0.002)
    finally:
        process.kill()
        process.wait()
    return most
