"""The shape of the content database, known without the library that builds it."""

APPLICATION_ID = 0x42414344  # "BACD"
SHAPE = 2

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
               key_words.explanation,
               CASE WHEN items.use = 'exam' THEN '' WHEN items.type = 'numerical' THEN items.template
                    ELSE keys.correct END AS key,
               items.facts
        FROM items
        JOIN item_words ON item_words.item = items.id AND item_words.version = items.version
        JOIN keys ON keys.item = items.id AND keys.version = items.version
        JOIN key_words ON key_words.item = items.id AND key_words.version = items.version
            AND key_words.lang = item_words.lang""",
}

SEARCH = """
    CREATE VIRTUAL TABLE section_search
    USING fts5(title, body, singles, content='', tokenize='unicode61 remove_diacritics 2')"""
