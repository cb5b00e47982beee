"""The lines of the tables, with the limits that they are held against."""

from __future__ import annotations

from benchmarks.figures import Row

SCREEN = (
    Row("start to first paint of the list", "ours: first paint", "floor: first paint", 1.2),
    Row("time to interactive", "ours: interactive", "floor: interactive", 1.2),
    Row("start CPU", "ours: start CPU", "floor: start CPU", 1.3),
    Row("memory after start", "ours: memory", "floor: memory", 1.5, "MiB"),
    Row("cursor key, p95", "ours: cursor key, p95", "floor: cursor key, p95", 1.5),
    Row("cursor key, p50", "ours: cursor key, p50", "floor: cursor key, p50"),
    Row("Space, p50, against the floor's toggle and 3 commits of SQLite",
        "ours: toggle, p50", "floor: toggle and 3 commits", 1.0),
    Row("200 cursor keys at once until quiet", "ours: burst", "floor: burst", 2.0),
    Row("quit by q, terminal restored", "ours: quit", "floor: quit", 0.3),
    Row("SIGTERM, terminal restored, against the floor's q", "ours: SIGTERM", "floor: quit", 0.3),
    Row("SIGHUP, terminal restored, against the floor's q", "ours: SIGHUP", "floor: quit", 0.3),
)  # fmt: skip
"""Against the floor, in truecolour."""

BYTES = (
    Row("start, truecolour", "ours: start bytes", "floor: start bytes", 12_000, "bytes"),
    Row("start, 16 colours",
        "ours, 16 colours: start bytes", "floor, 16 colours: start bytes", 12_000, "bytes"),
    Row("cursor key, truecolour",
        "ours: cursor key, bytes", "floor: cursor key, bytes", 800, "bytes"),
    Row("cursor key, 16 colours",
        "ours, 16 colours: cursor key, bytes", "floor, 16 colours: cursor key, bytes", 500,
        "bytes"),
    Row("Space, truecolour", "ours: toggle, bytes", "floor: toggle, bytes", 400, "bytes"),
    Row("Space, 16 colours",
        "ours, 16 colours: toggle, bytes", "floor, 16 colours: toggle, bytes", 300, "bytes"),
    Row("a colleague's commit", "ours: colleague bytes", "", 600, "bytes"),
    Row("four seconds in which nothing changes", "ours: idle bytes", "", 0, "bytes"),
)  # fmt: skip
"""What goes over the line; medians, and no tolerance."""

COLLEAGUE = (
    Row("a colleague's commit to our repaint", "ours: colleague seen", "", 1.0),
    Row("processor, idle", "ours: idle CPU", "", 0.01, "%"),
)
"""Of ours alone."""

MINUTES = (
    Row("a key in the editor until the preview of 60 pages has followed, p50",
        "minutes of 60 pages: key, p50", "minutes of 0 pages: key, p50", 2.0),
)  # fmt: skip
"""Against the same key with a preview of hardly a line."""

GROWTH = (
    Row("1,000 items: first paint", "1,000 items: first paint", "ours: first paint", 1.3),
    Row("1,000 items: start CPU", "1,000 items: start CPU", "ours: start CPU"),
    Row("1,000 items: time to interactive", "1,000 items: interactive", "ours: interactive", 1.3),
    Row("1,000 items: memory more than with 43", "1,000 items: memory more", "", 15, "MiB"),
    Row("1,000 items: cursor key, p95", "1,000 items: cursor key, p95", "ours: cursor key, p95"),
    Row("1,000 items: Space, p50", "1,000 items: toggle, p50", "ours: toggle, p50"),
    Row("10,000 items: first paint", "10,000 items: first paint", "ours: first paint", 2.0),
    Row("10,000 items: start CPU", "10,000 items: start CPU", "ours: start CPU"),
    Row("10,000 items: time to interactive",
        "10,000 items: interactive", "ours: interactive", 2.0),
    Row("10,000 items: memory more than with 43", "10,000 items: memory more", unit="MiB"),
    Row("10,000 items: cursor key, p95",
        "10,000 items: cursor key, p95", "ours: cursor key, p95"),
    Row("10,000 items: Space, p50", "10,000 items: toggle, p50", "ours: toggle, p50"),
    Row("10,000 items: filter key, p95, against a cursor key there",
        "10,000 items: filter key, p95", "10,000 items: cursor key, p95", 3.0),
    Row("10,000 items: filter key, p95, against its p50",
        "10,000 items: filter key, p95", "10,000 items: filter key, p50"),
    Row("the floor with 10,000 lines: first paint",
        "floor, 10,000 items: first paint", "floor: first paint"),
    Row("100,000 events: first paint", "100,000 events: first paint", "ours: first paint", 1.1),
    Row("100,000 events: start CPU", "100,000 events: start CPU", "ours: start CPU", 1.1),
    Row("100,000 events: time to interactive",
        "100,000 events: interactive", "ours: interactive", 1.1),
    Row("100,000 events: Space, p50", "100,000 events: toggle, p50", "ours: toggle, p50", 1.1),
    Row("1,000 events: first paint", "1,000 events: first paint", "ours: first paint"),
    Row("1,000 events: Space, p50", "1,000 events: toggle, p50", "ours: toggle, p50"),
)  # fmt: skip
"""Against ours with the 43 items and the events of the sample."""

COLD = (
    Row("`list`", "cold list", "cold pass", 8),
    Row("`list`, processor", "cold list, CPU", "cold pass, CPU", 8),
    Row("`show`", "cold show", "cold pass", 8),
    Row("`show`, processor", "cold show, CPU", "cold pass, CPU", 8),
    Row("`set`, its two fsyncs included", "cold set", "cold pass", 11),
    Row("`set`, processor", "cold set, CPU", "cold pass, CPU", 11),
    Row("import of minutes, against `list`", "cold import", "cold list", 10),
    Row("export of minutes, against `list`", "cold export", "cold list", 6),
)
"""Against `python -I -S -c pass`."""

STORE = (
    *(Row(f"commit, {events:,} events", f"commit, {events} events",
          f"SQLite, {events} events", 4.0) for events in (0, 10_000, 100_000)),
    Row("commit, 10,000 events, against none", "commit, 10000 events", "commit, 0 events", 1.5),
    Row("commit, 100,000 events, against none", "commit, 100000 events", "commit, 0 events", 1.5),
    Row("opening, 100,000 events, against none", "open, 100000 events", "open, 0 events", 1.5),
    *(Row(f"TinyDB as it comes, {events:,} events", f"TinyDB, {events} events",
          f"SQLite, {events} events") for events in (0, 10_000, 100_000)),
)  # fmt: skip
"""A change of one field with its event, durable; against SQLite (DELETE, EXTRA)."""

SESSIONS = tuple(
    row
    for count in (1, 4, 16)
    for row in (
        Row(f"{count} sessions: commits in all",
            f"{count} sessions: commits per second", "1 sessions: commits per second",
            unit="per second"),
        Row(f"{count} sessions: wait for one's own, p95",
            f"{count} sessions: wait, p95", "1 sessions: wait, p95"),
    )
)  # fmt: skip
"""Several sessions on one folder, each committing as fast as it can."""
