"""The threads of one theme, by a recursive query over the same table that the engine wrote.

    RODE_DRAAD_TABLE=/tmp/t cargo bench --no-default-features --bench patterns
    python3 benches/duckdb_threads.py /tmp/t

Carriers are connected over direct edges and over one person who is no carrier, as in the engine
(the rule that leaves out what direct edges already reach changes no component). The query finds
only the components; the engine in the same time finds edges, ends, chains and every other pattern.
"""

import pathlib
import sys
import time

import duckdb

folder = pathlib.Path(sys.argv[1])
db = duckdb.connect()
db.execute(f"create table people as from read_csv('{folder}/people.csv')")
db.execute(f"create table parents as from read_csv('{folder}/parents.csv')")

start = time.perf_counter()
db.execute("""
    create table carriers as select person from people where yes = 1;
    create table edges as
        select p.parent as a, p.child as b from parents p
            join carriers x on x.person = p.parent join carriers y on y.person = p.child
        union
        select g.parent, p.child from parents p
            join parents g on g.child = p.parent
            join carriers x on x.person = g.parent join carriers y on y.person = p.child
            anti join carriers m on m.person = p.parent;
    create table links as select a, b from edges union all select b, a from edges;
""")
threads = db.execute("""
    with recursive reach(person, low) using key (person) as (
        select a, min(least(a, b)) from links group by a
        union
        select links.a, min(reach.low) from links join reach on reach.person = links.b
            join recurring.reach mine on mine.person = links.a
            where reach.low < mine.low group by links.a
    )
    select count(distinct low) from reach
""").fetchone()[0]
seconds = time.perf_counter() - start

engine_threads, all_seconds, thread_seconds = (folder / "engine.txt").read_text().split()
print(f"duckdb {duckdb.__version__}: {threads} threads in {seconds:.3f} s, tables read before")
print(f"engine: {engine_threads} threads and everything else from the map in {all_seconds} s")
print(f"engine: threads of every theme once the facts are read in {thread_seconds} s")
print(f"times faster: {seconds / float(all_seconds):.2f} all, {seconds / float(thread_seconds):.2f} threads")
