package banshi.startup.licence;

import java.nio.ByteBuffer;

/**
 * A glyph's outline: points in contours.
 *
 * @param last the last point of each contour
 * @param on whether a point lies on the curve
 * @param x how far a point is right of the one before, in units of the font
 * @param y how far it is above
 */
public record Outline(int[] last, boolean[] on, int[] x, int[] y) {
  private static final int HEAD = 10;
  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEATED = 0x08;
  private static final int X_SAME = 0x10;
  private static final int Y_SAME = 0x20;
  private static final int SHORTEST = 255;

  /** Points yet to be placed. */
  Outline(int[] last) {
    this(
        last,
        new boolean[last[last.length - 1] + 1],
        new int[last[last.length - 1] + 1],
        new int[last[last.length - 1] + 1]);
  }

  /**
   * Reads an outline as it is in a TrueType font (OpenType 1.9, "glyf").
   *
   * @throws IllegalArgumentException when it has instructions or is put together from others
   */
  public static Outline read(ByteBuffer in) {
    int count = in.getShort();
    if (count < 0) {
      throw new IllegalArgumentException("a glyph is put together from others");
    }
    in.position(in.position() + HEAD - 2);
    int[] last = new int[count];
    for (int contour = 0; contour < count; contour++) {
      last[contour] = in.getShort() & 0xffff;
    }
    if (in.getShort() != 0) {
      throw new IllegalArgumentException("a glyph has instructions");
    }
    Outline outline = new Outline(last);
    int[] flags = new int[outline.on.length];
    for (int at = 0; at < flags.length; at++) {
      flags[at] = in.get();
      outline.on[at] = (flags[at] & ON_CURVE) != 0;
      if ((flags[at] & REPEATED) != 0) {
        for (int left = in.get() & 0xff; left > 0; left--) {
          flags[at + 1] = flags[at];
          at++;
          outline.on[at] = outline.on[at - 1];
        }
      }
    }
    for (int at = 0; at < flags.length; at++) {
      outline.x[at] = distance(in, flags[at], X_SHORT, X_SAME);
    }
    for (int at = 0; at < flags.length; at++) {
      outline.y[at] = distance(in, flags[at], Y_SHORT, Y_SAME);
    }
    return outline;
  }

  private static int distance(ByteBuffer in, int flags, int isShort, int same) {
    if ((flags & isShort) != 0) {
      int distance = in.get() & 0xff;
      return (flags & same) != 0 ? distance : -distance;
    }
    return (flags & same) != 0 ? 0 : in.getShort();
  }

  /** Writes it as it is in a TrueType font, at an even place. */
  public void write(ByteBuffer out) {
    out.putShort((short) last.length);
    box(out);
    for (int point : last) {
      out.putShort((short) point);
    }
    out.putShort((short) 0);
    for (int at = 0; at < on.length; at++) {
      out.put((byte) flags(at));
    }
    for (int at = 0; at < on.length; at++) {
      put(out, x[at]);
    }
    for (int at = 0; at < on.length; at++) {
      put(out, y[at]);
    }
    if (out.position() % 2 != 0) {
      out.put((byte) 0);
    }
  }

  private void box(ByteBuffer out) {
    int[] across = extent(x);
    int[] up = extent(y);
    out.putShort((short) across[0]).putShort((short) up[0]);
    out.putShort((short) across[1]).putShort((short) up[1]);
  }

  private static int[] extent(int[] distances) {
    int at = 0;
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int distance : distances) {
      at += distance;
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    return new int[] {least, most};
  }

  private int flags(int at) {
    return (on[at] ? ON_CURVE : 0) | flags(x[at], X_SHORT, X_SAME) | flags(y[at], Y_SHORT, Y_SAME);
  }

  private static int flags(int distance, int isShort, int same) {
    if (distance == 0) {
      return same;
    }
    return Math.abs(distance) > SHORTEST ? 0 : distance > 0 ? isShort | same : isShort;
  }

  private static void put(ByteBuffer out, int distance) {
    if (Math.abs(distance) > SHORTEST) {
      out.putShort((short) distance);
    } else if (distance != 0) {
      out.put((byte) Math.abs(distance));
    }
  }
}
