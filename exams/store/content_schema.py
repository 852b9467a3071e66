"""The shape of the content database, known without the library that builds it."""

APPLICATION_ID = 0x42414344  # "BACD"
SHAPE = 5

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
        "passages",
        "passage_search",
        "passage_search_data",
        "passage_search_idx",
        "passage_search_docsize",
        "passage_search_config",
    )
)

VIEWS = {
    "section_text": """
        SELECT sections.id, sections.chapter, section_words.lang, section_words.title,
               (SELECT group_concat(text, char(10)) FROM
                   (SELECT text FROM passages WHERE kind = 'section' AND ref = sections.id
                    AND passages.lang = section_words.lang AND text <> passages.title ORDER BY passages.id)) AS body,
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

SHA256 = "6cc6d086e22ab0939702ea5a3dd2ffa89270d9ef637ce78db68ca0bfa7129917"
"""Of the shape that `pour` makes, indexes and all, as `shape_sha256` counts it; a test says the new one."""

SEARCH_TABLES = "passage_search_"
"""How the tables begin that SQLite makes for its search, each version with SQL of its own."""

SEARCH = """
    CREATE VIRTUAL TABLE passage_search
    USING fts5(text, singles, content='', tokenize='unicode61 remove_diacritics 2')"""
