package banshi.startup.licence;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The dark modules of a QR code (ISO/IEC 18004), without the quiet zone. */
final class QrModules {
  private QrModules() {}

  /**
   * A row of dark modules.
   *
   * @param column where it begins, from 0 at the left
   * @param row from 0 at the top
   * @param length how many modules
   */
  record Bar(int column, int row, int length) {}

  /**
   * A code.
   *
   * @param size modules a side
   */
  record Code(int size, List<Bar> bars) {}

  /**
   * The code of a text, which survives the loss of 15 % of its words (level M).
   *
   * @throws IllegalArgumentException when the text is too long for a code
   */
  static Code of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      return new Code(
          modules.getWidth(),
          IntStream.range(0, modules.getHeight())
              .boxed()
              .flatMap(row -> bars(modules, row).stream())
              .toList());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no QR code holds this text", tooLong);
    }
  }

  private static List<Bar> bars(ByteMatrix modules, int row) {
    List<Bar> bars = new ArrayList<>();
    int start = 0;
    while (start < modules.getWidth()) {
      int end = start;
      while (end < modules.getWidth() && modules.get(end, row) == 1) {
        end++;
      }
      if (end > start) {
        bars.add(new Bar(start, row, end - start));
      }
      start = end + 1;
    }
    return bars;
  }
}
