package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LicencePdfTest {
  private static final List<Licence> SAMPLES =
      List.of(Licences.company(), Licences.crowded(), Licences.soleTrader());

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void itIsOnePageOfA4InLandscape(Licence licence) throws IOException {
    try (PDDocument document = opened(licence)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(841.8898f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(595.27563f);
    }
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void whatItSaysCanBeExtracted(Licence licence) throws IOException {
    try (PDDocument document = opened(licence)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains(
              licence.name(),
              licence.code(),
              "2026年02月14日",
              licence.legalRepresentative(),
              licence.businessScope().getFirst(),
              licence.registry(),
              licence.hash());
    }
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void everyFontIsEmbeddedAsASubset(Licence licence) throws IOException {
    try (PDDocument document = opened(licence)) {
      List<PDFont> fonts = fonts(document.getPage(0));
      assertThat(fonts)
          .hasSize(2)
          .allSatisfy(
              font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getFontDescriptor().getFontFile2()).isNotNull();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-.*");
              });
    }
    assertThat(LicencePdf.of(licence, Licences.QR).length).isLessThan(200_000);
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void itsQrCodeDecodesFromThePicture(Licence licence) throws Exception {
    BufferedImage picture = picture(licence);
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    RGBLuminanceSource source =
        new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
        .isEqualTo(Licences.QR);
  }

  @Test
  void theSameLicenceGivesTheSameBytesInEveryZone() {
    byte[] here = LicencePdf.of(Licences.company(), Licences.QR);
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(LicencePdf.of(Licences.company(), Licences.QR)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherLicenceGivesOtherBytes() {
    assertThat(LicencePdf.of(Licences.company(), Licences.QR))
        .isNotEqualTo(LicencePdf.of(Licences.soleTrader(), Licences.QR));
  }

  @Test
  void aScopeThatIsTooLongSaysHowMuchItLeavesOut() throws IOException {
    try (PDDocument document = opened(Licences.crowded())) {
      String said = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(said).contains("共100项，全文见电子记录。").doesNotContain("第100项");
    }
  }

  @Test
  void oneItemThatIsTooLongForItsPlaceEndsWithThreeDots() throws IOException {
    Licence licence = Licences.company("晴川有限公司", "张三", List.of("软件".repeat(3_000) + "末"));
    try (PDDocument document = opened(licence)) {
      String said = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(said).contains("…").doesNotContain("末");
    }
  }

  @Test
  void aCharacterOutsideTheTypefaceIsMarkedAndExplained() throws IOException {
    Licence licence = Licences.company("重庆市沙坪坝区\uD840\uDC0B川有限公司", "张三", List.of("软件开发"));
    try (PDDocument document = opened(licence)) {
      String said = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(said).contains("重庆市沙坪坝区〓川有限公司", "〓：字库所无之字");
    }
  }

  private static PDDocument opened(Licence licence) throws IOException {
    return Loader.loadPDF(LicencePdf.of(licence, Licences.QR));
  }

  private static List<PDFont> fonts(PDPage page) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (COSName name : page.getResources().getFontNames()) {
      fonts.add(page.getResources().getFont(name));
    }
    return fonts;
  }

  /** As a person sees it; kept beside the build's other output, to be looked at. */
  private static BufferedImage picture(Licence licence) throws IOException {
    try (PDDocument document = opened(licence)) {
      BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
      Path folder = Files.createDirectories(Path.of("target", "licences"));
      ImageIO.write(picture, "png", folder.resolve(licence.name().length() + ".png").toFile());
      return picture;
    }
  }
}
