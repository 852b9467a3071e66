"""Sentences for item analysis: tables of marks that are refused, and items to look at."""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_MARKS_EMPTY": (
        mark("The table of marks holds no sitting or no item."),
        mark("It needs a heading such as sitting,Q1:2,Q2 and a row for every sitting."),
    ),
    "E_MARKS_ENCODING": (
        mark("The table of marks is neither in UTF-8 nor in GB18030."),
        mark("Save it as CSV in UTF-8."),
    ),
    "E_MARKS_TABLE": (
        mark("Row {row} does not fit the table of marks."),
        mark("Separate the cells by commas, as in the heading."),
    ),
    "E_MARKS_TABLE.quote": (
        mark("In or after row {row} a quotation mark is missing or too many."),
        mark("Mend that row and try again."),
    ),
    "E_MARKS_TABLE.width": (
        mark("Row {row} has {cells} cells; the heading has {wanted}."),
        mark("Give every item a cell, an empty one where it was not answered."),
    ),
    "E_MARKS_HEADING": (
        mark("The heading “{text}” in column {column} names no item."),
        mark("Name the item, with its highest mark after a colon where that is not 1: Q1:2."),
    ),
    "E_MARKS_HEADING.sitting": (
        mark("The first heading is “{text}” instead of sitting."),
        mark("Put what identifies a sitting in the first column, headed sitting, and separate the columns by commas."),
    ),
    "E_MARKS_HEADING.twice": (
        mark("The item “{text}” in column {column} has a column already."),
        mark("Give every item a name of its own."),
    ),
    "E_MARKS_HEADING.maximum": (
        mark("The heading “{text}” in column {column} has no highest mark above 0 after its colon."),
        mark("Write it in digits, such as Q1:2, or leave the colon out where it is 1."),
    ),
    "E_MARKS_CELL": (
        mark("Row {row}, column {column} ({item}): “{text}” is no mark."),
        mark("Write it in digits, with a point before the decimals; leave the cell empty where nothing was answered."),
    ),
    "E_MARKS_CELL.range": (
        mark("Row {row}, column {column} ({item}): the mark {text} is beyond the highest, {maximum}."),
        mark("Correct the mark, or write the item's highest mark in its heading, such as Q1:2."),
    ),
    "E_MARKS_CELL.sitting": (
        mark("Row {row}: “{text}” does not identify a sitting."),
        mark("Write a short text into the first column of every row."),
    ),
    "E_MARKS_LIMIT": (
        mark("The table of marks is larger than what is analysed at once."),
        mark("Analyse fewer items or sittings at a time."),
    ),
    "E_MARKS_LIMIT.items": (
        mark("The table has more than {most} items."),
        mark("Analyse fewer items or sittings at a time."),
    ),
    "E_MARKS_LIMIT.sittings": (
        mark("The table has more than {most} sittings."),
        mark("Analyse fewer items or sittings at a time."),
    ),
    "E_MARKS_LIMIT.cells": (
        mark("The table has more than {most} marks."),
        mark("Analyse fewer items or sittings at a time."),
    ),
    "E_MARKS_POOLED": (
        mark("This is neither a table of marks nor what academy hr items --json writes."),
        mark("Nothing was changed. Export one of the two again."),
    ),
    "W_FEW_SITTINGS": (
        mark("Too few sittings to judge items by: fewer than 30."),
        mark("Read the figures with care; no item is flagged."),
    ),
    "W_ITEM_CONSTANT": (
        mark("Everybody got the same mark."),
        mark("The item tells nobody apart; make it harder or easier, or keep it for what must be known by all."),
    ),
    "W_ITEM_NEGATIVE": (
        mark("Those who are better in the rest of the exam are worse here."),
        mark("Check the answer key first, then the wording."),
    ),
    "W_ITEM_DUBIOUS": (
        mark("The discriminative efficiency is below 15 %."),
        mark("Check the answer key and the wording."),
    ),
    "W_OPTION_PULLS_BEST": (
        mark("A wrong option draws the best more than the weakest."),
        mark("Check the answer key, and whether that option is right in some way."),
    ),
    "W_OPTION_IDLE": (
        mark("A wrong option is chosen by fewer than 5 %."),
        mark("Write one that a person who does not know would choose."),
    ),
    "W_ITEM_WEAK": (
        mark("The highest and the lowest 27 % differ by less than 0.2."),
        mark("Rewrite the item, or keep it only for what it teaches."),
    ),
}
