package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 开办餐饮店, from the first question to the rating, as the people concerned live it. */
final class RestaurantStory implements Story {
  private static final String PACKAGE = "RESTAURANT";
  private static final Persona APPLICANT =
      Persona.resident("demo-applicant", "张三", "500106190001010019");
  private static final Persona NEIGHBOUR =
      Persona.resident("demo-neighbour", "李四", "500106190001010027");

  private final HallDoor door;
  private final Narrator narrator;
  private final Visitor anybody;
  private final Visitor applicant;
  private final Visitor window;
  private final HallTime time;
  private final Glossary glossary = new Glossary();

  RestaurantStory(HallDoor door, Narrator narrator) {
    this.door = door;
    this.narrator = narrator;
    this.anybody = Visitor.anybody(door);
    this.applicant = Visitor.as(door, APPLICANT);
    this.window = Visitor.as(door, Persona.officer("demo-window", "HALL"));
    this.time = new HallTime(door, narrator);
  }

  @Override
  public Ending play() {
    OffsetDateTime begin = time.now();
    Checklists.Told told = ask();
    Optional<String> owed =
        Paperwork.owable(told.checklist()).map(material -> Tree.text(material, "code"));
    Reply received = file(told, owed);
    String number = received.text("number");
    String code = Tree.text(received.body().path("receipt"), "code");
    pry(number);
    accept(number);
    Departments departments = new Departments(door, narrator, glossary, number);
    departments.review(applicant);
    nextMorning(number, "过了一夜", "a night passes");
    owed.ifPresent(material -> bring(number, material));
    nextMorning(number, "又一个工作日", "one more working day");
    departments.decide(applicant, time.today());
    deliver(number);
    rate(number);
    track(number, code);
    new Timelines(narrator).trace(applicant, number);
    JsonNode end = applicant.readCase(number).body();
    int matters = Tree.items(end, "matters").size();
    int departmentsAtWork = Tree.texts(end, "tasks", "department").size();
    return new Ending(
        "餐饮店可以开门了：%s，%d 个事项，%d 个部门，从 %s 到 %s。"
            .formatted(
                number,
                matters,
                departmentsAtWork,
                Narrator.time(begin),
                Narrator.time(time.now())),
        "The restaurant may open: %d matters, %d departments, one application."
            .formatted(matters, departmentsAtWork));
  }

  private Checklists.Told ask() {
    narrator.act("问一问：要办什么，要带什么", "Asking what is needed");
    JsonNode asked = anybody.read("/v1/packages/" + PACKAGE).body();
    narrator.tell(
        Tree.text(asked, "name") + "：" + Tree.text(asked, "summary"),
        anybody.inEnglish().read("/v1/packages/" + PACKAGE).text("name"));
    Checklists checklists = new Checklists(anybody, PACKAGE);
    Checklists.Told told = checklists.widest(asked);
    JsonNode checklist = told.checklist();
    JsonNode english = checklists.forReader(anybody.inEnglish(), told);
    glossary.learn(english, "matters");
    glossary.learn(english, "materials");
    for (JsonNode question : Tree.items(asked, "questions")) {
      JsonNode answer = told.answers().path(Tree.text(question, "id"));
      narrator.item(Tree.text(question, "text"), 48, Paperwork.answer(question, answer));
    }
    List<JsonNode> matters = Tree.items(checklist, "matters");
    narrator.tell("要办 " + matters.size() + " 个事项：", "the matters that apply");
    for (JsonNode matter : matters) {
      narrator.item(
          Tree.text(matter, "name") + "（" + Tree.text(matter, "departmentName") + "）",
          48,
          glossary.of(Tree.text(matter, "code")));
    }
    showMaterials(checklist);
    narrator.tell(
        "法定 "
            + Narrator.limit(checklist.path("statutoryLimit"))
            + (checklist.path("promisedLimit").has("amount")
                ? "，承诺 " + Narrator.limit(checklist.path("promisedLimit"))
                : ""),
        "(statutory, promised)");
    return told;
  }

  private void showMaterials(JsonNode checklist) {
    List<JsonNode> materials = Tree.items(checklist, "materials");
    int asked = materials.stream().mapToInt(m -> m.path("matters").size()).sum();
    narrator.tell(
        "材料 %d 份，各事项共要 %d 份，相同的只交一次：".formatted(materials.size(), asked),
        "materials, each handed in once");
    for (JsonNode material : materials) {
      narrator.item(
          Tree.text(material, "name"),
          48,
          (material.path("required").asBoolean() ? "必交 required" : "可选 optional")
              + (material.path("mayBeOwed").asBoolean() ? "，可容缺 may be owed" : "")
              + "，用于 for "
              + material.path("matters").size()
              + " 项");
    }
  }

  private Reply file(Checklists.Told told, Optional<String> owed) {
    narrator.act("提交申请", "Filing, at whatever hour");
    ObjectNode body =
        Bodies.application(PACKAGE, told.answers(), told.checklist(), owed, time.today());
    String key = UUID.randomUUID().toString();
    Reply received = applicant.file("/v1/applications", body, key).expect(201);
    JsonNode receipt = received.body().path("receipt");
    narrator.tell(
        "收件 " + received.text("number") + "，查询码 " + Tree.text(receipt, "code"),
        "received: number and tracking code");
    narrator.tell(
        "最迟 " + Narrator.time(Tree.text(receipt, "acceptanceDueAt")) + " 决定是否受理，逾期视为受理",
        "silence until then is acceptance");
    owed.ifPresent(
        code -> narrator.tell("先欠一份：" + material(told, code), "one owed: " + glossary.of(code)));
    for (JsonNode fault : Tree.items(received.body().path("precheck"), "faults")) {
      narrator.item(Tree.text(fault, "pointer"), 24, Tree.text(fault, "detail"));
    }
    Reply again = applicant.file("/v1/applications", body, key).expect(201);
    DemoStopped.unless(
        again.replayed() && again.body().equals(received.body()),
        "重复提交得到了另一个答复 A repeated request got another answer");
    narrator.tell(
        "信号不好，又点了一次：还是同一件、同一个答复", "the same key gets the same answer, never a second case");
    return received;
  }

  private static String material(Checklists.Told told, String code) {
    return Tree.items(told.checklist(), "materials", m -> Tree.text(m, "code").equals(code))
        .stream()
        .findFirst()
        .map(m -> Tree.text(m, "name"))
        .orElse(code);
  }

  private void pry(String number) {
    narrator.act("邻居想看看", "A neighbour is curious");
    narrator.tell("不是自己的件，答复与不存在的一样", "somebody else's case cannot be told from a missing one");
    Reply refused = Visitor.as(door, NEIGHBOUR).look("/v1/applications/" + number).expect(404);
    narrator.problem(refused);
  }

  /** What waits for the window, from its own queue. */
  private String queued(String number, String work) {
    JsonNode line = new Queue(window, "HALL").next(number, work);
    narrator.tell(
        "窗口待办：" + Tree.text(line, "title") + "，" + Narrator.time(Tree.text(line, "dueAt")) + " 前",
        "in the window's queue: " + work);
    return Tree.text(line, "number");
  }

  private void accept(String filed) {
    narrator.act("综合窗口受理", "The window accepts");
    time.toOfficeHours();
    String number = queued(filed, "RECEIVE");
    String version = window.readCase(number).version();
    Reply accepted = window.tryAct(number, "/actions/accept", Bodies.empty(), version).expect(200);
    narrator.tell(
        accepted.text("acceptanceName") + "，" + accepted.text("stageName"),
        accepted.text("acceptance") + ", " + accepted.text("stage"));
    for (JsonNode owed : Tree.items(accepted.body(), "owed")) {
      narrator.tell(
          "所欠材料请于 " + Narrator.time(Tree.text(owed, "deadline")) + " 前补交",
          "what is owed must come by then: " + glossary.of(Tree.text(owed, "code")));
    }
    narrator.clocks(accepted.body());
    narrator.tell(
        "另一个窗口手里的还是旧页面，也点了受理：", "another window still looks at the old page and accepts too:");
    Visitor slow = Visitor.as(door, Persona.officer("demo-window-2", "HALL"));
    narrator.problem(slow.tryAct(number, "/actions/accept", Bodies.empty(), version).expect(412));
  }

  private void bring(String number, String material) {
    narrator.act("补交所欠材料", "Bringing what is owed");
    applicant.act(number, "/actions/supplement", Bodies.brought(List.of(material)));
    JsonNode after = applicant.readCase(number).body();
    for (JsonNode owed : Tree.items(after, "owed")) {
      narrator.tell(
          Tree.text(owed, "code") + " 已于 " + Narrator.time(Tree.text(owed, "broughtAt")) + " 补交",
          "brought: " + glossary.of(Tree.text(owed, "code")));
    }
  }

  private void nextMorning(String number, String zh, String en) {
    narrator.act(zh, "Time: " + en);
    time.toNextMorning();
    narrator.clocks(applicant.readCase(number).body());
  }

  private void deliver(String filed) {
    narrator.act("送达", "Delivery");
    String number = queued(filed, "DELIVER");
    Reply delivered =
        window.act(number, "/actions/deliver", Bodies.empty().put("method", "ELECTRONIC"));
    narrator.tell(
        "电子证照已送达，" + delivered.text("stageName"), "electronic, " + delivered.text("stage"));
  }

  private void rate(String number) {
    narrator.act("好差评", "The applicant's word");
    JsonNode rating =
        applicant.act(number, "/actions/rate", Bodies.delighted()).body().path("rating");
    narrator.tell(
        "%s 分（1 为非常满意）：%s".formatted(Tree.text(rating, "score"), Tree.text(rating, "comment")),
        "1 is the best mark");
  }

  private void track(String number, String code) {
    narrator.act("凭码查询", "Tracking with the receipt, without a token");
    Reply tracked =
        anybody.ask("/v1/tracking", Bodies.empty().put("number", number).put("code", code));
    narrator.tell(tracked.text("title") + "：" + tracked.text("stageName"), tracked.text("stage"));
    narrator.clocks(tracked.body());
  }
}
