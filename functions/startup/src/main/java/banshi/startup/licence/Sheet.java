package banshi.startup.licence;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A page to set text on; lengths in points, {@code top} counted downwards from the page's top. */
final class Sheet {
  /** The distance of two lines, in type sizes. */
  static final float LEADING = 1.45f;

  /** Where the writing of a line lies below the line's top, in type sizes. */
  private static final float BASELINE = 1.05f;

  private static final float STEP = 0.5f;

  /** A place for text. */
  record Box(float left, float top, float width, float height) {}

  /**
   * A text broken to fit a box.
   *
   * @param whole whether nothing had to be left out
   */
  record Setting(List<String> lines, float size, boolean whole) {
    float height() {
      return lines.size() * size * LEADING;
    }
  }

  private final PDPageContentStream content;
  private final float pageHeight;

  Sheet(PDPageContentStream content, float pageHeight) {
    this.content = content;
    this.pageHeight = pageHeight;
  }

  /** A filled rectangle. */
  void fill(Color color, Box box) throws IOException {
    content.setNonStrokingColor(color);
    add(box);
    content.fill();
  }

  /** Filled rectangles of one colour, painted at once so that no seam shows between them. */
  void fill(Color color, List<Box> boxes) throws IOException {
    content.setNonStrokingColor(color);
    for (Box box : boxes) {
      add(box);
    }
    content.fill();
  }

  /** The outline of a rectangle. */
  void frame(Color color, float thickness, Box box) throws IOException {
    content.setStrokingColor(color);
    content.setLineWidth(thickness);
    add(box);
    content.stroke();
  }

  private void add(Box box) throws IOException {
    content.addRect(box.left, pageHeight - box.top - box.height, box.width, box.height);
  }

  /** One line, beginning at {@code left}. */
  void line(Typeface face, float size, Color color, float left, float top, String text)
      throws IOException {
    content.beginText();
    content.setFont(face.font(), size);
    content.setNonStrokingColor(color);
    content.newLineAtOffset(left, pageHeight - top - size * BASELINE);
    content.showText(text);
    content.endText();
  }

  /** One line in the middle of a box's width, at its top. */
  void centred(Typeface face, float size, Color color, Box box, String text) throws IOException {
    float left = box.left + (box.width - face.width(text, size)) / 2;
    line(face, size, color, left, box.top, text);
  }

  /** One line whose characters are spread over a box's whole width. */
  void spread(Typeface face, float size, Color color, Box box, String text) throws IOException {
    int[] characters = text.codePoints().toArray();
    float gap = (box.width - face.width(text, size)) / Math.max(1, characters.length - 1);
    float left = box.left;
    for (int character : characters) {
      String one = Character.toString(character);
      line(face, size, color, left, box.top, one);
      left += face.width(one, size) + gap;
    }
  }

  /**
   * The largest setting of a text, of the sizes {@code most} to {@code least}, that fits a box;
   * where none does, the smallest, cut to the box and ended with three dots.
   */
  static Setting fit(Typeface face, float most, float least, Box box, String text) {
    float size = most;
    Setting setting = set(face, size, box, text);
    while (setting.height() > box.height && size > least) {
      size -= STEP;
      setting = set(face, size, box, text);
    }
    return setting.height() > box.height ? cut(setting, box) : setting;
  }

  private static Setting set(Typeface face, float size, Box box, String text) {
    List<String> lines = Paragraph.lines(text, box.width, character -> face.width(character, size));
    return new Setting(lines, size, true);
  }

  private static Setting cut(Setting setting, Box box) {
    int most = (int) (box.height / (setting.size * LEADING));
    List<String> lines = new ArrayList<>(setting.lines.subList(0, most));
    String last = lines.removeLast();
    lines.add(last.substring(0, last.offsetByCodePoints(last.length(), -1)) + "…");
    return new Setting(lines, setting.size, false);
  }

  /** The lines of a setting, from a box's top. */
  void lines(Typeface face, Color color, Box box, Setting setting) throws IOException {
    float top = box.top;
    for (String line : setting.lines) {
      line(face, setting.size, color, box.left, top, line);
      top += setting.size * LEADING;
    }
  }
}
