"""Chance: pinned so that every platform agrees, fair so that no item is favoured."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.chance.deck import Deck
from exams.chance.stream import Stream


def test_the_stream_gives_the_pinned_numbers():
    stream = Stream(b"branch")
    assert [stream.below(100) for _ in range(12)] == [50, 25, 58, 73, 23, 8, 30, 21, 53, 6, 57, 16]


def test_the_stream_gives_the_pinned_orders():
    assert "".join(Stream(b"branch").shuffled("ABCDEFGH")) == "HABEDCFG"
    assert "".join(Deck("ABCDEFGH", Stream(b"branch"))) == "GAEBHDFC"


def test_a_word_is_eight_bytes_of_sha256_over_seed_and_counter():
    first, second = (hashlib.sha256(b"seed" + number.to_bytes(8, "big")).digest() for number in (0, 1))
    stream = Stream(b"seed")
    words = [stream.below(1 << 64) for _ in range(8)]
    assert b"".join(word.to_bytes(8, "big") for word in words) == first + second


def test_large_limits_read_as_many_words_as_they_need():
    stream = Stream(b"branch")
    assert stream.below(10**30) == 212982395700166247072846363525


def test_words_that_would_favour_small_numbers_are_dropped():
    n = 3 << 62
    words = Stream(b"branch")
    kept = [word for word in (words.below(1 << 64) for _ in range(400)) if word < n]
    stream = Stream(b"branch")
    assert [stream.below(n) for _ in range(len(kept))] == kept
    assert len(kept) < 400


LIMITS = st.lists(st.sampled_from([1, 3, 1000, 3 << 62, 10**30]), max_size=40)


@given(st.binary(max_size=4), st.lists(LIMITS | LIMITS.map(lambda some: [min(n, 1000) for n in some])))
def test_numbers_drawn_together_are_those_that_come_one_by_one(seed, asked):
    together, alone = Stream(seed), Stream(seed)
    for limits in asked:
        assert together.each(limits) == [alone.below(n) for n in limits]


def test_nothing_lies_below_one():
    with pytest.raises(ValueError, match="0"):
        Stream(b"").below(0)
    with pytest.raises(ValueError, match="0"):
        Stream(b"").each([5, 0])


def test_every_result_is_about_equally_likely():
    stream = Stream(b"fair")
    counts = Counter(stream.below(7) for _ in range(14_000))
    assert set(counts) == set(range(7))
    assert all(1850 < count < 2150 for count in counts.values())


def test_every_order_is_about_equally_likely():
    stream = Stream(b"orders")
    shuffles = Counter(stream.shuffled("ABC") for _ in range(6_000))
    deals = Counter(tuple(Deck("ABC", stream)) for _ in range(6_000))
    for orders in (shuffles, deals):
        assert len(orders) == 6
        assert all(850 < count < 1150 for count in orders.values())


@given(seed=st.binary(max_size=40), limits=st.lists(st.integers(1, 2**70), max_size=30))
def test_the_same_seed_gives_the_same_numbers_in_range(seed, limits):
    one, other = Stream(seed), Stream(seed)
    numbers = [one.below(limit) for limit in limits]
    assert numbers == [other.below(limit) for limit in limits]
    assert all(0 <= number < limit for number, limit in zip(numbers, limits, strict=True))


@given(seed=st.binary(max_size=8), items=st.lists(st.integers(), max_size=40))
def test_shuffling_and_dealing_lose_and_double_nothing(seed, items):
    assert sorted(Stream(seed).shuffled(items)) == sorted(items)
    deck = Deck(items, Stream(seed))
    assert sorted(deck) == sorted(items)
    assert list(deck) == list(deck)


@given(seed=st.binary(max_size=8), items=st.lists(st.integers(), min_size=1, max_size=9))
def test_a_choice_is_one_of_the_items(seed, items):
    assert Stream(seed).choice(items) in items


def test_a_deck_touches_only_what_it_deals():
    class Counting(list):
        touched = 0

        def __getitem__(self, place):
            self.touched += 1
            return super().__getitem__(place)

    cards = Counting(range(100_000))
    deck = iter(Deck(cards, Stream(b"few")))
    assert len({next(deck) for _ in range(5)}) == 5
    assert cards.touched == 5
