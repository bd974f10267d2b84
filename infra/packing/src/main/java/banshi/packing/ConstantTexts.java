package banshi.packing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts among the constants of a class, by their places (JVMS 4.4). */
final class ConstantTexts {
  private static final int HEAD = 10;

  private final byte[] classFile;
  private final SortedMap<Integer, Integer> offsets = new TreeMap<>();
  private int end = HEAD;

  private ConstantTexts(byte[] classFile) {
    this.classFile = classFile;
    ByteBuffer in = ByteBuffer.wrap(classFile);
    int count = in.getShort(HEAD - 2) & 0xffff;
    for (int index = 1; index < count; index++) {
      int tag = classFile[end];
      if (tag == 1) {
        offsets.put(index, end + 1);
      }
      end += 1 + (tag == 1 ? 2 + (in.getShort(end + 1) & 0xffff) : length(tag));
      if (tag == 5 || tag == 6) {
        index++;
      }
    }
  }

  static ConstantTexts of(byte[] classFile) {
    return new ConstantTexts(classFile);
  }

  /** The text at an index of the constant pool. */
  String at(int index) {
    return read(offsets.get(index));
  }

  /** Every index with a text, in rising order. */
  Iterable<Integer> indexes() {
    return offsets.keySet();
  }

  /** Where in the file the text at an index begins, with the two bytes of its length. */
  int offset(int index) {
    return offsets.get(index);
  }

  /** Where in the file the constants end. */
  int end() {
    return end;
  }

  private String read(int offset) {
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(classFile, offset, classFile.length - offset))) {
      return in.readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int length(int tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IllegalArgumentException("no constant has the tag " + tag);
    };
  }
}
