"""One sentence per fault of course, bank and scenario sources, written for the trainer who has to mend it.

To add a fault: one line here, one entry in assets/translations/zh/faults.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, str] = {
    # files
    "E_FILE_MISSING": mark("This file is needed and is not there. Create it, or check how its name is spelt."),
    "E_FILE_ENCODING": mark("The file is not UTF-8. Save it again as UTF-8 text."),
    "E_FILE_TOO_LARGE": mark("The file has more than {limit} bytes. Split it."),
    "E_FILE_NAME": mark("No file of this name belongs here. See the guide for names, then rename or move it."),
    "E_CHARACTER": mark("The line holds an invisible character ({character}). Delete it and type the words again."),
    "E_TOML": mark("The line cannot be read as TOML: {detail}. Check quotation marks, brackets and equals signs."),
    "E_FRONT_MATTER": mark("The file must begin with +++, then its fields, then +++ on a line of its own."),
    # fields
    "E_FIELD_MISSING": mark("The field “{field}” is missing or empty. Fill it in."),
    "E_FIELD_UNKNOWN": mark("There is no field “{field}” here. Check the spelling, or the table it stands in."),
    "E_FIELD_TYPE": mark("The field “{field}” must be {wanted}."),
    "E_FIELD_VALUE": mark("“{value}” is not possible for “{field}”. Possible: {allowed}."),
    "E_TOO_LONG": mark("The field “{field}” is longer than {limit} bytes. Shorten it."),
    "E_NOT_TRANSLATED": mark("“{field}” is the same in Chinese and English. Translate it."),
    # ids and sections
    "E_ID_TWICE": mark("“{id}” is used twice; the first stands at {first}. Rename or remove one of them."),
    "E_ID_FORM": mark("“{value}” is not possible for “{field}”; it should look like “{form}”."),
    "E_CHAPTER_TWICE": mark("Chapter {id} stands twice; the first is at {first}. Remove one."),
    "E_SECTION_CHAPTER": mark("Section “{section}” does not belong in chapter {chapter}: its number must begin so."),
    "E_SECTION_UNLISTED": mark("course.toml does not list section {section}. List it there, or remove this file."),
    "E_SECTION_UNKNOWN": mark("There is no section {section}. Check the number, or list it in course.toml."),
    "E_SECTION_PLAIN": mark("Section {section} has neither a table nor a figure. Add one."),
    "E_PRACTICE_FEW": mark("Section {section} has {count} practice questions; it needs {wanted} at least."),
    "E_OBJECTIVE_ID": mark("The objective “{objective}” must be named {section}-a, {section}-b and so on, each once."),
    "E_OBJECTIVE_UNKNOWN": mark("The section has no objective “{objective}”. It has: {known}."),
    "E_OBJECTIVE_UNPRACTISED": mark("No practice question asks about objective {objective}. Write one."),
    "E_LANGUAGES_DIFFER": mark("Chinese and English differ: there “{there}”, here “{here}”. Make them agree."),
    # facts and terms
    "E_FACT_UNKNOWN": mark("The fact {fact} is not in facts.toml. Check the number."),
    "E_FACT_UNLISTED": mark("The fact {fact} is not among the facts at the top of the section. Add it there."),
    "E_FACT_FORM": mark('The entry “{fact}” must look like "F-STD-06" = "V2 H review".'),
    "E_FACT_WEAK": mark("The fact {fact} is too uncertain for a question ({grade}). Rest the question on another one."),
    "E_TERM_UNKNOWN": mark("The glossary has no term “{term}”. Add it to glossary.toml, or correct the link."),
    "E_TERM_UNLINKED": mark(
        "No text in this language ({language}) links to the term “{term}”. Link it once, or remove it."
    ),
    "E_TERM_SPELLING": mark("Our word is “{right}”, not “{words}”. Change it; the glossary lists what to avoid."),
    # numbers and sentences
    "E_SUM_WRONG": mark("The sum “{sum}” does not come out: it should end in {right}. Work it out again."),
    "E_SUM_UNREADABLE": mark("The sum “{sum}” cannot be worked out. Write it in numbers with + − × ÷ and brackets."),
    "E_SENTENCE_LONG": mark(
        "The sentence beginning “{begins}” has {length} characters or words; {longest} are allowed. Make two of it."
    ),
    "E_PROMISE_TAUGHT": mark("“{words}” is a promise, and this is what staff learn to say. Write it differently."),
    # the text of a section
    "E_MARKDOWN": mark("The text holds something we do not use: {name}. See the guide for what may stand in a text."),
    "E_LINK": mark("The link leads to “{target}”. Links lead to term:… or section:… only."),
    "E_BRACES": mark("“{text}” is not a source mark such as {{F-STD-06}}. Curly brackets have no other use here."),
    "E_CONTAINER_UNKNOWN": mark(
        "There is no block “{kind}”. There are: case, example, say, do, dont, note, summary, figure, check."
    ),
    "E_CONTAINER_OPEN": mark("The block “{kind}” that begins here is never closed. End it with a line of :::"),
    "E_CONTAINER_NESTED": mark("The block “{kind}” begins inside another one. Close that one with ::: first."),
    "E_CONTAINER_STRAY": mark("This line of ::: closes nothing. Remove it, or name the block it should begin."),
    "E_CONTAINER_CONTENT": mark("The block “{kind}” must hold {wanted}."),
    "E_CHECK_UNKNOWN": mark("This section has no practice question “{item}”. Check the number."),
    "E_CHECK_TWICE": mark("The practice question “{item}” stands twice; the first is at {first}. Keep one."),
    # figures
    "E_FIGURE_UNKNOWN": mark("There is no figure “{name}” in course/figures. Check the name."),
    "E_FIGURE_TEXT": mark("The figure “{name}” needs a caption, then |, then a description for those who cannot see."),
    "E_FIGURE_WORD_MISSING": mark("The figure uses the word “{word}”, which its .toml lacks under [{language}]."),
    "E_FIGURE_WORD_UNUSED": mark("The figure does not use the word “{word}”. Remove it, or place it in the drawing."),
    "E_SVG": mark("The drawing cannot be read: {detail}."),
    "E_SVG_ELEMENT": mark("The element “{name}” may not stand here in a drawing. See the guide for those that may."),
    "E_SVG_ATTRIBUTE": mark("“{attribute}” may not stand on “{element}” in a drawing. Remove it."),
    "E_SVG_VALUE": mark("“{value}” is not possible for “{attribute}” in a drawing. Possible: {allowed}."),
    "E_SVG_WORDS": mark("Words of a drawing belong in its .toml; write {{{{t:name}}}} here instead of “{text}”."),
    # questions
    "E_ITEM_ID": mark("“{id}” is not possible as the number of this question; it should look like “{form}”."),
    "E_OPTION_COUNT": mark("There are {count} options; this type of question has {allowed}."),
    "E_OPTION_LETTERS": mark("The options must be lettered A, B, C … in this order; here they are {letters}."),
    "E_BOARD": mark(
        "The picture and its regions cannot be read at “{reason}”. Option 0 holds its size, a line for each region and "
        "the picture; the other options name the same regions."
    ),
    "E_OPTIONS_EQUAL": mark("Options {first} and {second} say the same. Change one."),
    "E_OPTION_FORBIDDEN": mark("Option {letter} says “{words}”, which no option may. Write a real option instead."),
    "E_OPTION_PROMISE": mark(
        "Option {letter} is right by the key and promises “{words}”. If these are a customer's or an agent's words, "
        "put them in quotation marks; else write it differently."
    ),
    "E_KEY_TYPE": mark("The key of a question of type {type} must look like {wanted}."),
    "E_KEY_LETTER": mark("The key names option “{letter}”, which is not there. There are: {letters}."),
    "E_KEY_COUNT": mark("The key “{key}” does not do: several right options, or a best and another worst one."),
    "E_KEY_PRESENT": mark("A calculation has no key: the generator works out the answer. Remove the line."),
    "E_WHY_MISSING": mark("The line that says why “{name}” is right or wrong is missing. Write it."),
    "E_WHY_UNKNOWN": mark("There is no option “{name}” to explain. Remove the line, or check the letter."),
    "E_ENEMY_UNKNOWN": mark("There is no other question “{enemy}”. Check the number."),
    "E_STEM_FORBIDDEN": mark("The question says “{words}”, which no question may. Write it differently."),
    "E_STEM_NO_QUESTION": mark("The question asks nothing: a full question ends with a question mark. Write it out."),
    "E_STEMS_ALIKE": mark(
        "The question says {percent} % the same as {other}; less than {most} % is allowed. Take another case."
    ),
    "E_NEGATIVE_PLAIN": mark("The question asks for what is wrong: “{words}”. Put the negative word in bold."),
    "E_OPTIONS_ORDER": mark("The options are numbers only. Put them in order, the smallest first."),
    "E_STATEMENT_PROMISE": mark(
        "The statement is true by the key and promises “{words}”. If these are a customer's or an agent's words, "
        "put them in quotation marks; else write it differently."
    ),
    "E_EXPLANATION_WEB": mark("The explanation names a web page. Name the rule instead."),
    "E_KEY_LONGEST": mark(
        "In {language}, a right option is the longest in {count} of {total} questions; at most {most} may be so. "
        "Shorten it here, or let a wrong option say more."
    ),
    "E_KEY_SPREAD": mark(
        "“{letter}” is the key of {count} of {total} questions of this type; {least} to {most} % are allowed. "
        "Change the order of some options."
    ),
    "E_EXAM_FEW": mark(
        "Section {section} has {count} exam questions; it needs {wanted} at least, one of them above understanding."
    ),
    "E_GENERATOR_UNKNOWN": mark("There is no generator “{generator}”. There are: {known}."),
    "E_GENERATOR_VARIABLES": mark("The ranges must be those of the generator: {wanted}. Different here: {name}."),
    "E_GENERATOR_RANGE": mark(
        "The range of “{name}” does not do: lowest, highest and step as text, with whole steps between them."
    ),
    "E_GENERATOR_DRAW": mark("No numbers from these ranges make sense for “{generator}”. Change the ranges."),
    "E_PLACEHOLDER": mark(
        "{name} in “{field}”: every variable of a calculation stands in its stem as {{name}}, and nothing else does."
    ),
    "E_MISTAKE_MISSING": mark("The feedback for the mistake “{name}” is missing. Write it."),
    "E_MISTAKE_UNKNOWN": mark("The generator knows no mistake “{name}”. Remove the line, or check the name."),
    # blueprints
    "E_BLUEPRINT_CELLS": mark("The numbers do not fit together: {wanted} wanted, {there} there."),
    "E_BLUEPRINT_PARTS": mark("A part with its own time needs chapters of this paper, each in one part alone."),
    "E_BLUEPRINT_TRIAL": mark(
        "The trial items do not fit: by chapter {wanted}, so their count has to be as many at least, and each chapter "
        "one of the paper."
    ),
    "E_BLUEPRINT_SHORT": mark(
        "The bank (form {form}) cannot fill this: chapter {chapter}, type {type}, level {level}: {wanted} wanted, "
        "{available} there ({lack})."
    ),
    # simulated calls
    "E_SCENARIO_COUNT": mark("There are {count} {what}; a call has {allowed} of them."),
    "E_SCENARIO_END": mark("“{node}” has either replies or end = true, and not both. Add what is missing."),
    "E_SCENARIO_TARGET": mark("The reply “{reply}” leads to “{node}”, which is not there. Check the id."),
    "E_SCENARIO_UNREACHED": mark("No reply leads to “{node}”. Lead one there, or remove it."),
    "E_SCENARIO_CIRCLE": mark("The call could go round for ever: {nodes}. No reply may lead back to an earlier line."),
    "E_SCENARIO_NAME": mark("There is no “{name}”. There are: {known}."),
    "E_SCENARIO_NEVER": mark("No reply brings out “{name}”. Put it into discovers or says of a reply, or remove it."),
    "E_SCENARIO_BEST_MOVE": mark("“{node}” has {count} replies marked best; it needs exactly one."),
    "E_SCENARIO_MOVE_POINTS": mark(
        "The reply “{reply}” earns {points}, the best one {best}: the best earns most, a worst one nothing."
    ),
    "E_SCENARIO_RED_MOVE": mark("The reply “{reply}” crosses the red line, so its move is worst. Correct one of both."),
    "E_SCENARIO_NO_RED_LINE": mark("No reply crosses the red line. Mark the one that does with red_line = true."),
    "E_SCENARIO_REACTION": mark("The reply “{reply}” upsets the caller and nobody hears it. Write its reaction."),
    "E_SCENARIO_PROMISE": mark("The reply “{reply}” is a good one and promises “{words}”. Write it differently."),
    "E_SCENARIO_RUBRIC": mark("The weights of the rubric add up to {total}. Make it {wanted}."),
    "E_SCENARIO_WEIGHT": mark(
        "A play can earn {most} points for “{criterion}”, whose weight is {weight}. Lower the points or raise it."
    ),
    "E_SCENARIO_BEST_PLAY": mark("The best replies earn {total} points; {wanted} are needed. They are: {replies}."),
    "E_SCENARIO_BEST_MISSES": mark("The best replies leave out “{name}”. They are: {replies}."),
    "E_SCENARIO_WORST_PLAY": mark("A bad play still earns {total} of the {wanted} that pass: {replies}. Give less."),
    "E_SCENARIO_TARGET_TIME": mark("The best replies take {needed} seconds; the target of {target} is too short."),
    "E_SCENARIO_LONGEST": mark(
        "In {language}, the best reply is the longest in {count} lines; at most {most} may be so: {nodes}. "
        "Shorten it there, or let a wrong reply say more."
    ),
    "E_SCENARIO_PLACE": mark(
        "The best reply stands at place {place} in {count} lines; it should in 1 to {most}. Now: {places}. "
        "Change the order of some replies."
    ),
}

NAMES: dict[str, dict[str, str]] = {
    "wanted": {
        "text": mark("text in quotation marks"),
        "integer": mark("a whole number"),
        "boolean": mark("true or false"),
        "date": mark("a date such as 2027-06-30"),
        "list": mark("a list"),
        "texts": mark("a list of texts"),
        "table": mark("a table"),
        "tables": mark("a list of tables"),
        "range": mark("three numbers as text: lowest, highest, step"),
        "item": mark("the number of one practice question, and nothing else"),
    },
    "name": {
        "html_block": mark("HTML"),
        "html_inline": mark("HTML"),
        "image": mark("an image; use a figure block"),
        "fence": mark("program code"),
        "code_block": mark("a line that begins with four spaces"),
        "hr": mark("a dividing line"),
        "nesting": mark("lists or quotes too deep inside each other"),
        "**": mark("** that begin or end no bold text; put a space between ** and the next word"),
        "heading 1": mark("a heading with #; use ### or ####"),
        "heading 2": mark("a heading with ##; use ### or ####"),
        "heading 5": mark("a heading with #####; use ### or ####"),
        "heading 6": mark("a heading with ######; use ### or ####"),
    },
    "what": {
        "nodes": mark("lines of the caller"),
        "choices": mark("replies to the line"),
    },
    "lack": {
        "type": mark("too few questions of the type"),
        "level": mark("too few questions of the level"),
        "together": mark("enough of each, but not in the same questions"),
        "red_line": mark("too few red-line questions"),
        "enemies": mark("enough questions, but they give each other away"),
        "blueprint": mark("the levels ask for more than the types give"),
    },
}
"""Facts whose values are words of ours rather than of the file."""
