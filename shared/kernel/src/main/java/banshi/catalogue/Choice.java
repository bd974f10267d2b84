package banshi.catalogue;

import banshi.text.Text;

/** One of the answers to choose from: its stable code in UPPER_SNAKE and what a person reads. */
public record Choice(String code, Text name) {}
