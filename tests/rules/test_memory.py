"""What is remembered of texts is what would be found, and no more is remembered than there is room for."""

from collections.abc import Mapping

from leaflet.rules.memory import Known, Memory
from leaflet.rules.patterns import Texts


def test_each_text_is_asked_once_while_it_is_remembered() -> None:
    asked: list[str] = []

    def _vowels(texts: Texts) -> Mapping[int, str]:
        asked.extend(texts.typed)
        return {number: text[0] for number, text in enumerate(texts.typed) if text[0] in "aeiou"}

    memory = Memory()
    assert Known((1, 2, 3), ("one", "two", "one"), memory).found(_vowels) == [(1, "o"), (3, "o")]
    assert Known((4, 5, 6), ("two", "air", "one"), memory).found(_vowels) == [(5, "a"), (6, "o")]
    assert asked == ["one", "two", "one", "air"]


def test_the_older_half_is_forgotten_where_there_is_no_more_room() -> None:
    memory = Memory(most=4)
    for text in "abcdefghij":
        memory.notes_on([text])
        assert len(memory) <= 4
    assert len(memory.notes_on(list("klmnopqr"))) == 8, "a long monograph has notes on each of its texts"
