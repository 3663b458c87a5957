"""The threads of one theme, by recursive queries over the same tables that the engine wrote.

    RODE_DRAAD_TABLE=/tmp/t cargo bench --no-default-features --bench patterns
    python3 benches/duckdb_threads.py /tmp/t

What is timed, the best of three on either side:

- DuckDB: from its tables of people (who carries it) and parents, already read, to the threads:
  who is in which, their edges, and how many carriers are on the longest chain down.
- The engine: from kinship and facts, already read, to the same of the threads of the same theme;
  and, apart, to the findings made of them, with names, evidence, ends, ages and turning points,
  which DuckDB is not asked for.

Both are given in processor time and DuckDB, which uses every core, in time on the clock as well.
The script ends with an error when the two do not find the same.

Carriers are connected over direct edges and over one person who is no carrier, but for those that
direct edges reach already. In these tables a grandchild is always two steps down, so that two
direct steps are all that need looking at.
"""

import pathlib
import sys
import time

import duckdb

CARRIERS = "create or replace table carriers as select person from people where yes = 1"
DIRECT = """
    create or replace table direct as
        select p.parent as a, p.child as b from parents p
            join carriers x on x.person = p.parent join carriers y on y.person = p.child
"""
EDGES = """
    create or replace table edges as
        select a, b from direct
        union
        select over.a, over.b from (
            select g.parent as a, p.child as b from parents p
                join parents g on g.child = p.parent
                join carriers x on x.person = g.parent join carriers y on y.person = p.child
                anti join carriers m on m.person = p.parent) over
            anti join (select up.a, down.b from direct up join direct down on down.a = up.b) two
                on two.a = over.a and two.b = over.b
"""
MEMBERS = """
    create or replace table members as
        with recursive links as materialized (
            select a, b from edges union all select b, a from edges
        ), reach(person, low) using key (person) as (
            select a, min(least(a, b)) from links group by a
            union
            select links.a, min(reach.low) from links join reach on reach.person = links.b
                join recurring.reach mine on mine.person = links.a
                where reach.low < mine.low group by links.a
        )
        select low as thread, person from reach
"""
THREADS = """
    create or replace table threads as
        with recursive chain(person, n) using key (person) as (
            select person, 1 from members
            union
            select edges.b, max(chain.n + 1) from edges join chain on chain.person = edges.a
                join recurring.chain mine on mine.person = edges.b
                where mine.n < chain.n + 1 group by edges.b
        )
        select thread, max(n) as length from members join chain using (person) group by thread
"""
EDGES_OF = """
    create or replace table edges_of as
        select m.thread, e.a, e.b from edges e join members m on m.person = e.a
"""

folder = pathlib.Path(sys.argv[1])
db = duckdb.connect()
db.execute(f"create table people as from read_csv('{folder}/people.csv')")
db.execute(f"create table parents as from read_csv('{folder}/parents.csv')")

clock, processor = float("inf"), float("inf")
for _ in range(3):
    start, start_processor = time.perf_counter(), time.process_time()
    for query in (CARRIERS, DIRECT, EDGES, MEMBERS, THREADS, EDGES_OF):
        db.execute(query)
    clock = min(clock, time.perf_counter() - start)
    processor = min(processor, time.process_time() - start_processor)

found = db.execute("""
    select (select count(*) from threads), (select count(*) from members),
        (select count(*) from edges_of), (select sum(length) from threads)
""").fetchone()
words = (folder / "engine.txt").read_text().split()
engine, (alone, told, reading, everything) = tuple(map(int, words[:4])), map(float, words[4:])

print(f"duckdb {duckdb.__version__}: {clock:.3f} s on the clock, {processor:.3f} s of processors")
print(f"engine: threads {alone:.4f} s; as findings {told:.4f} s; reading the facts {reading:.3f} s")
print(f"engine, every theme and pattern from the map: {everything:.3f} s")
print("threads, members, edges, sum of lengths:", found)
print(f"threads: the engine is {processor / alone:.1f} times faster, {clock / alone:.1f} on the clock")
print(f"threads as findings: {processor / told:.1f} times, {clock / told:.1f} on the clock")
print(f"everything from the map against the query: {clock / everything:.2f} times, on the clock")
if found != engine:
    sys.exit(f"the engine found {engine}")
