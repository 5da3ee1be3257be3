"""Validates a JSON file against a JSON Schema: validate.py SCHEMA FILE. Exit 77 without the jsonschema module."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: the Python module jsonschema is not installed (Debian: python3-jsonschema)")
    sys.exit(77)

schema, report = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
jsonschema.Draft202012Validator.check_schema(schema)
faults = list(jsonschema.Draft202012Validator(schema).iter_errors(report))
for fault in faults:
    print("/".join(map(str, fault.absolute_path)) + ": " + fault.message)
sys.exit(1 if faults else 0)
