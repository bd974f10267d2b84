package banshi.e2e;

import static banshi.e2e.Inquiry.ADVISER;
import static banshi.e2e.Inquiry.DEPARTMENT;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static banshi.e2e.StartupRefusalsTest.faults;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong with a consultation is refused in clear words, and nothing of it is stored. */
class ConsultationRefusalsTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String REDIRECT = "{\"reason\":\"不归此处\",\"whereToGo\":\"法院\"}";

  private final Hall hall = TheHall.open();

  /** A number of the same day that has its check character and was never given. */
  private String never(String number) {
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char last = number.charAt(number.length() - 2);
    String begun = number.substring(0, number.length() - 2) + (last == 'A' ? 'B' : 'A');
    for (char check : alphabet.toCharArray()) {
      if (hall.as(SUPERVISOR).get("/v1/consultations/" + begun + check).status() == 404) {
        return begun + check;
      }
    }
    throw new AssertionError("no check character fits " + begun);
  }

  @Test
  void whoHasNothingToDoWithAConsultationLearnsNothingOfIt() {
    Inquiry inquiry =
        Inquiry.asked(hall, People.resident(470), Inquiry.aboutTheMatter()).assigned();
    String missing = "/v1/consultations/" + never(inquiry.number());
    for (Hall.Call stranger :
        List.of(hall.as(People.resident(471)), hall.as(People.officerOf("TAX")))) {
      for (String path : List.of("", "/timeline", "/timeline/verification")) {
        Exchange there = stranger.get(inquiry.path() + path).is(404, "not-found");
        Exchange none = stranger.get(missing + path).is(404, "not-found");
        assertThat(there.body()).isEqualTo(none.body());
        assertThat(there.headers().map().keySet()).isEqualTo(none.headers().map().keySet());
      }
    }
    Hall.Call neighbour = hall.as(People.resident(471));
    Map.of(
            "follow-up", Inquiry.text("再问"),
            "accept-answer", "{}",
            "withdraw", "{}",
            "convert", Inquiry.into("COMPLAINT"),
            "rate", "{\"score\":1}")
        .forEach(
            (act, body) -> {
              Exchange there = neighbour.post(inquiry.path() + "/actions/" + act, body);
              Exchange none = neighbour.post(missing + "/actions/" + act, body);
              assertThat(there.is(404, "not-found").body()).isEqualTo(none.body());
            });
    inquiry.by(People.officerOf("TAX"), "answer", Inquiry.text("可以")).is(404, "not-found");
    hall.as(People.ADMIN).get(inquiry.path()).is(403, "forbidden");
    hall.anybody().get(inquiry.path()).is(401, "unauthorized");
    hall.as(inquiry.owner())
        .get(inquiry.path().substring(0, inquiry.path().length() - 1) + "!")
        .is(400, "invalid-number");
    assertThat(inquiry.actions()).containsExactly("ASK", "ASSIGN");
  }

  @Test
  void whoMayReadItMayNotThereforeActOnIt() {
    Inquiry inquiry =
        Inquiry.asked(hall, People.resident(472), Inquiry.aboutTheMatter()).assigned();
    // The window could have, before it said whose it is.
    inquiry.by(WINDOW, "answer", Inquiry.text("可以")).is(409, "action-not-allowed");
    inquiry.by(WINDOW, "extend", Inquiry.EXTENSION).is(409, "action-not-allowed");
    inquiry.by(ADVISER, "assign", Inquiry.department("TAX")).is(403, "forbidden");
    inquiry.by(SUPERVISOR, "answer", Inquiry.text("可以")).is(403, "forbidden");
    inquiry.by(SUPERVISOR, "redirect", REDIRECT).is(403, "forbidden");
    inquiry.by(ADVISER, "follow-up", Inquiry.text("再问")).is(403, "forbidden");
    inquiry.by(WINDOW, "convert", Inquiry.into("COMPLAINT")).is(403, "forbidden");
    inquiry.by(WINDOW, "withdraw", "{}").is(403, "forbidden");
    inquiry.does("answer", Inquiry.text("可以")).is(403, "forbidden");
    inquiry.does("assign", Inquiry.department("TAX")).is(403, "forbidden");
    hall.as(ADVISER).post("/v1/consultations", Inquiry.body().toString()).is(403, "forbidden");
    inquiry.does("follow-up", Inquiry.text("还没有答复")).is(409, "action-not-allowed");
    inquiry.does("accept-answer", "{}").is(409, "action-not-allowed");
    inquiry.does("rate", "{\"score\":1}").is(409, "action-not-allowed");
    assertThat(inquiry.actions()).containsExactly("ASK", "ASSIGN");
  }

  @Test
  void whoActsSaysWhichVersionTheyHaveReadAndUnderWhichKey() {
    Inquiry inquiry = Inquiry.asked(hall, People.resident(473), Inquiry.body());
    String stale = inquiry.etag();
    Hall.Call window = hall.as(WINDOW);
    String assign = inquiry.path() + "/actions/assign";
    window.post(assign, Inquiry.department(DEPARTMENT)).is(428, "precondition-required");
    window
        .match(stale)
        .ask(assign, Inquiry.department(DEPARTMENT))
        .is(400, "idempotency-key-required");
    inquiry.assigned();
    Exchange old = window.match(stale).post(assign, Inquiry.department("TAX")).is(412);
    assertThat(old.etag()).isEqualTo(inquiry.etag());
    hall.as(inquiry.owner()).match(stale).post(inquiry.path() + "/actions/withdraw", "{}").is(412);
    hall.as(inquiry.owner())
        .ask("/v1/consultations", Inquiry.body().toString())
        .is(400, "idempotency-key-required");
    assertThat(inquiry.actions()).containsExactly("ASK", "ASSIGN");
  }

  @Test
  void aQuestionWithAFaultIsNotReceived() {
    Persona owner = People.resident(474);
    Map<String, Consumer<ObjectNode>> wrong = new TreeMap<>();
    wrong.put("/topic blank", body -> body.put("topic", " \t"));
    wrong.put("/topic required", body -> body.remove("topic"));
    wrong.put("/topic too-long", body -> body.put("topic", "长".repeat(101)));
    wrong.put("/topic markup", body -> body.put("topic", SCRIPT));
    wrong.put("/question blank", body -> body.put("question", ""));
    wrong.put("/question required", body -> body.remove("question"));
    wrong.put("/question too-long", body -> body.put("question", "长".repeat(2001)));
    wrong.put("/question markup", body -> body.put("question", "请<img src=x onerror=a()>"));
    wrong.put("/mayPublish required", body -> body.remove("mayPublish"));
    wrong.put("/matterCode unknown-matter", body -> body.put("matterCode", "NO-SUCH"));
    wrong.put("/suggestions/0 bad-format", body -> body.putArray("suggestions").add(SCRIPT));
    wrong.put("/stage unknown-field", body -> body.put("stage", "CLOSED"));
    for (String language : List.of("zh-CN", "en")) {
      wrong.forEach(
          (fault, change) -> {
            ObjectNode body = Inquiry.body();
            change.accept(body);
            Exchange refused =
                hall.as(owner)
                    .header("Accept-Language", language)
                    .post("/v1/consultations", body.toString());
            assertThat(faults(refused)).as(body.toString()).containsExactly(fault);
            assertThat(refused.text("/errors/0/detail").matches(".*\\p{IsHan}.*"))
                .as("%s in %s", fault, language)
                .isEqualTo(language.equals("zh-CN"));
          });
    }
    ObjectNode all = Inquiry.body().put("topic", "").put("question", SCRIPT).put("x", 1);
    assertThat(faults(hall.as(owner).post("/v1/consultations", all.toString())))
        .containsExactlyInAnyOrder("/topic blank", "/question markup", "/x unknown-field");
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).isEmpty();
  }

  /** Whoever does it, with the field that the words go into, and the rest of the body. */
  private record Deed(Persona by, String action, String field, String rest) {
    String body(String words) throws Exception {
      return ((ObjectNode) Hall.JSON.readTree(rest)).put(field, words).toString();
    }
  }

  @Test
  void noWordOfAnyActionMayBeEmptyMarkupOrTooLong() throws Exception {
    Persona owner = People.resident(475);
    Inquiry inquiry = Inquiry.asked(hall, owner, Inquiry.aboutTheMatter()).assigned();
    List<Deed> deeds =
        List.of(
            new Deed(ADVISER, "answer", "text", "{}"),
            new Deed(ADVISER, "extend", "reason", Inquiry.EXTENSION),
            new Deed(ADVISER, "reject-extension", "reason", "{}"),
            new Deed(ADVISER, "correct-answer", "reason", "{\"text\":\"改\"}"),
            new Deed(ADVISER, "redirect", "reason", REDIRECT),
            new Deed(ADVISER, "redirect", "whereToGo", REDIRECT),
            new Deed(ADVISER, "publish", "title", Inquiry.publication("题", "文")),
            new Deed(ADVISER, "publish", "text", Inquiry.publication("题", "文")),
            new Deed(SUPERVISOR, "unpublish", "reason", "{}"),
            new Deed(owner, "follow-up", "text", "{}"));
    List<Deed> mayBeEmpty =
        List.of(
            new Deed(WINDOW, "assign", "note", Inquiry.department("TAX")),
            new Deed(owner, "accept-answer", "note", "{}"),
            new Deed(owner, "withdraw", "reason", "{}"),
            new Deed(owner, "rate", "comment", "{\"score\":1}"));
    Map<String, String> bad = Map.of(SCRIPT, "markup", "长".repeat(4001), "too-long", " ", "blank");
    for (Map.Entry<String, String> words : bad.entrySet()) {
      List<Deed> tried = new ArrayList<>(deeds);
      tried.addAll(words.getKey().isBlank() ? List.of() : mayBeEmpty);
      for (Deed deed : tried) {
        assertThat(faults(inquiry.by(deed.by(), deed.action(), deed.body(words.getKey()))))
            .as(deed.toString())
            .containsExactly("/" + deed.field() + " " + words.getValue());
      }
    }
    for (Deed deed : deeds) {
      Exchange typo =
          inquiry.by(
              deed.by(), deed.action(), new Deed(deed.by(), "", "txet", deed.body("好")).body("x"));
      assertThat(faults(typo)).as(deed.toString()).containsExactly("/txet unknown-field");
    }
    assertThat(inquiry.actions()).containsExactly("ASK", "ASSIGN");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Inquiry inquiry = Inquiry.asked(hall, People.resident(476), Inquiry.body());
    assertThat(faults(inquiry.by(WINDOW, "assign", Inquiry.department("NO-SUCH"))))
        .containsExactly("/department unknown-department");
    assertThat(
            faults(inquiry.by(WINDOW, "answer", "{\"text\":\"可以\",\"knowledgeId\":\"no-such\"}")))
        .containsExactly("/knowledgeId unknown-answer");
    assertThat(
            faults(
                inquiry.by(
                    WINDOW, "answer", "{\"text\":\"可以\",\"references\":[\"好\",\"<b>x</b>\"]}")))
        .containsExactly("/references/1 markup");
    assertThat(faults(inquiry.does("convert", Inquiry.into("APPLICATION"))))
        .containsExactly("/matterCode required");
    assertThat(faults(inquiry.does("convert", Inquiry.into("APPLICATION", "NO-SUCH"))))
        .containsExactly("/matterCode unknown-matter");
    assertThat(faults(inquiry.does("convert", Inquiry.into("STARTUP"))))
        .containsExactly("/to not-one-of");
    assertThat(faults(inquiry.does("convert", "{}"))).containsExactly("/to required");
    assertThat(inquiry.actions()).containsExactly("ASK");
    assertThat(hall.as(inquiry.owner()).get("/v1/drafts").is(200).json().path("items")).isEmpty();
  }

  @Test
  void whileOneOfficerHoldsTheTaskNobodyElseAnswers() {
    Inquiry inquiry =
        Inquiry.asked(hall, People.resident(477), Inquiry.aboutTheMatter()).assigned();
    String task =
        inquiry.path()
            + "/tasks/"
            + Paperwork.find(inquiry.seen().path("tasks"), "department", DEPARTMENT)
                .path("id")
                .asText()
            + "/actions/";
    Persona colleague = Persona.officer("colleague", DEPARTMENT);
    hall.as(ADVISER).match(inquiry.etag()).post(task + "claim", "{}").is(200);
    hall.as(colleague).match(inquiry.etag()).post(task + "claim", "{}").is(409, "already-claimed");
    inquiry.by(colleague, "answer", Inquiry.text("可以")).is(409, "already-claimed");
    hall.as(ADVISER).match(inquiry.etag()).post(task + "release", "{}").is(200);
    inquiry.answered(colleague, "可以");
    inquiry.isWhole();
  }

  @Test
  void aCaseComesOfAConsultationOfOnesOwnOnly() {
    Persona owner = People.resident(478);
    Inquiry inquiry = Inquiry.answered(hall, People.resident(479));
    for (String number : List.of(inquiry.number(), never(inquiry.number()), "nonsense")) {
      ObjectNode application = Paperwork.matter(Inquiry.MATTER).put("consultation", number);
      assertThat(faults(hall.as(owner).post("/v1/applications", application.toString())))
          .containsExactly("/consultation unknown-case");
      ObjectNode complaint = Grievance.body("OTHER").put("relatedCase", number);
      assertThat(faults(hall.as(owner).post("/v1/complaints", complaint.toString())))
          .containsExactly("/relatedCase unknown-case");
    }
    assertThat(inquiry.entries("LINK")).isEmpty();
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).isEmpty();
  }
}
