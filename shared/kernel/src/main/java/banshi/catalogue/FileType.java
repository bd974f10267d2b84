package banshi.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file the hall takes. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  /** The national layout format (版式文档, GB/T 33190). */
  OFD("application/ofd", "ofd"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png");

  /** Most bytes of one file: 10 MiB, what a mini-program can upload. */
  public static final long MAX_BYTES = 10L * 1024 * 1024;

  private final String contentType;
  private final List<String> extensions;

  FileType(String contentType, String... extensions) {
    this.contentType = contentType;
    this.extensions = List.of(extensions);
  }

  /** Its media type. */
  public String contentType() {
    return contentType;
  }

  /** The kind of that media type, whatever the case. */
  public static Optional<FileType> of(String contentType) {
    String wanted = contentType.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.contentType.equals(wanted)).findFirst();
  }

  /** Whether a file of that name can be of this kind. */
  boolean fits(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
