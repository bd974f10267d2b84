package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** What the package carries, against the typeface as its makers published it. */
class PackedOutlinesTest {
  private static final int EVERY = 5;

  private static TrueTypeFont parsed(byte[] font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  private static InputStream resource(String name) {
    return PackedOutlinesTest.class.getResourceAsStream(name);
  }

  private static List<String> drawn(TrueTypeFont font, int glyph) throws IOException {
    var data = font.getGlyph().getGlyph(glyph);
    GeneralPath path = data == null ? new GeneralPath() : data.getPath();
    List<String> steps = new ArrayList<>();
    for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
      double[] points = new double[6];
      steps.add(at.currentSegment(points) + Arrays.toString(points));
    }
    return steps;
  }

  @Test
  void everyCharacterLooksAndMeasuresAsPublished() throws IOException {
    try (InputStream packed = resource("/typeface/" + Typeface.TEXT);
        InputStream source = resource("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf");
        TrueTypeFont ours = parsed(PackedOutlines.unpacked(packed));
        TrueTypeFont published = parsed(source.readAllBytes())) {
      assertThat(ours.getNumberOfGlyphs()).isEqualTo(published.getNumberOfGlyphs());
      for (int glyph = 0; glyph < published.getNumberOfGlyphs(); glyph += EVERY) {
        assertThat(drawn(ours, glyph)).as("glyph %d", glyph).isEqualTo(drawn(published, glyph));
        assertThat(ours.getAdvanceWidth(glyph)).isEqualTo(published.getAdvanceWidth(glyph));
      }
    }
  }

  @Test
  void everyCharacterIsThere() throws IOException {
    try (InputStream packed = resource("/typeface/" + Typeface.TEXT);
        InputStream source = resource("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf");
        TrueTypeFont ours = parsed(PackedOutlines.unpacked(packed));
        TrueTypeFont published = parsed(source.readAllBytes())) {
      var kept = ours.getUnicodeCmapLookup();
      var all = published.getUnicodeCmapLookup();
      for (int character = 0; character <= 0x2ffff; character++) {
        assertThat(kept.getGlyphId(character)).isEqualTo(all.getGlyphId(character));
      }
    }
  }
}
