"""One read-only connection to a content database, opened and checked on first use."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from exams.store.content_errors import ContentDamaged, ContentMissing, ContentNewer, ContentOlder
from exams.store.content_schema import APPLICATION_ID, SEARCH_TABLES, SHA256, SHAPE, TABLES, VIEWS
from exams.store.shapes import shape_of, shape_sha256

Row = Sequence[object]


class ContentFile:
    """Asks questions; anything SQLite cannot read is `ContentDamaged`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        if not path.is_file():
            raise ContentMissing(path=str(path))

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        try:
            return self._open().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self.damaged(str(error)) from error

    def damaged(self, detail: str) -> ContentDamaged:
        """The failure to raise for something in the file that cannot be."""
        return ContentDamaged(path=str(self.path), detail=detail)

    def close(self) -> None:
        """Let the file go; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            if not self.path.is_file():
                raise ContentMissing(path=str(self.path))
            uri = f"{self.path.resolve().as_uri()}?mode=ro"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            try:
                self._check(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _check(self, connection: sqlite3.Connection) -> None:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise self.damaged("application_id")
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != SHAPE:
            failure = ContentNewer if found > SHAPE else ContentOlder
            raise failure(path=str(self.path), found=found, known=SHAPE)
        wanted = {("table", name) for name in TABLES} | {("view", name) for name in VIEWS}
        there = connection.execute("SELECT type, name FROM sqlite_master WHERE type <> 'index'").fetchall()
        for kind, name in sorted(wanted.symmetric_difference(there)):
            raise self.damaged(f"{kind} {name}")
        if shape_sha256(shape_of(connection), SEARCH_TABLES) != SHA256:
            raise self.damaged("schema")


def look_at_content(path: Path) -> None:
    """Raise what opening it raises: `ContentMissing`, `ContentDamaged`, `ContentNewer` or `ContentOlder`."""
    with closing(ContentFile(path)) as file:
        file.rows("SELECT 1")
