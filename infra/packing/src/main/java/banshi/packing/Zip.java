package banshi.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Archives in memory, as their files by name. What is written depends on nothing but the files:
 * they stand in the order of their names, each with the same time, and without entries for folders.
 */
final class Zip {
  /** What every file says of when it was changed; no time zone has a part in it. */
  static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private Zip() {}

  /** The files of an archive; of two with one name the first, which is what class loaders take. */
  static SortedMap<String, byte[]> files(byte[] archive) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.putIfAbsent(entry.getName(), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** An archive whose files are compressed as far as Deflate goes. */
  static byte[] compressed(SortedMap<String, byte[]> files) {
    return written(files, ZipEntry.DEFLATED);
  }

  /** An archive whose files stand as they are: another archive around it compresses them better. */
  static byte[] stored(SortedMap<String, byte[]> files) {
    return written(files, ZipEntry.STORED);
  }

  private static byte[] written(SortedMap<String, byte[]> files, int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (var file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(TIME);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 sum = new CRC32();
          sum.update(file.getValue());
          entry.setCrc(sum.getValue());
          entry.setSize(file.getValue().length);
        }
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
