package banshi.e2e;

import banshi.e2e.ExampleCase.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every operation of start-ups, done at least once. */
final class ExampleStartups {
  private static final String SERVICES = "/v1/startups";

  private final Hall hall;
  private final Words words;

  ExampleStartups(Hall hall, Words words) {
    this.hall = hall;
    this.words = words;
  }

  void play() {
    hall.anybody().get(SERVICES + "/options").is(200);
    hall.anybody().ask(SERVICES + "/name-checks", Founding.name(730, "LLC").toString()).is(200);
    names();
    ends();
    rated(Founder.of(734)).rated(4).appealed(Founding.REGISTRAR, "reject-appeal");
    rated(Founder.of(735)).rated(4).appealed(Founding.REGISTRAR, "uphold-appeal");
    fromNameToLicence();
  }

  private void names() {
    Founder founder = Founder.of(731);
    String reservation = Founding.reserved(hall, founder, "LLC");
    founder.at(hall).get(SERVICES + "/names").is(200);
    founder.at(hall).post(SERVICES + "/names/" + reservation + "/actions/release", "{}").is(200);
  }

  private ExampleCase caseOf(Founder founder, Founding startup) {
    return new ExampleCase(hall, words, founder.at(hall), startup.path());
  }

  private void ends() {
    Founder denied = Founder.of(732);
    ObjectNode denial =
        Hall.JSON
            .createObjectNode()
            .put("reason", words.of("住所不能用于经营", "The premises may not be used for business"))
            .put("legalBasis", "《中华人民共和国市场主体登记管理条例》第十九条");
    caseOf(denied, Founding.signed(hall, denied, OneForm.ofOne(denied)))
        .by(Founding.REGISTRAR, "deny", denial.toString());
    Founder leaving = Founder.of(733);
    caseOf(leaving, Founding.filed(hall, leaving, OneForm.ofOne(leaving)))
        .does("withdraw", words.say("reason", "改日再办", "Another day"));
  }

  private ExampleCase rated(Founder founder) {
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    startup.completes("LICENCE").is(200);
    return caseOf(founder, startup);
  }

  private String correctedSeal() {
    ObjectNode correction =
        Hall.JSON
            .createObjectNode()
            .put("task", "SEAL")
            .put("reason", words.of("备案号写错", "The number was mistyped"));
    correction.putObject("result").put("reference", "SEAL-2");
    return correction.toString();
  }

  private void fromNameToLicence() {
    Founder founder = Founder.of(736);
    ObjectNode form = OneForm.ofOne(founder, "SEAL", "BANK");
    String reservation = Founding.reserved(hall, founder, "LLC");
    founder.at(hall).ask(SERVICES + "/validation", form.toString()).is(200);
    Founding startup = Founding.filedAs(hall, founder, reservation, form);
    startup.signs(founder).is(200);
    ExampleCase life = caseOf(founder, startup);
    ObjectNode correction = Hall.JSON.createObjectNode();
    correction
        .putArray("faults")
        .addObject()
        .put("pointer", "/company/address/detail")
        .put("detail", words.of("门牌号与实际不符", "The house number is another"));
    ObjectNode moved = form.deepCopy();
    ((ObjectNode) moved.at("/company/address")).put("detail", "测试路3号3-3");
    life.by(Founding.REGISTRAR, "request-correction", correction.toString())
        .does("amend", moved.toString());
    startup.signs(founder).is(200);
    life.disclosed(Founding.REGISTRAR).spoken(Founding.REGISTRAR).claimed("MARKET_REGULATION");
    startup.completes("LICENCE").is(200);
    startup.completes("SEAL").is(200);
    startup.completes("BANK").is(200);
    life.by(
        People.officerOf(startup.task("SEAL").path("department").asText()),
        "correct-result",
        correctedSeal());
    life.rated(5).putRight(Founding.REGISTRAR, People.OTHER_WINDOW).read("/ledger", "/licence");
    JsonNode licence = startup.licence();
    ObjectNode printed =
        Hall.JSON
            .createObjectNode()
            .put("code", licence.path("code").asText())
            .put("hash", licence.path("hash").asText());
    hall.anybody().ask("/v1/licences/verification", printed.toString()).is(200);
    hall.anybody()
        .get(
            "/v1/licences/verification?code="
                + licence.path("code").asText()
                + "&hash="
                + licence.path("hash").asText())
        .is(200);
  }
}
