package banshi.e2e;

import static banshi.e2e.People.ADMIN;
import static banshi.e2e.People.NEIGHBOUR;
import static banshi.e2e.People.OTHER_WINDOW;
import static banshi.e2e.People.RESIDENT;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;

import banshi.e2e.ExampleCase.Words;
import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Every operation of applications, notices and what belongs to all cases, done at least once. */
final class ExampleScenario {
  private static final String DEPARTMENT = Grievance.DEPARTMENT;
  private static final Persona HANDLER = Grievance.HANDLER;
  private static final String DRAFT = "3f0c2c52-9a0e-4c5e-8d0f-1b6a5d1f7a01";

  private final Hall hall;
  private final Words words;

  ExampleScenario(Hall hall, Words words) {
    this.hall = hall;
    this.words = words;
  }

  void play() {
    catalogue();
    drafts();
    ends();
    ratings();
    corrected();
    many();
    fromFilingToRating();
    notices();
    deadLetters();
  }

  private void catalogue() {
    Hall.Call anybody = hall.anybody();
    String query = URLEncoder.encode(words.of("食品", "food"), StandardCharsets.UTF_8);
    anybody.get("/v1/matters?limit=2&query=" + query).is(200);
    anybody.get("/v1/matters/MR-FOOD-NEW").is(200);
    anybody.get("/v1/packages?limit=2&query=" + query).is(200);
    anybody.get("/v1/packages/RESTAURANT").is(200);
    ObjectNode answers = Hall.JSON.createObjectNode();
    answers.set("answers", Paperwork.restaurant().path("answers"));
    anybody.ask("/v1/packages/RESTAURANT/checklist", answers.toString()).is(200);
    anybody.get("/v1/calendar/days/2026-02-14").is(200);
    String from = URLEncoder.encode("2026-11-23T10:00:00+08:00", StandardCharsets.UTF_8);
    anybody.get("/v1/calendar/due?from=" + from + "&amount=5&unit=WORKING_DAYS").is(200);
  }

  private void drafts() {
    Hall.Call owner = hall.as(NEIGHBOUR);
    String path = "/v1/drafts/" + DRAFT;
    owner.put(path, Paperwork.restaurant().toString()).is(200);
    owner.get("/v1/drafts").is(200);
    owner.get(path).is(200);
    owner.ask(path + "/validation", "{}").is(200);
    owner.delete(path).is(204);
    owner
        .ask(
            "/v1/complaints/validation",
            words.say("wanted", "一次说清要带什么", "Say at once what to bring"))
        .is(200);
    owner
        .ask("/v1/consultations/validation", words.say("topic", "开小吃店", "Opening a snack bar"))
        .is(200);
  }

  private ExampleCase filed(Persona owner, ObjectNode body) {
    Hall.Call caller = hall.as(owner);
    String number = caller.post("/v1/applications", body.toString()).is(201).text("/number");
    return new ExampleCase(hall, words, caller, "/v1/applications/" + number);
  }

  private ExampleCase filed(Persona owner) {
    return filed(owner, Paperwork.matter(Grievance.MATTER));
  }

  private void ends() {
    ObjectNode refusal =
        Hall.JSON
            .createObjectNode()
            .put("reason", words.of("不属于本机关职权范围", "It is not this department's to decide"))
            .put("legalBasis", "行政许可法第三十二条")
            .put("whereToGo", words.of("区城市管理局", "The district's urban management bureau"));
    filed(People.resident(700)).by(WINDOW, "refuse", refusal.toString());
    filed(People.resident(701)).does("withdraw", words.say("reason", "改日再办", "Another day"));
  }

  private ExampleCase decided(Persona owner) {
    return new ExampleCase(
        hall, words, hall.as(owner), RatingLoopTest.Rateable.APPLICATION.path(hall, owner));
  }

  private void ratings() {
    decided(People.resident(702)).rated(4).appealed(HANDLER, "reject-appeal");
    decided(People.resident(703)).rated(4).appealed(HANDLER, "uphold-appeal");
  }

  private void corrected() {
    ObjectNode list = Hall.JSON.createObjectNode().put("days", 5);
    list.putArray("faults")
        .addObject()
        .put("materialCode", "LAYOUT_DRAWING")
        .put("detail", words.of("缺布局图", "The drawing of the layout is missing"));
    ObjectNode brought = Hall.JSON.createObjectNode();
    brought.putArray("materials").add(Paperwork.material("LAYOUT_DRAWING"));
    filed(People.resident(704), Paperwork.restaurant())
        .by(WINDOW, "request-correction", list.toString())
        .does("supplement", brought.toString());
  }

  /** Two accepted at once; the review of one routed away; both decided, and delivered at once. */
  private void many() {
    List<ExampleCase> both = List.of(filed(People.resident(706)), filed(People.resident(707)));
    bulk("accept", both, Hall.JSON.createObjectNode());
    ObjectNode elsewhere = Hall.JSON.createObjectNode().put("to", "FIRE_RESCUE");
    elsewhere.put("reason", words.of("场所先由消防核查", "The fire service inspects it first"));
    both.getFirst().onTask(DEPARTMENT, "route", elsewhere.toString());
    both.getFirst().onTask("FIRE_RESCUE", "complete", "{\"opinion\":\"PASS\"}");
    both.getLast().onTask(DEPARTMENT, "complete", "{\"opinion\":\"PASS\"}");
    both.forEach(each -> each.by(HANDLER, "decide", Paperwork.granted(Grievance.MATTER)));
    bulk("deliver", both, Hall.JSON.createObjectNode().put("method", "WINDOW"));
  }

  private void bulk(String action, List<ExampleCase> cases, ObjectNode body) {
    ArrayNode items = body.putArray("items");
    for (ExampleCase each : cases) {
      String etag = hall.as(People.SUPERVISOR).get(each.path()).is(200).etag();
      items
          .addObject()
          .put("number", each.number())
          .put("version", Long.parseLong(etag.replace("\"", "")));
    }
    hall.as(WINDOW).post("/v1/applications/actions/" + action, body.toString()).is(200);
  }

  private String correction() {
    ObjectNode correction =
        Hall.JSON.createObjectNode().put("reason", words.of("证号写错", "The number was mistyped"));
    correction
        .putObject("changes")
        .putObject("certificate")
        .put("name", words.of("许可证", "Permit"))
        .put("number", "X-2");
    return correction.toString();
  }

  private void fromFilingToRating() {
    ObjectNode hearing =
        Hall.JSON
            .createObjectNode()
            .put("procedure", "HEARING")
            .put("reason", words.of("利害关系人申请听证", "A neighbour asks for a hearing"))
            .put("legalBasis", "行政许可法第四十七条")
            .put("plannedDays", 10);
    ObjectNode extension =
        Hall.JSON
            .createObjectNode()
            .put("days", 5)
            .put("reason", words.of("情况复杂", "It is not simple"));
    ExampleCase life = filed(RESIDENT);
    life.by(WINDOW, "accept", "{}")
        .by(HANDLER, "suspend", hearing.toString())
        .by(HANDLER, "resume", words.say("note", "听证结束", "The hearing is over"))
        .by(HANDLER, "extend", extension.toString())
        .reasoned(SUPERVISOR, "reject-extension", "不必延长", "There is time enough")
        .by(HANDLER, "extend", extension.toString())
        .by(SUPERVISOR, "approve-extension", "{}")
        .disclosed(HANDLER)
        .spoken(HANDLER)
        .claimed(DEPARTMENT);
    hall.as(HANDLER).get("/v1/queues/" + DEPARTMENT + "?limit=2").is(200);
    hall.as(HANDLER).get("/v1/queues/" + DEPARTMENT + "/counts").is(200);
    while (life.hasReview(DEPARTMENT)) {
      life.onTask(DEPARTMENT, "complete", "{\"opinion\":\"PASS\"}");
    }
    life.by(HANDLER, "decide", Paperwork.granted(Grievance.MATTER))
        .by(HANDLER, "correct-decision", correction())
        .by(WINDOW, "deliver", "{\"method\":\"WINDOW\"}")
        .rated(5)
        .putRight(HANDLER, OTHER_WINDOW)
        .audited()
        .read();
    Hall.Call resident = hall.as(RESIDENT);
    Exchange received =
        resident.post("/v1/applications", Paperwork.restaurant().toString()).is(201);
    ObjectNode receipt =
        Hall.JSON
            .createObjectNode()
            .put("number", received.text("/number"))
            .put("code", received.text("/receipt/code"));
    hall.anybody().ask("/v1/tracking", receipt.toString()).is(200);
    resident.get("/v1/cases").is(200);
    ObjectNode search =
        Hall.JSON
            .createObjectNode()
            .put("phone", "13800000000")
            .put("reason", words.of("来电查询进度", "A caller asks where it stands"));
    hall.as(WINDOW).ask("/v1/case-searches?limit=2", search.toString()).is(200);
  }

  private void notices() {
    Hall.Call resident = hall.as(RESIDENT);
    String id = resident.get("/v1/notices?limit=2").is(200).text("/items/0/id");
    resident.post("/v1/notices/" + id + "/actions/read", "{}").is(200);
    resident.get("/v1/notices?limit=2").is(200);
    Hall.Call inWeChat = inWeChat();
    inWeChat
        .post("/v1/consents", "{\"templateId\":\"TPL_case-progress-0001\",\"granted\":2}")
        .is(200);
    inWeChat.get("/v1/consents").is(200);
  }

  private Hall.Call inWeChat() {
    ObjectNode claims = Hall.claims(People.resident(705)).put("openid", "oTest-of-openid-1");
    // Nor can a text message take its place.
    claims.remove("phone");
    return hall.with(hall.signed(claims, TokenSource.USUAL_LIFE));
  }

  /** WeChat is busy until nobody tries any more. */
  private void deadLetters() {
    hall.anybody().put("/dev/wechat", "{\"answer\":-1}").is(200);
    inWeChat().post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString()).is(201);
    for (int attempt = 0; attempt < 8; attempt++) {
      hall.anybody().ask("/dev/schedules/reminder/runs", "").is(200);
      hall.advance(Duration.ofMinutes(61));
    }
    hall.anybody().put("/dev/wechat", "{}").is(200);
    Hall.Call admin = hall.as(ADMIN);
    String id = admin.get("/v1/dead-letters?limit=2").is(200).text("/items/0/id");
    admin.post("/v1/dead-letters/" + id + "/actions/replay", "{}").is(200);
  }
}
