from brexitsite.model import Topic
from brexitsite.store.topics import TopicWords

WORDS = TopicWords(
    [
        Topic("tolls", "Tolls", ("toll", "bridge toll", "£2 fare")),
        Topic("bridge", "The bridge", ("bridge", "Ferryman's Arms", "common market 2.0")),
    ]
)


def test_most_hits_come_first_and_ties_keep_the_files_order() -> None:
    assert WORDS.topics_of("A bridge, a bridge and a toll.", 1) == ("bridge", "tolls")
    assert WORDS.topics_of("A bridge and a toll.", 1) == ("tolls", "bridge")


def test_the_longest_phrase_counts_alone() -> None:
    assert WORDS.topics_of("The bridge toll.", 1) == ("tolls",)


def test_words_match_whole_and_in_any_case() -> None:
    assert WORDS.topics_of("Tollbooths, bridges.", 1) == ()
    assert WORDS.topics_of("At the FERRYMAN’S ARMS.", 1) == ("bridge",)
    assert WORDS.topics_of("A bridge-toll; the common-market 2.0.", 1) == ("tolls", "bridge")


def test_one_hit_is_not_enough_where_two_are_asked() -> None:
    assert WORDS.topics_of("One toll.", 2) == ()
