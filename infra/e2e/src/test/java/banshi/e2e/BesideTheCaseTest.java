package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is said beside a case of any kind: comments and notes stay in the hall, messages and
 * reminders pass between it and the applicant, and the case never knows of them.
 */
class BesideTheCaseTest {
  private static final String SECRET = "内部意见勿外传";
  private static final String REMARK = "请携带原件领取";
  private static final String NOTE = "内部备注勿外传";

  private final Hall hall = TheHall.open();

  /** Every kind of case, on which the hall owes the next step. */
  enum Kind {
    APPLICATION("/v1/applications", "HALL") {
      @Override
      String filed(Hall hall, Persona owner) {
        return hall.as(owner)
            .post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString())
            .is(201)
            .text("/number");
      }
    },
    COMPLAINT("/v1/complaints", "HALL") {
      @Override
      String filed(Hall hall, Persona owner) {
        return Grievance.filed(hall, owner, Grievance.aboutTheMatter()).number();
      }
    },
    STARTUP("/v1/startups", "MARKET_REGULATION") {
      @Override
      String filed(Hall hall, Persona owner) {
        Founder founder = new Founder(950 + ordinal(), owner);
        return Founding.signed(hall, founder, OneForm.ofOne(founder)).number();
      }
    },
    CONSULTATION("/v1/consultations", "HALL") {
      @Override
      String filed(Hall hall, Persona owner) {
        return Inquiry.asked(hall, owner, Inquiry.aboutTheMatter()).number();
      }
    };

    private final String collection;
    private final String waitedFor;

    Kind(String collection, String waitedFor) {
      this.collection = collection;
      this.waitedFor = waitedFor;
    }

    abstract String filed(Hall hall, Persona owner);

    Persona owner() {
      return People.resident(950 + ordinal());
    }

    String path(String number) {
      return collection + "/" + number;
    }
  }

  private static String text(String words) {
    return Hall.JSON.createObjectNode().put("text", words).toString();
  }

  private List<String> told(String inbox, String number) {
    return Notices.inOffice(hall.as(People.SUPERVISOR), inbox, number);
  }

  /** Each clock with its state and due date: what it has counted goes on by itself. */
  private static List<String> clocks(Exchange seen) {
    List<String> clocks = new ArrayList<>();
    seen.json()
        .path("clocks")
        .forEach(
            clock ->
                clocks.add(
                    clock.path("id") + " " + clock.path("state") + " " + clock.path("dueAt")));
    assertThat(clocks).isNotEmpty();
    return clocks;
  }

  @ParameterizedTest
  @EnumSource
  void peopleSpeakBesideACaseAndItStaysAsItIs(Kind kind) {
    String number = kind.filed(hall, kind.owner());
    String path = kind.path(number);
    Hall.Call owner = hall.as(kind.owner());
    Hall.Call window = hall.as(People.WINDOW);
    Exchange before = owner.get(path).is(200);
    String timeline = owner.get(path + "/timeline").is(200).body();
    assertThat(before.json().path("allowedActions").toString()).contains("\"hurry\"");

    window.post(path + "/notes", text(NOTE)).is(201);
    owner.post(path + "/messages", text("什么时候能办好？")).is(201);
    window.post(path + "/messages", text("三天内")).is(201);
    Exchange hurried = owner.post(path + "/actions/hurry", "{}").is(200);

    for (Exchange after : List.of(hurried, owner.get(path).is(200))) {
      assertThat(after.etag()).isEqualTo(before.etag());
      assertThat(after.text("/version")).isEqualTo(before.text("/version"));
      assertThat(after.text("/stage")).isEqualTo(before.text("/stage"));
      assertThat(clocks(after)).isEqualTo(clocks(before));
    }
    assertThat(owner.get(path + "/timeline").is(200).body()).isEqualTo(timeline);
    Exchange again = owner.post(path + "/actions/hurry", "{}").is(409, "hurried-lately");
    assertThat(again.text("/againAt")).endsWith("+08:00");
    assertThat(told(kind.waitedFor, number)).contains("MESSAGE_FROM_APPLICANT", "HURRIED");
    assertThat(told("SUPERVISORS", number)).contains("HURRIED");

    JsonNode thread = owner.get(path + "/messages").is(200).json().path("items");
    assertThat(thread.findValuesAsText("what"))
        .containsExactlyInAnyOrder("HURRY", "MESSAGE", "MESSAGE");
    assertThat(thread.toString())
        .contains("三天内", "\"department\":\"HALL\"")
        .doesNotContain("person", NOTE);
    assertThat(window.get(path + "/messages").is(200).body()).contains("window-1");
    assertThat(window.get(path + "/notes").is(200).body()).contains(NOTE, "window-1");
    hall.as(People.SUPERVISOR).get(path + "/notes").is(200);
    owner.get(path + "/notes").is(403, "forbidden");
    owner.post(path + "/notes", text("x")).is(403, "forbidden");
  }

  @ParameterizedTest
  @EnumSource
  void somebodyElsesThreadIsNotThereAndWordsHaveTheirRules(Kind kind) {
    Persona owner = People.resident(940 + kind.ordinal());
    String path =
        kind == Kind.STARTUP
            ? Founding.signed(hall, new Founder(943, owner), OneForm.ofOne(new Founder(943, owner)))
                .path()
            : kind.path(kind.filed(hall, owner));
    Hall.Call stranger = hall.as(People.resident(839));
    stranger.get(path + "/messages").is(404, "not-found");
    stranger.post(path + "/messages", text("x")).is(404, "not-found");
    stranger.post(path + "/actions/hurry", "{}").is(404, "not-found");

    Hall.Call caller = hall.as(owner);
    for (Map.Entry<String, String> fault :
        Map.of(
                text("长".repeat(2001)),
                "/text",
                text(" "),
                "/text",
                text("<script>alert(1)</script>"),
                "/text",
                "{}",
                "/text",
                "{\"text\":\"a\",\"txt\":\"b\"}",
                "/txt")
            .entrySet()) {
      assertThat(
              caller
                  .post(path + "/messages", fault.getKey())
                  .is(400, "invalid-body")
                  .text("/errors/0/pointer"))
          .isEqualTo(fault.getValue());
    }
    String key = UUID.randomUUID().toString();
    Exchange first = caller.key(key).post(path + "/messages", text("一次")).is(201);
    Exchange repeated = caller.key(key).post(path + "/messages", text("一次")).is(201);
    assertThat(repeated.body()).isEqualTo(first.body());
    assertThat(repeated.header("Idempotent-Replayed")).hasValue("true");
    caller.key(key).post(path + "/messages", text("两次")).is(422, "idempotency-key-reused");
    assertThat(caller.get(path + "/messages").json().path("items")).hasSize(1);
    Exchange page = caller.post(path + "/messages", text("二")).is(201);
    Exchange newest = caller.get(path + "/messages?limit=1").is(200);
    assertThat(newest.text("/items/0/id")).isEqualTo(page.text("/id"));
    String next = path + "/messages?limit=1&cursor=" + newest.text("/nextCursor");
    assertThat(caller.get(next).is(200).text("/items/0/text")).isEqualTo("一次");
    hall.as(People.WINDOW).get(next).is(400, "invalid-cursor");
  }

  /** Every answer and every notice that an applicant can read of a case. */
  private String everythingShownTo(Hall.Call owner, String path) {
    return String.join(
        "\n",
        owner.get(path).is(200).body(),
        owner.get(path + "/timeline").is(200).body(),
        owner.get(path + "/messages").is(200).body(),
        owner.get("/v1/cases?limit=100").is(200).body(),
        owner.get("/v1/notices?limit=100").is(200).body());
  }

  @Test
  void aReviewersCommentStaysInsideAndTheRemarkIsRead() {
    Persona resident = People.resident(835);
    Hall.Call owner = hall.as(resident);
    Exchange filed =
        owner.post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString()).is(201);
    String path = "/v1/applications/" + filed.text("/number");
    Exchange accepted =
        hall.as(People.WINDOW)
            .match(hall.as(People.SUPERVISOR).get(path).etag())
            .post(path + "/actions/accept", "{}")
            .is(200);
    ObjectNode found =
        Hall.JSON
            .createObjectNode()
            .put("opinion", "PASS")
            .put("comment", SECRET)
            .put("remark", REMARK);
    String task =
        accepted
            .json()
            .path("tasks")
            .valueStream()
            .filter(each -> each.path("department").asText().equals(Grievance.DEPARTMENT))
            .filter(each -> each.path("state").asText().equals("OPEN"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    Exchange completed =
        hall.as(Grievance.HANDLER)
            .match(accepted.etag())
            .post(path + "/tasks/" + task + "/actions/complete", found.toString())
            .is(200);
    hall.as(Grievance.HANDLER).post(path + "/notes", text(NOTE)).is(201);

    assertThat(completed.body()).contains(SECRET, REMARK);
    assertThat(hall.as(People.SUPERVISOR).get(path).is(200).body()).contains(SECRET, REMARK);
    ObjectNode receipt =
        Hall.JSON
            .createObjectNode()
            .put("number", filed.text("/number"))
            .put("code", filed.text("/receipt/code"));
    String shown =
        everythingShownTo(owner, path)
            + hall.anybody().ask("/v1/tracking", receipt.toString()).is(200).body();
    assertThat(shown).contains(REMARK).doesNotContain(SECRET, NOTE, "\"comment\"");
    assertThat(owner.get(path + "/timeline/verification").is(200).json().path("valid").asBoolean())
        .isTrue();
  }

  @Test
  void aStartUpsReviewersCommentStaysInsideToo() {
    Founder founder = Founder.of(996);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder, "SEAL"));
    startup
        .completes(
            "LICENCE",
            Hall.JSON
                .createObjectNode()
                .put("opinion", "PASS")
                .put("comment", SECRET)
                .put("remark", REMARK)
                .toString())
        .is(200);
    Hall.Call owner = founder.at(hall);
    String shown =
        everythingShownTo(owner, startup.path())
            + owner.get(startup.path() + "/ledger").is(200).body()
            + owner.get(startup.path() + "/licence").is(200).body();
    assertThat(shown).contains(REMARK).doesNotContain(SECRET, "\"comment\"");
    assertThat(startup.seen().toString()).contains(SECRET);
  }

  @Test
  void evidenceComesWithAComplaintAndWithMessagesOnItAndNotElsewhere() {
    Persona resident = People.resident(837);
    ObjectNode body = Grievance.aboutTheMatter();
    ObjectNode photo = body.putArray("evidence").addObject();
    photo
        .put("fileName", "窗口告示.jpg")
        .put("contentType", "image/jpeg")
        .put("size", 2048)
        .put("sha256", "b".repeat(64));
    Grievance complaint = Grievance.filed(hall, resident, body);
    assertThat(complaint.received().text("/evidence/0/fileName")).isEqualTo("窗口告示.jpg");
    assertThat(complaint.seen().at("/evidence/0/size").asInt()).isEqualTo(2048);

    ObjectNode message = Hall.JSON.createObjectNode().put("text", "又去了一次");
    message.putArray("evidence").add(photo);
    assertThat(
            hall.as(resident)
                .post(complaint.path() + "/messages", message.toString())
                .is(201)
                .text("/evidence/0/sha256"))
        .isEqualTo("b".repeat(64));

    ObjectNode words = Grievance.aboutTheMatter();
    words.putArray("evidence").add("照片");
    Exchange refused = hall.as(resident).post("/v1/complaints", words.toString());
    refused.is(400, "invalid-body");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/evidence/0");
    assertThat(refused.text("/errors/0/code")).isEqualTo("wrong-type");

    String number = Kind.CONSULTATION.filed(hall, resident);
    hall.as(resident)
        .post("/v1/consultations/" + number + "/messages", message.toString())
        .is(400, "invalid-body");
  }

  @Test
  void neitherAMessageNorAReminderTouchesATimeToDispute() {
    Persona resident = People.resident(838);
    Grievance complaint = Grievance.answered(hall, resident);
    String due = complaint.due("DISPUTE");
    hall.as(resident).post(complaint.path() + "/messages", text("谢谢")).is(201);
    hall.as(Grievance.HANDLER).post(complaint.path() + "/messages", text("不客气")).is(201);
    hall.as(resident).post(complaint.path() + "/actions/hurry", "{}").is(409, "action-not-allowed");
    assertThat(complaint.due("DISPUTE")).isEqualTo(due);
  }

  @Test
  void ofTenRemindersAtOnceOneIsSent() throws Exception {
    Persona resident = People.resident(840);
    String number = Kind.COMPLAINT.filed(hall, resident);
    String path = "/v1/complaints/" + number + "/actions/hurry";
    Hall.Call caller = hall.as(resident);
    List<Callable<Exchange>> reminders = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      reminders.add(() -> caller.post(path, "{}"));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      for (Future<Exchange> answer : threads.invokeAll(reminders)) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(statuses.stream().filter(status -> status == 409)).hasSize(9);
    assertThat(told("HALL", number)).containsOnlyOnce("HURRIED");
  }
}
