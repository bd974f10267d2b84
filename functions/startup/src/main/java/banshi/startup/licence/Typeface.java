package banshi.startup.licence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One weight of Noto Sans SC (SIL Open Font License 1.1), embedded into one document with the
 * characters that the document uses. Not for more than one thread.
 */
public final class Typeface implements AutoCloseable {
  /** The regular weight, with every character the typeface has, and {@link PackedOutlines}. */
  public static final String TEXT = "text.outlines";

  /** The bold weight, with the characters of {@link #TITLE_TEXT} only. */
  public static final String TITLE = "title.ttf";

  /** What may be set in the bold weight. */
  public static final String TITLE_TEXT = "营业执照";

  /** 〓: what stands for a character that the typeface lacks. */
  static final int MISSING = '〓';

  private final TrueTypeFont ttf;
  private final CmapLookup characters;
  private final PDFont font;

  private Typeface(TrueTypeFont ttf, PDDocument document) throws IOException {
    this.ttf = ttf;
    this.characters = ttf.getUnicodeCmapLookup();
    this.font = PDType0Font.load(document, ttf, true);
  }

  /** A weight for a document; to be closed after the document is saved. */
  static Typeface in(PDDocument document, String weight) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream("/typeface/" + weight)) {
      if (in == null) {
        throw new IllegalStateException("the build made no typeface " + weight);
      }
      byte[] font = weight.equals(TEXT) ? PackedOutlines.unpacked(in) : in.readAllBytes();
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(font)), document);
    }
  }

  /** As PDFBox takes it. */
  PDFont font() {
    return font;
  }

  /** Whether the typeface has all its characters. */
  boolean has(String text) {
    return text.codePoints().allMatch(this::has);
  }

  private boolean has(int character) {
    return characters.getGlyphId(character) != 0;
  }

  /** The same text, with {@link #MISSING} for every character that the typeface lacks. */
  String shown(String text) {
    return text.codePoints()
        .map(character -> has(character) ? character : MISSING)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The width in points of a text, set at {@code size} points. */
  float width(String text, float size) {
    return (float) text.codePoints().mapToDouble(character -> width(character, size)).sum();
  }

  /** The width in points of a character, set at {@code size} points. */
  double width(int character, float size) {
    try {
      double advance = ttf.getAdvanceWidth(characters.getGlyphId(character));
      return advance / ttf.getUnitsPerEm() * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    ttf.close();
  }
}
