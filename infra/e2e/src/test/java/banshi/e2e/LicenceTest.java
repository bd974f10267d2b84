package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The electronic licence (电子营业执照) in the hands of whoever holds or doubts it. */
class LicenceTest {
  private static final String VERIFICATION = "/v1/licences/verification";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] SUBJECT_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private final Hall hall = TheHall.open();

  /** Whether both check characters fit, by GB 32100-2015 and GB 11714. */
  static boolean isValid(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 18; i++) {
      sum += weight * ALPHABET.indexOf(code.charAt(i));
      weight = i == 16 ? 1 : weight * 3 % 31;
    }
    int subject = 0;
    for (int i = 0; i < 8; i++) {
      subject += SUBJECT_WEIGHTS[i] * Character.digit(code.charAt(8 + i), 36);
    }
    char check = "0X987654321".charAt(subject % 11);
    return code.length() == 18 && sum % 31 == 0 && code.charAt(16) == check;
  }

  private JsonNode licensed(Founder founder) {
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    startup.completes("LICENCE").is(200);
    return startup.licence();
  }

  private static String printed(String code, String hash) {
    return Hall.JSON.createObjectNode().put("code", code).put("hash", hash).toString();
  }

  private static void genuine(Exchange answer, JsonNode licence) {
    JsonNode verdict = answer.is(200).json();
    assertThat(verdict.path("genuine").asBoolean()).isTrue();
    assertThat(verdict.path("current").asBoolean()).isTrue();
    assertThat(verdict.path("name")).isEqualTo(licence.path("name"));
    assertThat(verdict.path("issuedOn")).isEqualTo(licence.path("issuedOn"));
  }

  private static void unknown(Exchange answer) {
    JsonNode verdict = answer.is(200).json();
    assertThat(verdict.path("genuine").asBoolean()).isFalse();
    assertThat(verdict.path("current").asBoolean()).isFalse();
    assertThat(verdict.has("name")).as("nothing is told to whoever guesses").isFalse();
    assertThat(verdict.has("issuedOn")).isFalse();
  }

  @Test
  void aLicenceSaysWhatTheFormSaid() {
    JsonNode licence = licensed(Founder.of(590));
    assertThat(isValid(licence.path("code").asText())).isTrue();
    assertThat(licence.path("code").asText()).startsWith("91500106");
    assertThat(licence.path("name").asText())
        .isEqualTo("重庆市沙坪坝区" + Founding.tradeName(590) + "餐饮有限公司");
    assertThat(licence.path("type").asText()).isEqualTo("有限责任公司(自然人独资)");
    assertThat(licence.path("legalRepresentative").asText()).isEqualTo("测试590");
    assertThat(licence.path("capital").asInt()).isEqualTo(OneForm.CAPITAL_EACH);
    assertThat(licence.path("premises").asText()).isEqualTo("重庆市沙坪坝区小龙坎街道测试路1号1-1");
    assertThat(licence.path("businessScope")).hasSize(2);
    assertThat(licence.path("foundedOn").asText()).isEqualTo(hall.today());
    assertThat(licence.path("issuedOn").asText()).isEqualTo(hall.today());
    assertThat(licence.path("registry").asText()).isEqualTo("重庆市沙坪坝区市场监督管理局");
  }

  @Test
  void itsPaperIsOnePageThatCanBeReadAndItsQrCodeSaysWhichLicenceItIs() throws Exception {
    Founder founder = Founder.of(591);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    startup.completes("LICENCE").is(200);
    JsonNode licence = startup.licence();
    byte[] pdf = founder.at(hall).download(startup.path() + "/licence", "application/pdf");

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(594f, 596f);
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains(
              licence.path("name").asText(),
              licence.path("code").asText(),
              licence.path("legalRepresentative").asText(),
              licence.path("registry").asText(),
              DateTimeFormatter.ofPattern("uuuu年M月d日").format(hall.now()));

      assertThat(scanned(document))
          .contains(licence.path("code").asText(), licence.path("hash").asText());
    }
  }

  private static String scanned(PDDocument document) throws Exception {
    BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
        .getText();
  }

  /** Where the hall knows the address that it is found at. */
  @Test
  @Needs(Need.INSIDE)
  void itsQrCodeLeadsToItsVerification() throws Exception {
    Founder founder = Founder.of(594);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    startup.completes("LICENCE").is(200);
    JsonNode licence = startup.licence();
    byte[] pdf = founder.at(hall).download(startup.path() + "/licence", "application/pdf");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String scanned = scanned(document);
      assertThat(scanned)
          .isEqualTo(licence.path("verification").asText())
          .startsWith(Targets.PUBLIC_ADDRESS + VERIFICATION + "?");
      genuine(hall.anybody().get(scanned.substring(Targets.PUBLIC_ADDRESS.length())), licence);
    }
  }

  @Test
  void whoeverHoldsOneCanAskWithoutATokenWhetherItIsGenuine() {
    JsonNode licence = licensed(Founder.of(592));
    JsonNode other = licensed(Founder.of(593));
    String code = licence.path("code").asText();
    String hash = licence.path("hash").asText();
    Hall.Call anybody = hall.anybody();

    genuine(anybody.ask(VERIFICATION, printed(code, hash)), licence);
    genuine(
        anybody.ask(VERIFICATION, printed(code, hash.toUpperCase(java.util.Locale.ROOT))), licence);
    genuine(anybody.get(VERIFICATION + "?code=" + code + "&hash=" + hash), licence);

    String altered = (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    unknown(anybody.ask(VERIFICATION, printed(code, altered)));
    unknown(anybody.get(VERIFICATION + "?code=" + code + "&hash=" + altered));
    unknown(anybody.ask(VERIFICATION, printed(other.path("code").asText(), hash)));
    unknown(anybody.ask(VERIFICATION, printed("91500106000000019X", hash)));
    unknown(anybody.get(VERIFICATION));
    anybody.ask(VERIFICATION, printed("91", hash)).is(400, "invalid-body");
    anybody.ask(VERIFICATION, printed(code, "z")).is(400, "invalid-body");
    Exchange english =
        anybody.header("Accept-Language", "en").ask(VERIFICATION, printed(code, altered)).is(200);
    assertThat(english.text("/verdict")).isEqualTo("Not a licence of this registry, or altered");
  }
}
