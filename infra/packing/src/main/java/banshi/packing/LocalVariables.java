package banshi.packing;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Takes the tables of local variables out of classes: only debuggers read them, and functions run
 * where there is none. Line numbers stay. Nothing else of a class changes (JVMS 4.7.3, 4.7.13,
 * 4.7.14).
 */
final class LocalVariables {
  private static final Set<String> TABLES = Set.of("LocalVariableTable", "LocalVariableTypeTable");
  private static final String CODE = "Code";
  private static final int MEMBER_HEAD = 6;
  private static final int EXCEPTION = 8;
  private static final int ATTRIBUTE_HEAD = 6;

  private final ConstantTexts texts;
  private final ByteBuffer in;
  private final ByteBuffer out;

  private LocalVariables(byte[] classFile) {
    this.texts = ConstantTexts.of(classFile);
    this.in = ByteBuffer.wrap(classFile);
    this.out = ByteBuffer.allocate(classFile.length);
  }

  /** The same class without tables of local variables. */
  static byte[] removed(byte[] classFile) {
    LocalVariables work = new LocalVariables(classFile);
    work.copy(work.texts.end());
    work.copy(6);
    work.copy(2 * work.count());
    work.members();
    work.members();
    work.attributes();
    byte[] bytes = new byte[work.out.position()];
    work.out.get(0, bytes);
    return bytes;
  }

  private void members() {
    for (int left = count(); left > 0; left--) {
      copy(MEMBER_HEAD);
      attributes();
    }
  }

  private void attributes() {
    int counted = out.position();
    int kept = 0;
    for (int left = count(); left > 0; left--) {
      String name = texts.at(in.getShort(in.position()) & 0xffff);
      int length = in.getInt(in.position() + 2);
      if (TABLES.contains(name)) {
        in.position(in.position() + ATTRIBUTE_HEAD + length);
      } else {
        kept++;
        if (name.equals(CODE)) {
          code();
        } else {
          copy(ATTRIBUTE_HEAD + length);
        }
      }
    }
    out.putShort(counted, (short) kept);
  }

  private void code() {
    int start = out.position();
    copy(ATTRIBUTE_HEAD + 4);
    int length = in.getInt(in.position());
    copy(4 + length);
    copy(EXCEPTION * count());
    attributes();
    out.putInt(start + 2, out.position() - start - ATTRIBUTE_HEAD);
  }

  private int count() {
    short count = in.getShort();
    out.putShort(count);
    return count & 0xffff;
  }

  private void copy(int length) {
    out.put(in.array(), in.position(), length);
    in.position(in.position() + length);
  }
}
