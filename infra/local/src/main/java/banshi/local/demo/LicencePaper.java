package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** 电子营业执照: read, kept as a PDF, and verified by whoever holds it. */
final class LicencePaper {
  private static final Path KEPT =
      Path.of(System.getProperty("banshi.root", ""), ".banshi", "demo").toAbsolutePath();

  private final HallDoor door;
  private final Narrator narrator;

  LicencePaper(HallDoor door, Narrator narrator) {
    this.door = door;
    this.narrator = narrator;
  }

  /** Shows the licence of a start-up, and its credit code in the end. */
  String show(Visitor founder, String number) {
    narrator.act("电子营业执照", "The electronic licence");
    String path = Visitor.path(number) + "/licence";
    JsonNode licence = founder.read(path).body();
    line("统一社会信用代码 code", Tree.text(licence, "code"));
    line("名称 name", Tree.text(licence, "name"));
    line("类型 type", Tree.text(licence, "type"));
    line("法定代表人 representative", Tree.text(licence, "legalRepresentative"));
    line("注册资本 capital", Tree.text(licence, "capital"));
    line("成立日期 founded", Tree.text(licence, "foundedOn"));
    line("住所 premises", Tree.text(licence, "premises"));
    line("登记机关 registry", Tree.text(licence, "registry"));
    byte[] pdf = founder.document(path, "application/pdf");
    narrator.tell("PDF 已存为 " + saved(Tree.text(licence, "code"), pdf), pdf.length + " bytes");
    verify(licence);
    return Tree.text(licence, "code");
  }

  private void line(String what, String said) {
    narrator.item(what, 32, said);
  }

  private static Path saved(String code, byte[] pdf) {
    try {
      Path file = Files.createDirectories(KEPT).resolve("licence-" + code + ".pdf");
      return Files.write(file, pdf);
    } catch (IOException e) {
      throw new DemoStopped("存不下 The PDF could not be saved under " + KEPT, e);
    }
  }

  /** By what its QR code says, without a token; then with a character of the hash changed. */
  private void verify(JsonNode licence) {
    Visitor anybody = Visitor.anybody(door);
    String hash = Tree.text(licence, "hash");
    JsonNode genuine = verdict(anybody, licence, hash);
    narrator.tell(
        "任何人扫码核验：" + Tree.text(genuine, "verdict") + "，" + Tree.text(genuine, "name"),
        "whoever scans it, without a token");
    String altered = (hash.charAt(0) == '0' ? "1" : "0") + hash.substring(1);
    JsonNode forged = verdict(anybody, licence, altered);
    narrator.tell("改一个字符：" + Tree.text(forged, "verdict"), "with one character changed");
    DemoStopped.unless(
        genuine.path("genuine").asBoolean()
            && genuine.path("current").asBoolean()
            && !forged.path("genuine").asBoolean(),
        "核验结果不对 The verification is wrong");
  }

  private static JsonNode verdict(Visitor anybody, JsonNode licence, String hash) {
    ObjectNode body = Bodies.empty().put("code", Tree.text(licence, "code")).put("hash", hash);
    return anybody.ask("/v1/licences/verification", body).body();
  }
}
