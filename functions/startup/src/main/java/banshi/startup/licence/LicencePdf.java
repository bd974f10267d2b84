package banshi.startup.licence;

import banshi.startup.licence.Licence.Capital;
import banshi.startup.licence.Licence.Composition;
import banshi.startup.licence.Sheet.Box;
import banshi.startup.licence.Sheet.Setting;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A licence as a document: one page A4 landscape in the order of the paper licence, without the
 * national emblem and without a seal. The same licence and QR text give the same bytes. Text that
 * is too long for its place is set smaller; a scope that is too long even then ends with how many
 * items it leaves to the electronic record, which the hash on the page covers; any other text ends
 * with three dots then. A character that the typeface lacks is shown as 〓, and the page says so.
 */
public final class LicencePdf {
  private static final PDRectangle PAGE =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

  private static final Color INK = new Color(0x1a, 0x1a, 0x1a);
  private static final Color LABEL = new Color(0x7a, 0x55, 0x20);
  private static final Color GOLD = new Color(0xb0, 0x8a, 0x4a);
  private static final Color PALE = new Color(0xfd, 0xfa, 0xf2);
  private static final Color QUIET = new Color(0x66, 0x5c, 0x4c);
  private static final Color BLACK = new Color(0, 0, 0);

  private static final float SIZE = 12.5f;
  private static final float LEAST = 6.5f;
  private static final float LABEL_SIZE = 11.5f;
  private static final float LABEL_WIDTH = 66;
  private static final float LABEL_TO_VALUE = 84;
  private static final float ROW_GAP = 13;
  private static final float FIRST_ROW = 196;

  private static final Box QR = new Box(680, 62, 88, 88);
  private static final Column LEFT = new Column(64, 300);
  private static final Column RIGHT = new Column(476, 218);
  private static final float SCOPE_END = 496;
  private static final Box REGISTRY = new Box(476, 432, 302, 60);

  private final Licence licence;
  private final Sheet sheet;
  private final Typeface text;
  private final Typeface title;

  private LicencePdf(Licence licence, Sheet sheet, Typeface text, Typeface title) {
    this.licence = licence;
    this.sheet = sheet;
    this.text = text;
    this.title = title;
  }

  /** Labels and values side by side. */
  private record Column(float left, float valueWidth) {
    Box label(float top) {
      return new Box(left, top + 1, LABEL_WIDTH, 0);
    }

    Box value(float top, float height) {
      return new Box(left + LABEL_TO_VALUE, top, valueWidth, height);
    }
  }

  /** What the items are called: a sole trader's have other names than a company's. */
  private record Labels(
      String representative, String footing, String foundedOn, String premises, String value) {}

  /**
   * The document of a licence.
   *
   * @param qrText what the QR code says; best the address of the verification, up to 2,331 bytes of
   *     UTF-8
   * @throws IllegalArgumentException when no QR code holds {@code qrText}
   */
  public static byte[] of(Licence licence, String qrText) {
    try (PDDocument document = new PDDocument();
        Typeface text = Typeface.in(document, Typeface.TEXT);
        Typeface title = Typeface.in(document, Typeface.TITLE)) {
      describe(document, licence);
      PDPage page = new PDPage(PAGE);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        Sheet sheet = new Sheet(content, PAGE.getHeight());
        new LicencePdf(licence, sheet, text, title).draw(qrText);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, Licence licence) {
    // Otherwise the identifier is made of the time of day.
    document.setDocumentId(Long.parseUnsignedLong(licence.hash().substring(0, 16), 16));
    document.getDocumentInformation().setTitle("营业执照 " + licence.name());
    document.getDocumentInformation().setCreator("办事 Banshi");
    document.getDocumentCatalog().setLanguage("zh-CN");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private void draw(String qrText) throws IOException {
    border();
    sheet.spread(title, 46, INK, new Box(296, 78, 250, 0), Typeface.TITLE_TEXT);
    sheet.centred(text, 9, LABEL, new Box(296, 140, 250, 0), "BUSINESS LICENCE");
    code();
    qr(qrText);
    items();
    registry();
    verification();
  }

  private void border() throws IOException {
    float width = PAGE.getWidth();
    float height = PAGE.getHeight();
    sheet.fill(PALE, new Box(24, 24, width - 48, height - 48));
    sheet.frame(GOLD, 2.4f, new Box(24, 24, width - 48, height - 48));
    sheet.frame(GOLD, 0.6f, new Box(30, 30, width - 60, height - 60));
    for (float left : new float[] {34, width - 46}) {
      for (float top : new float[] {34, height - 46}) {
        sheet.frame(GOLD, 0.6f, new Box(left, top, 12, 12));
        sheet.fill(GOLD, new Box(left + 3.5f, top + 3.5f, 5, 5));
      }
    }
  }

  private void code() throws IOException {
    sheet.line(text, 9.5f, LABEL, LEFT.left, 82, "统一社会信用代码");
    sheet.line(text, 14, INK, LEFT.left, 98, text.shown(licence.code()));
  }

  private void qr(String qrText) throws IOException {
    QrModules.Code code = QrModules.of(qrText);
    float module = QR.width() / code.size();
    float quiet = 4 * module;
    sheet.fill(
        Color.WHITE,
        new Box(
            QR.left() - quiet, QR.top() - quiet, QR.width() + 2 * quiet, QR.height() + 2 * quiet));
    List<Box> bars =
        code.bars().stream()
            .map(
                bar ->
                    new Box(
                        QR.left() + bar.column() * module,
                        QR.top() + bar.row() * module,
                        bar.length() * module,
                        module))
            .toList();
    sheet.fill(BLACK, bars);
    Box below = new Box(QR.left(), QR.top() + QR.height() + quiet + 2, QR.width(), 0);
    sheet.centred(text, 7.5f, QUIET, below, "扫描二维码核验  Scan to verify");
  }

  private void items() throws IOException {
    Labels labels = labels();
    float second =
        Math.max(
                item(LEFT, FIRST_ROW, 56, "名称", licence.name()),
                item(RIGHT, FIRST_ROW, 40, labels.footing, labels.value))
            + ROW_GAP;
    float third =
        Math.max(
                item(LEFT, second, 40, "类型", licence.type().zh()),
                item(RIGHT, second, 40, labels.foundedOn, date(licence.foundedOn())))
            + ROW_GAP;
    float fourth =
        item(LEFT, third, 40, labels.representative, licence.legalRepresentative()) + ROW_GAP;
    item(RIGHT, third, 90, labels.premises, licence.premises());
    scope(fourth);
  }

  private Labels labels() {
    return switch (licence.footing()) {
      case Capital(var yuan) -> new Labels("法定代表人", "注册资本", "成立日期", "住所", WrittenAmount.of(yuan));
      case Composition(var form) -> new Labels("经营者", "组成形式", "注册日期", "经营场所", form.zh());
    };
  }

  /** One item; where it ends. */
  private float item(Column column, float top, float height, String label, String value)
      throws IOException {
    Box box = column.value(top, height);
    Setting setting = Sheet.fit(text, SIZE, LEAST, box, text.shown(value));
    sheet.spread(text, LABEL_SIZE, LABEL, column.label(top), label);
    sheet.lines(text, INK, box, setting);
    return top + Math.max(setting.height(), SIZE * Sheet.LEADING);
  }

  private void scope(float top) throws IOException {
    Box box = LEFT.value(top, SCOPE_END - top);
    sheet.spread(text, LABEL_SIZE, LABEL, LEFT.label(top), "经营范围");
    int shown = licence.businessScope().size();
    Setting setting = scope(box, shown);
    while (!setting.whole() && shown > 1) {
      shown--;
      setting = scope(box, shown);
    }
    sheet.lines(text, INK, box, setting);
  }

  private Setting scope(Box box, int shown) {
    List<String> scope = licence.businessScope();
    String words = text.shown(String.join("；", scope.subList(0, shown)));
    int left = scope.size() - shown;
    String end = left == 0 ? "。" : "；以及另外 " + left + " 项，共 " + scope.size() + " 项，全文见电子记录。";
    return Sheet.fit(text, SIZE - 1, LEAST, box, words + end);
  }

  private void registry() throws IOException {
    Setting name =
        Sheet.fit(
            text,
            SIZE,
            LEAST,
            new Box(0, 0, REGISTRY.width() - LABEL_TO_VALUE, 40),
            text.shown(licence.registry()));
    float top = REGISTRY.top();
    sheet.spread(text, LABEL_SIZE, LABEL, RIGHT.label(top), "登记机关");
    sheet.lines(text, INK, RIGHT.value(top, 40), name);
    sheet.line(
        text,
        SIZE,
        INK,
        REGISTRY.left() + LABEL_TO_VALUE,
        top + name.height() + 10,
        date(licence.issuedOn()));
  }

  private void verification() throws IOException {
    sheet.fill(GOLD, new Box(LEFT.left, 510, PAGE.getWidth() - 2 * LEFT.left, 0.5f));
    String zh = "本电子营业执照由“办事”（Banshi）出具。核验：扫描二维码，或凭统一社会信用代码与下列校验值在“办事”查询真伪及是否现行有效。";
    String en =
        "Issued electronically by Banshi. To verify that it is genuine and current, scan the QR code,"
            + " or give Banshi the credit code and this hash.";
    sheet.line(text, 7.5f, QUIET, LEFT.left, 516, zh);
    sheet.line(text, 7, QUIET, LEFT.left, 528, en);
    sheet.line(text, 7, QUIET, LEFT.left, 540, "校验值 SHA-256  " + licence.hash() + missing());
  }

  private String missing() {
    return allShown() ? "" : "    〓：字库所无之字，见电子记录  a character outside the typeface";
  }

  private boolean allShown() {
    return text.has(licence.name())
        && text.has(licence.legalRepresentative())
        && text.has(licence.premises())
        && text.has(licence.type().zh())
        && text.has(licence.registry())
        && text.has(String.join("", licence.businessScope()));
  }

  private static String date(LocalDate date) {
    return "%d年%02d月%02d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
