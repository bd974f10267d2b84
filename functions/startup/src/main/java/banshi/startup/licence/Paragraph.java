package banshi.startup.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A text broken into lines of a width. Chinese breaks between any two characters, Latin words and
 * numbers between words where they fit on a line at all; no line begins with closing punctuation or
 * ends with opening punctuation, unless the line is too narrow for it and a neighbour.
 */
final class Paragraph {
  private static final String NOT_FIRST = "、，。；：！？）》」』】〉”’…·,.;:!?)]}%";
  private static final String NOT_LAST = "（《「『【〈“‘([{";

  private Paragraph() {}

  /** What is not to be broken, and how wide it is with and without the spaces at its end. */
  private record Piece(String text, double width, double written) {}

  /**
   * The lines, none for an empty text.
   *
   * @param widths how wide each character is, in the unit of {@code width}
   */
  static List<String> lines(String text, double width, IntToDoubleFunction widths) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (Piece piece : pieces(text, width, widths)) {
      if (!line.isEmpty() && used + piece.written > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
        used = 0;
      }
      line.append(piece.text);
      used += piece.width;
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private static List<Piece> pieces(String text, double width, IntToDoubleFunction widths) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    double used = 0;
    double written = 0;
    int previous = ' ';
    for (int character : text.codePoints().toArray()) {
      double more = widths.applyAsDouble(character);
      if (!piece.isEmpty() && (mayBreak(previous, character) || used + more > width)) {
        pieces.add(new Piece(piece.toString(), used, written));
        piece.setLength(0);
        used = 0;
      }
      piece.appendCodePoint(character);
      used += more;
      written = character == ' ' ? written : used;
      previous = character;
    }
    if (!piece.isEmpty()) {
      pieces.add(new Piece(piece.toString(), used, written));
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
      return false;
    }
    return !(isOfWord(before) && isOfWord(after));
  }

  private static boolean isOfWord(int character) {
    return character > ' ' && character < 0x250;
  }
}
