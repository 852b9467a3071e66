"""The shape of the content database, known without the library that builds it."""

APPLICATION_ID = 0x42414344  # "BACD"
SHAPE = 4

TABLES = frozenset(
    (
        "parts",
        "course",
        "chapters",
        "sections",
        "section_words",
        "terms",
        "facts",
        "topics",
        "blueprints",
        "scenarios",
        "items",
        "item_words",
        "keys",
        "key_words",
        "section_search",
        "section_search_data",
        "section_search_idx",
        "section_search_docsize",
        "section_search_config",
    )
)

VIEWS = {
    "section_text": """
        SELECT sections.id, sections.chapter, section_words.lang, section_words.title, section_words.body,
               sections.minutes
        FROM sections JOIN section_words ON section_words.section = sections.id""",
    "item_text": """
        SELECT items.id, items.chapter, items.section, items.use, items.type, item_words.lang, item_words.stem,
               coalesce(key_words.explanation, '') AS explanation,
               CASE WHEN items.use = 'exam' THEN '' WHEN items.type = 'numerical' THEN items.template
                    ELSE coalesce(keys.correct, '') END AS key,
               items.facts
        FROM items
        JOIN item_words ON item_words.item = items.id AND item_words.version = items.version
        LEFT JOIN keys ON keys.item = items.id AND keys.version = items.version
        LEFT JOIN key_words ON key_words.item = items.id AND key_words.version = items.version
            AND key_words.lang = item_words.lang""",
}

SHA256 = "aad5a4ba7cf72c48226a1896d3f63ff83a4f0e61ad71398e55324f264db5ba92"
"""Of the shape that `pour` makes, indexes and all, as `shape_sha256` counts it; a test says the new one."""

SEARCH_TABLES = "section_search_"
"""How the tables begin that SQLite makes for its search, each version with SQL of its own."""

SEARCH = """
    CREATE VIRTUAL TABLE section_search
    USING fts5(title, body, singles, content='', tokenize='unicode61 remove_diacritics 2')"""
