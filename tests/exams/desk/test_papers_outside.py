"""Papers drawn outside a sitting: the same on every PC, each attempt knowing those before it."""

from exams.desk.paper_office import draw_attempts, paper_document


def test_the_same_inputs_give_the_same_paper(content):
    first, second = (draw_attempts(content, "final", "seed", "T1001", 2) for _ in range(2))
    assert first == second


def test_another_seed_person_or_attempt_gives_another_paper(content):
    papers = [
        draw_attempts(content, "final", *inputs).items
        for inputs in (("a", "T1001", 1), ("b", "T1001", 1), ("a", "T1002", 1), ("a", "T1001", 2))
    ]
    assert len(set(map(str, papers))) == 4


def test_the_second_attempt_avoids_what_the_first_has_shown(content):
    first, second = (draw_attempts(content, "final", "s", "T1001", attempt) for attempt in (1, 2))
    assert {p.item for p in first.items} & {p.item for p in second.items} == {"1.2-n1"}


def test_the_document_tells_each_place_in_whole_points_and_nothing_of_the_key(content):
    places = paper_document(content, "final", "seed", "T1001", 1)["items"]
    assert sum(place["points"] for place in places) == 12
    (numerical,) = [place for place in places if place["type"] == "numerical"]
    assert set(numerical["numbers"]) == {"offered", "abandoned"}
    single = next(place for place in places if place["type"] == "single")
    assert sorted(single["options"]) == ["A", "B", "C", "D"]
    assert set(single) == {"id", "version", "chapter", "level", "type", "points", "red_line", "options"}
