package banshi.startup.licence.build;

import banshi.startup.licence.Outline;
import banshi.startup.licence.PackedOutlines;
import banshi.startup.licence.Typeface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Cuts Noto Sans SC to what a licence shows: {@code TypefaceCutter TARGET}. The regular weight
 * keeps every character, for names are made of rare ones too, and loses what only shaping and
 * vertical writing need; the bold one keeps the characters of the titles. The same sources give the
 * same bytes. The typeface's own licence (SIL Open Font License 1.1) goes with them.
 */
public final class TypefaceCutter {
  private static final String SOURCE = "/fonts/ttf/NotoSansSC/";
  private static final List<String> KEPT =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name");

  /** What an earlier version wrote: it would go into the package with what is written now. */
  private static final String FORMERLY = "text.ttf";

  private static final int CMAP_HEAD = 4;
  private static final int CMAP_RECORD = 8;
  private static final int VARIATIONS_FORMAT = 14;
  private static final int POST_HEADER = 32;
  private static final int POST_WITHOUT_NAMES = 0x0003_0000;
  private static final int DIRECTORY_ENTRY = 16;
  private static final int DIRECTORY_HEAD = 12;

  private TypefaceCutter() {}

  /** Writes both weights and their licence into a folder. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("TypefaceCutter TARGET");
    }
    Path target = Files.createDirectories(Path.of(arguments[0]));
    Files.deleteIfExists(target.resolve(FORMERLY));
    Files.write(
        target.resolve(Typeface.TEXT), packed(withoutShaping(source("NotoSansSC-Regular.ttf"))));
    Files.write(
        target.resolve(Typeface.TITLE), only(Typeface.TITLE_TEXT, source("NotoSansSC-Bold.ttf")));
    Files.write(target.resolve("OFL.txt"), source("OFL.txt"));
  }

  private static byte[] source(String name) throws IOException {
    try (InputStream in = TypefaceCutter.class.getResourceAsStream(SOURCE + name)) {
      if (in == null) {
        throw new IllegalStateException("no typeface on the build's class path: " + name);
      }
      return in.readAllBytes();
    }
  }

  private static byte[] only(String characters, byte[] font) throws IOException {
    try (TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      List<String> tables = new ArrayList<>(KEPT);
      tables.add("post");
      TTFSubsetter subsetter = new TTFSubsetter(ttf, tables);
      characters.codePoints().forEach(subsetter::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    }
  }

  /**
   * With its outlines stored so that they compress well, which is most of the function's package.
   */
  private static byte[] packed(SortedMap<String, byte[]> tables) throws IOException {
    List<Optional<Outline>> outlines =
        OutlinePacker.outlines(tables.get("glyf"), tables.get("loca"));
    int length = OutlinePacker.length(outlines, 2 * tables.get("glyf").length);
    tables.put("glyf", new byte[length]);
    int glyf = offset(tables, "glyf");
    byte[] packed =
        OutlinePacker.packed(
            written(tables), glyf, glyf + length, offset(tables, "loca"), outlines);
    checked(packed, glyf, outlines);
    return packed;
  }

  private static void checked(byte[] packed, int glyf, List<Optional<Outline>> outlines)
      throws IOException {
    ByteBuffer font =
        ByteBuffer.wrap(PackedOutlines.unpacked(new ByteArrayInputStream(packed))).position(glyf);
    for (Optional<Outline> outline : outlines) {
      if (outline.isPresent()) {
        ByteBuffer expected = ByteBuffer.allocate(1 << 16);
        outline.get().write(expected);
        byte[] found = new byte[expected.position()];
        font.get(found);
        if (!ByteBuffer.wrap(found).equals(expected.flip())) {
          throw new IllegalStateException("an outline is not the same when it is unpacked");
        }
      }
    }
  }

  private static int offset(SortedMap<String, byte[]> tables, String tag) {
    return DIRECTORY_HEAD
        + tables.size() * DIRECTORY_ENTRY
        + tables.headMap(tag).values().stream().mapToInt(table -> padded(table).length).sum();
  }

  private static SortedMap<String, byte[]> withoutShaping(byte[] font) throws IOException {
    SortedMap<String, byte[]> tables = new TreeMap<>();
    try (TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      for (TTFTable table : ttf.getTables()) {
        if (table.getTag().equals("cmap")) {
          tables.put("cmap", withoutVariations(ttf.getTableBytes(table)));
        } else if (KEPT.contains(table.getTag())) {
          tables.put(table.getTag(), ttf.getTableBytes(table));
        } else if (table.getTag().equals("post")) {
          ByteBuffer post = ByteBuffer.allocate(POST_HEADER);
          post.put(ttf.getTableBytes(table), 0, POST_HEADER).putInt(0, POST_WITHOUT_NAMES);
          tables.put("post", post.array());
        }
      }
    }
    return tables;
  }

  /** Without the subtable of variation sequences, which no reader here takes. */
  private static byte[] withoutVariations(byte[] cmap) {
    ByteBuffer old = ByteBuffer.wrap(cmap);
    ByteBuffer kept = ByteBuffer.wrap(cmap.clone());
    int count = 0;
    kept.position(CMAP_HEAD);
    for (int at = CMAP_HEAD; at < CMAP_HEAD + old.getShort(2) * CMAP_RECORD; at += CMAP_RECORD) {
      if (old.getShort(old.getInt(at + 4)) != VARIATIONS_FORMAT) {
        kept.put(cmap, at, CMAP_RECORD);
        count++;
      }
    }
    return kept.putShort(2, (short) count).array();
  }

  /** An sfnt file of these tables (OpenType 1.9, "Organization of an OpenType font"). */
  private static byte[] written(SortedMap<String, byte[]> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int most = Integer.highestOneBit(tables.size());
    out.writeInt(0x0001_0000);
    out.writeShort(tables.size());
    out.writeShort(most * DIRECTORY_ENTRY);
    out.writeShort(Integer.numberOfTrailingZeros(most));
    out.writeShort((tables.size() - most) * DIRECTORY_ENTRY);
    int offset = DIRECTORY_HEAD + tables.size() * DIRECTORY_ENTRY;
    for (var table : tables.entrySet()) {
      out.writeBytes(table.getKey());
      out.writeInt(checksum(padded(table.getValue())));
      out.writeInt(offset);
      out.writeInt(table.getValue().length);
      offset += padded(table.getValue()).length;
    }
    for (byte[] table : tables.values()) {
      out.write(padded(table));
    }
    return bytes.toByteArray();
  }

  private static byte[] padded(byte[] table) {
    return Arrays.copyOf(table, (table.length + 3) / 4 * 4);
  }

  private static int checksum(byte[] table) {
    ByteBuffer words = ByteBuffer.wrap(table);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
