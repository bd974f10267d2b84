package banshi.startup.licence.build;

import banshi.startup.licence.Outline;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what {@link banshi.startup.licence.PackedOutlines} reads. */
final class OutlinePacker {
  private static final int OFF_CURVE = 0x80;

  private final ByteArrayOutputStream contours = new ByteArrayOutputStream();
  private final ByteArrayOutputStream ends = new ByteArrayOutputStream();
  private final ByteArrayOutputStream flags = new ByteArrayOutputStream();
  private final ByteArrayOutputStream distances = new ByteArrayOutputStream();

  private OutlinePacker() {}

  /** The outlines of a font's tables; nothing for a glyph without one. */
  static List<Optional<Outline>> outlines(byte[] glyf, byte[] loca) {
    ByteBuffer places = ByteBuffer.wrap(loca);
    List<Optional<Outline>> outlines = new ArrayList<>();
    for (int at = 0; at + 4 < loca.length; at += 4) {
      int start = places.getInt(at);
      boolean empty = places.getInt(at + 4) == start;
      outlines.add(
          empty
              ? Optional.empty()
              : Optional.of(Outline.read(ByteBuffer.wrap(glyf).position(start))));
    }
    return outlines;
  }

  /** How many bytes outlines take in a TrueType font. */
  static int length(List<Optional<Outline>> outlines, int most) {
    ByteBuffer written = ByteBuffer.allocate(most);
    outlines.forEach(outline -> outline.ifPresent(present -> present.write(written)));
    return written.position();
  }

  /**
   * A font with packed outlines.
   *
   * @param font the file, whose tables of outlines and their places may hold anything
   * @param glyf where the outlines belong, and {@code glyfEnd} where what follows begins
   * @param loca where their places belong
   */
  static byte[] packed(
      byte[] font, int glyf, int glyfEnd, int loca, List<Optional<Outline>> outlines)
      throws IOException {
    OutlinePacker packer = new OutlinePacker();
    outlines.forEach(packer::add);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int number : new int[] {font.length, glyf, glyfEnd, loca, outlines.size()}) {
      out.writeInt(number);
    }
    int locaEnd = loca + 4 * (outlines.size() + 1);
    out.write(font, 0, glyf);
    out.write(font, glyfEnd, loca - glyfEnd);
    out.write(font, locaEnd, font.length - locaEnd);
    for (ByteArrayOutputStream stream :
        List.of(packer.contours, packer.ends, packer.flags, packer.distances)) {
      out.writeInt(stream.size());
      stream.writeTo(out);
    }
    return bytes.toByteArray();
  }

  private void add(Optional<Outline> glyph) {
    put(contours, glyph.map(outline -> outline.last().length).orElse(0));
    glyph.ifPresent(
        outline -> {
          int before = -1;
          for (int last : outline.last()) {
            put(ends, last - before);
            before = last;
          }
          for (int at = 0; at < outline.on().length; at++) {
            point(outline.on()[at] ? 0 : OFF_CURVE, outline.x()[at], outline.y()[at]);
          }
        });
  }

  private static void put(ByteArrayOutputStream out, int number) {
    out.write(number >> 8);
    out.write(number);
  }

  private void point(int curve, int x, int y) {
    int right = Math.abs(x);
    int up = Math.abs(y);
    int signs = (x >= 0 ? 1 : 0) + (y >= 0 ? 2 : 0);
    if (x == 0 && up < 1280) {
      flags.write(curve + ((up & 0xf00) >> 7) + (signs >> 1));
      distances.write(up);
    } else if (y == 0 && right < 1280) {
      flags.write(curve + 10 + ((right & 0xf00) >> 7) + (signs & 1));
      distances.write(right);
    } else if (right < 65 && up < 65) {
      flags.write(curve + 20 + (right - 1 & 0x30) + ((up - 1 & 0x30) >> 2) + signs);
      distances.write((right - 1 & 0x0f) << 4 | up - 1 & 0x0f);
    } else if (right < 769 && up < 769 && right > 0 && up > 0) {
      flags.write(curve + 84 + 12 * (right - 1 >> 8) + (up - 1 >> 8 << 2) + signs);
      distances.write(right - 1);
      distances.write(up - 1);
    } else if (right < 4096 && up < 4096) {
      flags.write(curve + 120 + signs);
      distances.write(right >> 4);
      distances.write((right & 0x0f) << 4 | up >> 8);
      distances.write(up);
    } else {
      flags.write(curve + 124 + signs);
      put(distances, right);
      put(distances, up);
    }
  }
}
