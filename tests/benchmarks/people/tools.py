"""What is measured: the engine's side and the peers, how each is started, and what the machine is."""
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import tomllib

import compare_digests
from timing import Failed, run_once

HERE = pathlib.Path(__file__).resolve().parent
PEERS_FOLDER = HERE / "peers"
PYTHON = "/usr/bin/python3"
CPUS = os.cpu_count() or 1

PEERS = {
    "pandas": [PYTHON, "-c", "import pandas, xlsxwriter, jinja2"],
    "duckdb": ["node", "-e", "require('@duckdb/node-api')"],
    "polars": ["node", "-e", "require('nodejs-polars')"],
}
REMEDIES = {
    "pandas": "apt-get install python3-pandas python3-xlsxwriter python3-jinja2",
    "duckdb": "npm ci --prefix tests/benchmarks/people/peers",
    "polars": "npm ci --prefix tests/benchmarks/people/peers",
}


def missing(peer):
    """None if the peer can be run, else what to do about it."""
    try:
        there = subprocess.run(PEERS[peer], cwd=PEERS_FOLDER, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        there = False
    return None if there else "it is not installed here (" + REMEDIES[peer] + ")"


def codes(codebook):
    """From the codebook: for every column, the label of each value it may hold, for the peers."""
    columns = {}
    for characteristic in tomllib.loads(codebook.read_text(encoding="utf-8"))["characteristics"].values():
        if "column" not in characteristic:
            continue
        groups = [*characteristic["groups"], *characteristic.get("undeclared", [])]
        columns[characteristic["column"]] = {
            value.strip().lower(): group["label"] for group in groups for value in group["values"]}
    return columns


class Bench:
    """Starts everything. Extracts and whatever the tools write stand in `folder`."""

    def __init__(self, build, folder, rounds):
        self.build, self.folder, self.rounds = build, folder, rounds
        self.codebook = HERE / "codebook.toml"
        self.codes = folder / "codes.json"
        self.codes.write_text(json.dumps(codes(self.codebook)), encoding="utf-8")
        self._extracts = {}

    def check_built(self):
        for program in ("bin/people-job", "bin/make-extract", "bin/equality-report",
                        "benchmark-themes/staff-tables/staff-tables.eqr.so"):
            if not (self.build / program).exists():
                raise Failed(f"{program} is not built\nhint: cmake --preset benchmarks && "
                             "cmake --build --preset benchmarks")

    def maker(self, rows, *options):
        return [str(self.build / "bin" / "make-extract"), str(rows), *options]

    def extract(self, rows, *options):
        """An extract as a file, made once. The last one made is in the page cache, as are the tools."""
        name = f"extract-{rows}{''.join(options)}.csv"
        if name not in self._extracts:
            path = self.folder / name
            with open(path, "wb") as file:
                if subprocess.run(self.maker(rows, *options), stdout=file, check=False).returncode != 0:
                    raise Failed(f"make-extract could not write {rows} rows; is the disk full?")
            self._extracts[name] = path
        return self._extracts[name]

    def drop(self, extract):
        """Removes an extract that is not needed any more."""
        extract.unlink()
        self._extracts.pop(extract.name)

    def digest(self, tool):
        return self.folder / tool / "digest.json"

    def people_job(self, extract, *options, feed=None, name="engine"):
        (self.folder / name).mkdir(exist_ok=True)
        command = [str(self.build / "bin" / "people-job"), str(extract), str(self.codebook), str(self.digest(name)),
                   *options]
        return run_once(command, feed=feed, folder=self.folder)

    def peer(self, peer, extract, *options):
        starts = {"pandas": [PYTHON, str(PEERS_FOLDER / "pandas_job.py")],
                  "duckdb": ["node", str(PEERS_FOLDER / "duckdb_job.mjs")],
                  "polars": ["node", str(PEERS_FOLDER / "polars_job.cjs")]}
        if peer == "duckdb":
            options = (*options, "--threads", str(CPUS))
        return [*starts[peer], str(extract), str(self.codes), str(self.folder / peer), *options]

    def run_peer(self, peer, extract, *options):
        return run_once(self.peer(peer, extract, *options), folder=self.folder)

    def check_equal(self, extract, peers):
        """Every tool once; Failed unless all found the same numbers."""
        self.people_job(extract, name="engine")
        self.people_job(extract, "--threads", "1", "--no-hash", name="engine-1")
        for peer in peers:
            self.run_peer(peer, extract)
        digests = {name: json.loads(self.digest(name).read_text(encoding="utf-8"))
                   for name in ("engine", "engine-1", *peers)}
        different = [f"engine and {name}: {line}" for name, digest in digests.items()
                     for line in compare_digests.differences(digests["engine"], digest)]
        if different:
            raise Failed("\n".join(["the tools do not agree, so no time counts:", *different[:40]]))
        return digests["engine"]

    def run_folder(self, extract):
        """A run folder whose extract is this one. Gives the command that builds its report."""
        folder = self.folder / "run"
        if not folder.exists():
            shutil.copytree(HERE / "run-folder", folder)
            shutil.copy(self.codebook, folder / "codebook.toml")
            plugin = folder / "plugins" / "staff-tables"
            plugin.mkdir(parents=True)
            for file in (self.build / "benchmark-themes" / "staff-tables").iterdir():
                shutil.copy(file, plugin)
            for path in (folder, folder / "plugins", plugin, *plugin.iterdir()):
                path.chmod(path.stat().st_mode & ~0o022)
        linked = folder / "extract.csv"
        linked.unlink(missing_ok=True)
        os.link(extract, linked)
        return [str(self.build / "bin" / "equality-report"), "build", str(folder / "run.toml"), "--out",
                str(folder / "out"), "--progress", "none"]


def machine(build, peers):
    """The machine and the tools, in words that may be published."""
    cpu = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(encoding="ascii"), re.M)
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text(encoding="ascii"))[1])
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"))
    cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
    kind = re.search(r"^CMAKE_BUILD_TYPE:\w+=(.*)$", cache, re.M)
    compiler = subprocess.run(["c++", "-dumpfullversion"], capture_output=True, text=True, check=False).stdout.strip()
    told = {"processor": f"{cpu[1] if cpu else platform.machine()}, {CPUS} logical",
            "memory": f"{memory / 2**20:.0f} GiB", "system": system[1] if system else platform.system(),
            "compiler": f"g++ {compiler}, {kind[1] if kind else 'unknown'}"}
    versions = {
        "pandas": [PYTHON, "-c", "import pandas, xlsxwriter, jinja2; print(pandas.__version__, 'XlsxWriter', "
                   "xlsxwriter.__version__, 'Jinja2', jinja2.__version__)"],
        "duckdb": ["node", "-p", "require('@duckdb/node-api/package.json').version + ' node ' + process.version"],
        "polars": ["node", "-p", "require('nodejs-polars/package.json').version + ' node ' + process.version"]}
    for peer in peers:
        told[peer] = subprocess.run(versions[peer], cwd=PEERS_FOLDER, capture_output=True, text=True,
                                    check=False).stdout.strip()
    return told
