package banshi.consultation.knowledge;

/**
 * An entry that may answer a question while it is being typed.
 *
 * @param id the entry's
 * @param title in the language of who types
 */
public record Suggestion(String id, String title) {}
