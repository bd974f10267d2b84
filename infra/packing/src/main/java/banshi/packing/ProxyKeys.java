package banshi.packing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Numbers the keys under which Quarkus' recorded steps hand objects on. Quarkus numbers them while
 * steps are recorded side by side, so their numbers differ from build to build; here they count in
 * the order in which the classes' names and their constants stand.
 */
final class ProxyKeys {
  private static final Pattern KEY = Pattern.compile("proxykey\\d+");

  private final Map<String, String> numbers = new HashMap<>();

  private ProxyKeys() {}

  /** Numbers the keys in all classes of a package anew. */
  static void number(SortedMap<String, byte[]> files) {
    ProxyKeys keys = new ProxyKeys();
    files.replaceAll((file, content) -> Library.isClass(file) ? keys.numbered(content) : content);
  }

  private byte[] numbered(byte[] classFile) {
    ConstantTexts texts = ConstantTexts.of(classFile);
    ByteArrayOutputStream out = new ByteArrayOutputStream(classFile.length);
    int copied = 0;
    for (int index : texts.indexes()) {
      String text = texts.at(index);
      if (KEY.matcher(text).matches()) {
        byte[] number = number(text).getBytes(StandardCharsets.US_ASCII);
        out.write(classFile, copied, texts.offset(index) - copied);
        out.write(0);
        out.write(number.length);
        out.writeBytes(number);
        copied = texts.offset(index) + 2 + text.length();
      }
    }
    out.write(classFile, copied, classFile.length - copied);
    return out.toByteArray();
  }

  private String number(String key) {
    return numbers.computeIfAbsent(key, old -> "proxykey" + numbers.size());
  }
}
