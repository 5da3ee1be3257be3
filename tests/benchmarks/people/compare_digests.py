#!/usr/bin/python3
"""Says whether digests of the benchmark's job agree: every count exactly, every percentage to 0.00002.

usage: compare_digests.py DIGEST.json DIGEST.json ...      exit code 0 if all agree with the first, else 1

A count that one digest leaves out is nought. Prints each difference, by its place in the digest.
"""
import json
import sys

TOLERANCE = 2e-5


def flat(digest, place=""):
    """The numbers of a digest by their place, without those that are nought."""
    if isinstance(digest, dict):
        parts = digest.items()
    elif isinstance(digest, list):
        parts = enumerate(digest)
    else:
        return {place: digest} if digest else {}
    numbers = {}
    for key, part in parts:
        numbers.update(flat(part, f"{place}/{key}"))
    return numbers


def differences(first, second):
    first, second = flat(first), flat(second)
    for place in sorted(first.keys() | second.keys()):
        one, other = first.get(place, 0), second.get(place, 0)
        allowed = TOLERANCE if place.startswith("/gpg/") else 0
        if not abs(one - other) <= allowed:
            yield f"{place}: {one} and {other}"


def main(paths):
    if len(paths) < 2:
        sys.exit(__doc__)
    digests = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            digests.append(json.load(file))
    agree = True
    for path, digest in zip(paths[1:], digests[1:]):
        for line in differences(digests[0], digest):
            print(f"{paths[0]} and {path}: {line}")
            agree = False
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
