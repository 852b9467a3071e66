"""All bookmarks, notes and highlights of a person, those whose words are gone too."""
