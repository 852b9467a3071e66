"""The words that make a choice of two a question of true or false, in the languages that banks are met in."""

TRUE_WORDS = frozenset(("true", "t", "yes", "y", "对", "正确", "是", "√", "✓", "wahr", "richtig", "ja", "vrai", "oui"))
FALSE_WORDS = frozenset(("false", "f", "no", "n", "错", "错误", "否", "×", "✗", "falsch", "nein", "faux", "non"))
TRUE_WORDS |= {"sant", "juist", "prawda", "верно", "правда", "истина", "правильно", "正しい", "○", "verdad"}
FALSE_WORDS |= {"falskt", "onjuist", "fałsz", "неверно", "ложь", "неправильно", "誤り"}
TRUE_WORDS |= {"verdadero", "sí", "si", "vero", "waar", "verdadeiro", "v"}
FALSE_WORDS |= {"falso", "onwaar"}
