package banshi.startup.licence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads a TrueType font whose outlines are stored so that they compress well: each point as one
 * byte of flags and one to four of distances, as of W3C's WOFF 2.0, 5.2 ("Decoding of
 * variable-length X and Y coordinates"), all flags and all distances together. The boxes around
 * glyphs and the table of their places are made anew. For outlines without instructions and without
 * parts.
 */
public final class PackedOutlines {
  private static final int ON_CURVE = 0x01;
  private static final int OFF_CURVE = 0x80;

  private final ByteBuffer contours;
  private final ByteBuffer ends;
  private final ByteBuffer flags;
  private final ByteBuffer distances;

  private PackedOutlines(DataInputStream in) throws IOException {
    contours = stream(in);
    ends = stream(in);
    flags = stream(in);
    distances = stream(in);
  }

  private static ByteBuffer stream(DataInputStream in) throws IOException {
    return ByteBuffer.wrap(in.readNBytes(in.readInt()));
  }

  /** The font as a TrueType file. */
  public static byte[] unpacked(InputStream packed) throws IOException {
    DataInputStream in = new DataInputStream(packed);
    ByteBuffer font = ByteBuffer.allocate(in.readInt());
    int outlines = in.readInt();
    int outlinesEnd = in.readInt();
    int places = in.readInt();
    int glyphs = in.readInt();
    int placesEnd = places + 4 * (glyphs + 1);
    in.readFully(font.array(), 0, outlines);
    in.readFully(font.array(), outlinesEnd, places - outlinesEnd);
    in.readFully(font.array(), placesEnd, font.capacity() - placesEnd);
    PackedOutlines reader = new PackedOutlines(in);
    font.position(outlines);
    for (int glyph = 0; glyph < glyphs; glyph++) {
      font.putInt(places + 4 * glyph, font.position() - outlines);
      int count = reader.contours.getShort();
      if (count > 0) {
        reader.outline(count).write(font);
      }
    }
    font.putInt(places + 4 * glyphs, font.position() - outlines);
    return font.array();
  }

  private Outline outline(int count) {
    int[] last = new int[count];
    int point = -1;
    for (int contour = 0; contour < count; contour++) {
      point += ends.getShort();
      last[contour] = point;
    }
    Outline outline = new Outline(last);
    for (int at = 0; at <= point; at++) {
      int flag = flags.get() & 0xff;
      outline.on()[at] = (flag & OFF_CURVE) == 0;
      distances(outline, at, flag & ~OFF_CURVE);
    }
    return outline;
  }

  private void distances(Outline outline, int at, int flag) {
    int first = distances.get() & 0xff;
    int x = 0;
    int y = 0;
    if (flag < 10) {
      y = signed(flag, ((flag & 14) << 7) + first);
    } else if (flag < 20) {
      x = signed(flag, ((flag - 10 & 14) << 7) + first);
    } else if (flag < 84) {
      x = signed(flag, 1 + (flag - 20 & 0x30) + (first >> 4));
      y = signed(flag >> 1, 1 + ((flag - 20 & 0x0c) << 2) + (first & 0x0f));
    } else if (flag < 120) {
      x = signed(flag, 1 + ((flag - 84) / 12 << 8) + first);
      y = signed(flag >> 1, 1 + ((flag - 84) % 12 >> 2 << 8) + (distances.get() & 0xff));
    } else if (flag < 124) {
      int second = distances.get() & 0xff;
      x = signed(flag, (first << 4) + (second >> 4));
      y = signed(flag >> 1, ((second & 0x0f) << 8) + (distances.get() & 0xff));
    } else {
      x = signed(flag, (first << 8) + (distances.get() & 0xff));
      y = signed(flag >> 1, (distances.getShort() & 0xffff));
    }
    outline.x()[at] = x;
    outline.y()[at] = y;
  }

  private static int signed(int flag, int value) {
    return (flag & ON_CURVE) != 0 ? value : -value;
  }
}
