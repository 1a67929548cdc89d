"""Makes an SQLite file of the tables that come as JSON: {name: [{column: value}]}. Datasette serves such files."""
import json
import sqlite3
import sys


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def main():
    database = sqlite3.connect(sys.argv[1])
    for table, rows in json.load(sys.stdin).items():
        columns = list(rows[0])
        database.execute(f"create table {quoted(table)} ({', '.join(map(quoted, columns))})")
        places = ", ".join("?" * len(columns))
        database.executemany(f"insert into {quoted(table)} values ({places})", [[row[name] for name in columns] for row in rows])
    database.commit()
    database.execute("analyze")
    database.close()


main()
