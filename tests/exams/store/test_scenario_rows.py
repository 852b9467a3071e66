"""Simulated calls lie open in every content database, and come back as they were written."""

from contextlib import closing

import pytest

from exams.content.parts import make_parts
from exams.store.content_build import build_content, build_open_content
from exams.store.content_errors import NotInContent
from exams.store.content_rows import ContentStore
from tests.exams.scenarios.sample import FILE, HEAD, NODES, a_course_with_a_call


@pytest.fixture
def sources(tmp_path):
    tree = a_course_with_a_call(tmp_path / "assets")
    tree.write(FILE.replace("s01", "s02"), HEAD.replace('"s01"', '"s02"') + NODES)
    return tree.read()


@pytest.mark.parametrize("open_only", [False, True])
def test_every_call_comes_back_as_it_was_read(sources, tmp_path, open_only):
    assert sources.faults == ()
    path = tmp_path / "content.sqlite"
    if open_only:
        build_open_content(make_parts(sources).course, path)
    else:
        build_content(sources, path)
    with closing(ContentStore(path)) as store:
        assert store.scenarios() == tuple(written.scenario for written in sources.scenarios)
        assert [one.id for one in store.scenarios()] == ["s01", "s02"]
        assert store.scenario("s02") == sources.scenarios[1].scenario
        with pytest.raises(NotInContent):
            store.scenario("s03")
