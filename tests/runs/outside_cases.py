"""What comes from outside: servers that answer and that do not, and the hand that interrupts."""
import hashlib
import http.server
import os
import pathlib
import shutil
import signal
import subprocess
import threading
import time

import published_figures
from case import equal, test
from theme_faults import with_faulty


def serving(answer):
    """A server on loopback that answers one path, started and stopped by its test."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@test
def an_input_is_fetched_over_http_and_its_hash_is_recorded(case):
    content = case.read("activities.csv").replace(",2,things", ",47,things").encode()

    def answer(request):
        request.send_response(200)
        request.send_header("Content-Type", "text/csv")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    server = serving(answer)
    try:
        url = f"http://127.0.0.1:{server.server_port}/activities.csv"
        case.change("run.toml", 'file = "activities.csv"', f'url = "{url}"')
        case.make().ends(0)
        page = published_figures.Page(case.html)
        assert ["Events with partners", "47"] in [row[:2] for table in page.tables.values() for row in table]
        fetched = next(i for i in case.record()["inputs"] if i["input"] == "activities")
        equal(fetched["sha256"], hashlib.sha256(content).hexdigest())
        case.make("--offline").ends(3)
        assert "was not fetched, because the run is offline" in case.err, case.err
    finally:
        server.shutdown()
        server.server_close()


@test
def a_server_that_does_not_answer_costs_only_what_needs_it(case):
    server = serving(lambda request: time.sleep(3))
    try:
        case.change("run.toml", 'file = "activities.csv"',
                    f'url = "http://127.0.0.1:{server.server_port}/activities.csv"\ntimeout_seconds = 1')
        case.make().ends(3)
        assert f"http://127.0.0.1:{server.server_port}/activities.csv" in case.err, case.err
        assert case.err.endswith("\nmissing: Work with partners. Owed by Community Team.\n"), case.err
        assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    finally:
        server.shutdown()
        server.server_close()


def children(pid):
    """Every thread of a process has a list of the processes that it started."""
    return [int(child) for threads in pathlib.Path(f"/proc/{pid}/task").glob("*/children")
            for child in threads.read_text().split()]


def lives(pid):
    """A process that has ended and that nobody has asked about does not live."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@test
def a_run_that_is_interrupted_leaves_no_half_report_and_no_worker(case):
    with_faulty(case, "hangs", "limits = { seconds = 60 }")
    process = subprocess.Popen([case.build / "bin" / "equality-report", "build", "run.toml"], cwd=case.folder,
                               stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        if "drafting" in process.stderr.readline():
            break
    time.sleep(0.5)
    workers = children(process.pid)
    assert workers, "there was no worker to end"
    process.send_signal(signal.SIGINT)
    equal(process.wait(10), 130)
    case.wrote_nothing()
    for _ in range(30):
        if not any(lives(worker) for worker in workers):
            break
        time.sleep(0.1)
    equal([worker for worker in workers if lives(worker)], [])


@test
def a_run_that_is_killed_leaves_no_file_in_a_temporary_folder_and_the_next_one_makes_the_report(case):
    """At twelve moments over the time that a run takes: nothing of people lies where others can read it, and whatever
    is in draft/ is whole."""
    temporary = case.top / "tmp"
    temporary.mkdir()
    command = [case.build / "bin" / "equality-report", "build", "run.toml", "--out", "out", "--progress", "none"]
    environment = os.environ | {"TMPDIR": str(temporary)}

    def run(seconds=60):
        process = subprocess.Popen(command, cwd=case.folder, env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        return process.returncode

    def draft():
        return {path.name: path.read_bytes() for path in (case.folder / "out" / "draft").glob("*") if path.is_file()}

    start = time.monotonic()
    assert run() in (0, 3)
    length, whole = time.monotonic() - start, draft()
    shutil.rmtree(case.folder / "out")
    killed = 0
    for moment in range(1, 13):
        killed += run(length * moment / 12) == -signal.SIGKILL
        private = case.folder / "out" / "private"
        if private.exists():
            equal(oct(private.stat().st_mode & 0o777), oct(0o700))
            # Between the making of a file and the taking away of its name, it is empty.
            equal([path.name for path in (private / "work").rglob("*") if path.is_file() and path.stat().st_size], [])
        assert draft() in ({}, whole), "half a draft"
        equal(list(temporary.iterdir()), [])
        shutil.rmtree(case.folder / "out", ignore_errors=True)
        if moment % 4 == 0:
            run(length * moment / 13)
            assert run() in (0, 3)  # over what a killed run left
            equal(draft(), whole)
            equal((private / "work").exists(), False)
    assert killed >= 6, killed
