package banshi.text;

/**
 * One text in both languages.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {

  /** The text in {@code language}. */
  public String in(Language language) {
    return switch (language) {
      case ZH_CN -> zh;
      case EN -> en;
    };
  }
}
