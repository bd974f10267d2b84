package banshi.e2e;

import static banshi.e2e.StartupRefusalsTest.faults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong with a form or a name is told all at once, and nothing of it is stored. */
class StartupFaultsTest {
  private final Hall hall = TheHall.open();

  private static ObjectNode company(ObjectNode form) {
    return (ObjectNode) form.path("company");
  }

  private static ObjectNode person(ObjectNode form, int at) {
    return (ObjectNode) form.path("people").path(at);
  }

  private Exchange validated(ObjectNode form, String language) {
    return hall.anybody()
        .header("Accept-Language", language)
        .ask("/v1/startups/validation", form.toString())
        .is(200);
  }

  @Test
  void everyFaultOfAFormIsToldAtOnceWithItsPlaceAndInBothLanguages() {
    Founder owner = Founder.of(906);
    ObjectNode form = OneForm.ofOne(owner, "TAX", "TAX");
    company(form).put("capital", 0.001).put("supervisorWaived", false);
    ((ArrayNode) company(form).path("businessScope")).add("SPACE-TRAVEL");
    ((ObjectNode) company(form).path("address")).put("street", "解放碑").put("detail", "1");
    person(form, 0).put("share", 99);
    ((ObjectNode) person(form, 0).path("contribution"))
        .put("method", "LABOUR")
        .put("dueBy", "2040-01-01");
    person(form, 1).put("idNumber", "500106190001010018");
    person(form, 3).put("phone", "无");
    String[] expected = {
      "/company/capital capital-decimals",
      "/company/businessScope/2 scope-unknown",
      "/company/address/street street-unknown",
      "/company/address/detail address-length",
      "/people/0/contribution/method contribution-method",
      "/people/0/contribution/dueBy contribution-due",
      "/people/1/idNumber id-malformed",
      "/people/1/role legal-representative-office",
      "/people/3/phone phone-malformed",
      "/people shares-not-whole",
      "/people supervisor-missing",
      "/services/1 service-twice"
    };
    List<String> told = new ArrayList<>();
    JsonNode chinese = validated(form, "zh-CN").json();
    assertThat(chinese.path("valid").asBoolean()).isFalse();
    JsonNode english = validated(form, "en").json().path("faults");
    for (int i = 0; i < english.size(); i++) {
      JsonNode fault = chinese.path("faults").path(i);
      told.add(fault.path("pointer").asText() + " " + fault.path("code").asText());
      assertThat(fault.path("code")).isEqualTo(english.path(i).path("code"));
      assertThat(fault.path("detail").asText()).matches("(?s).*[\\u4e00-\\u9fa5].*第.+条.*");
      assertThat(english.path(i).path("detail").asText()).containsIgnoringCase("art");
    }
    assertThat(told).containsExactlyInAnyOrder(expected);

    String reservation = Founding.reserved(hall, owner, "LLC");
    assertThat(faults(Founding.files(hall, owner, reservation, form)))
        .containsExactlyInAnyOrderElementsOf(told);
    List<String> unnamed = new ArrayList<>(told);
    unnamed.add("/nameReservation unknown-reservation");
    assertThat(faults(Founding.files(hall, owner, "nothing", form)))
        .containsExactlyInAnyOrderElementsOf(unnamed);
    assertThat(owner.at(hall).get("/v1/cases").is(200).json().path("items")).isEmpty();

    Founding startup = Founding.filedAs(hall, owner, reservation, OneForm.ofOne(owner));
    String version = startup.etag();
    assertThat(faults(startup.does("amend", form.toString())))
        .containsExactlyInAnyOrderElementsOf(told);
    assertThat(startup.etag()).isEqualTo(version);
  }

  @Test
  void aTypoIsNotLostAndATextHasItsLength() {
    Founder owner = Founder.of(907);
    Map<String, Consumer<ObjectNode>> wrong = new TreeMap<>();
    wrong.put("/stage unknown-field", form -> form.put("stage", "COMPLETED"));
    wrong.put("/company/capitol unknown-field", form -> company(form).put("capitol", 1));
    wrong.put("/people/0/shares unknown-field", form -> person(form, 0).put("shares", 100));
    wrong.put("/people/1/role not-one-of", form -> person(form, 1).put("role", "KING"));
    wrong.put("/services/0 not-one-of", form -> ((ArrayNode) form.path("services")).add("CAKE"));
    wrong.put("/people/1/name too-long", form -> person(form, 1).put("name", "长".repeat(101)));
    wrong.put(
        "/company/address/detail too-long",
        form -> ((ObjectNode) company(form).path("address")).put("detail", "长".repeat(201)));
    wrong.put("/nameReservation too-long", form -> form.put("nameReservation", "x".repeat(41)));
    wrong.forEach(
        (fault, change) -> {
          ObjectNode form = OneForm.ofOne(owner).put("nameReservation", "x");
          change.accept(form);
          assertThat(faults(owner.at(hall).post("/v1/startups", form.toString())))
              .as(fault)
              .contains(fault);
        });
    assertThat(
            faults(
                owner
                    .at(hall)
                    .post(
                        "/v1/startups/names",
                        Founding.name(907, "LLC").put("town", "x").toString())))
        .containsExactly("/town unknown-field");
  }

  @Test
  void aNameIsRefusedWithEveryFaultAndTheArticleBehindIt() {
    String body =
        Hall.JSON
            .createObjectNode()
            .put("district", "沙坪坝区")
            .put("tradeName", "中国第一银行X")
            .put("industry", "太空")
            .put("form", "LLC")
            .put("ending", "集团")
            .toString();
    String[] expected = {
      "/district district-without-city",
      "/industry industry-unknown",
      "/ending ending-not-of-form",
      "/tradeName trade-name-characters",
      "/tradeName national-word",
      "/tradeName misleading",
      "/tradeName forbidden-elsewhere"
    };
    assertThat(faults(Founder.of(908).at(hall).post("/v1/startups/names", body)))
        .containsExactlyInAnyOrder(expected);
    Exchange check = hall.anybody().ask("/v1/startups/name-checks", body).is(200);
    assertThat(check.json().path("available").asBoolean()).isFalse();
    assertThat(check.json().path("faults")).hasSize(expected.length);
    check.json().path("faults").forEach(f -> assertThat(f.path("detail").asText()).contains("条"));
  }
}
