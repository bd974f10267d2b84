package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** 办不成事: an application meets silence, and the complaint about it cannot be shaken off. */
final class ComplaintStory implements Story {
  private static final String PACKAGE = "RESTAURANT";
  private static final String NAMED = "赵六";

  private final HallDoor door;
  private final Narrator narrator;
  private final HallTime time;
  private final Timelines timelines;
  private final Visitor resident;
  private final Visitor window;
  private final Visitor secondWindow;
  private final Visitor supervisor;

  ComplaintStory(HallDoor door, Narrator narrator) {
    this.door = door;
    this.narrator = narrator;
    this.time = new HallTime(door, narrator);
    this.timelines = new Timelines(narrator);
    this.resident =
        Visitor.as(door, Persona.resident("demo-complainant", "李四", "500106190001010027"));
    this.window = Visitor.as(door, Persona.officer("demo-window", "HALL"));
    this.secondWindow = Visitor.as(door, Persona.officer("demo-window-2", "HALL"));
    this.supervisor = Visitor.as(door, Persona.supervisor("demo-supervisor"));
  }

  /** The application that nobody touches, and whose matter it is. */
  private record Ignored(String number, String matter, String department, String departmentName) {}

  @Override
  public Ending play() {
    OffsetDateTime begin = time.now();
    Ignored ignored = file();
    String number = complain(ignored);
    triageAndAssign(number, ignored);
    Visitor colleague = officer("demo-officer-" + ignored.department(), "王五", ignored.department());
    tryAsNamed(number, ignored.department());
    miss(number);
    accept(ignored.number());
    climb(number);
    answer(number, colleague, "已由另一名工作人员接手，材料齐全，今日已受理；此前要求的证明并无依据，已致歉。");
    nameEachOther(number, ignored.number());
    dispute(number);
    time.toNextMorning();
    answer(number, colleague, "拖延原因：一次性告知书未出具。本单位已补发，并公布材料清单，不再另收证明。");
    closeByItself(number);
    PoorRating rating = new PoorRating(narrator, time, number);
    rating.give(resident);
    rating.putRight(colleague);
    rating.callBack(window, Visitor.as(door, Persona.officer("demo-window-3", "HALL")));
    timelines.trace(resident, number);
    figures(begin);
    return new Ending(
        "事办成了：反映 %s 因申请 %s 而起，从 %s 到 %s，无人能让它悄悄消失。"
            .formatted(number, ignored.number(), Narrator.time(begin), Narrator.time(time.now())),
        "It was done after all: complaint %s about application %s could not be made to vanish."
            .formatted(number, ignored.number()));
  }

  private Visitor officer(String sub, String name, String department) {
    return Visitor.as(door, Persona.officer(sub, name, department));
  }

  private Ignored file() {
    narrator.act("提交申请，石沉大海", "An application, and then nothing");
    Visitor anybody = Visitor.anybody(door);
    JsonNode asked = anybody.read("/v1/packages/" + PACKAGE).body();
    Checklists.Told told = new Checklists(anybody, PACKAGE).plainest(asked);
    ObjectNode body =
        Bodies.application(
            PACKAGE, told.answers(), told.checklist(), Optional.empty(), time.today());
    Reply received =
        resident.file("/v1/applications", body, UUID.randomUUID().toString()).expect(201);
    narrator.tell(
        "收件 " + received.text("number") + "：" + received.text("title"), "received, all complete");
    time.toNextMorning();
    JsonNode still = resident.readCase(received.text("number")).body();
    narrator.tell("仍是“" + Tree.text(still, "stageName") + "”，没有人动过", "nobody has touched it");
    narrator.clocks(still);
    JsonNode matter = Tree.items(told.checklist(), "matters").getFirst();
    return new Ignored(
        received.text("number"),
        Tree.text(matter, "code"),
        Tree.text(matter, "department"),
        Tree.text(matter, "departmentName"));
  }

  private String complain(Ignored ignored) {
    narrator.act("反映办不成事", "A complaint: it cannot be done");
    ObjectNode body =
        Bodies.empty()
            .put("relatedCase", ignored.number())
            .put("matterCode", ignored.matter())
            .put("department", ignored.department())
            .put("category", "STAFF")
            .put("description", "跑了三趟，工作人员每次都要一份清单上没有的证明。")
            .put("wanted", "按清单受理，不再要求额外证明。");
    body.putObject("about").put("officer", NAMED);
    Reply received =
        resident.file("/v1/complaints", body, UUID.randomUUID().toString()).expect(201);
    String number = received.text("number");
    narrator.tell("已收到 " + number + "：" + received.text("title"), "received");
    narrator.tell(
        "点名 " + Tree.text(received.body().path("about"), "officer") + "（任何答复中都打码）",
        "who is named is masked in every answer");
    JsonNode related = received.body().path("relatedCase");
    narrator.tell(
        "所涉办件 " + Tree.text(related, "number") + " 此时为“" + Tree.text(related, "stageName") + "”",
        "the case that it is about, as it stands");
    narrator.tell("时限自收到时起算，尚未定级按默认：", "the clock runs from receipt, tier or no tier:");
    narrator.clocks(received.body());
    return number;
  }

  private void triageAndAssign(String number, Ignored ignored) {
    narrator.act("窗口定级、转办", "The window triages and assigns");
    Reply triaged =
        window.act(
            number, "/actions/triage", Bodies.empty().put("tier", "D3").put("causeClass", "STAFF"));
    narrator.tell(
        triaged.text("tierName") + "，" + triaged.text("causeClassName"),
        triaged.text("tier") + ", " + triaged.text("causeClass") + "; still from receipt");
    narrator.clocks(triaged.body());
    Reply assigned =
        window.act(
            number, "/actions/assign", Bodies.empty().put("department", ignored.department()));
    narrator.tell(
        "转 " + assigned.text("assignedToName") + "，" + assigned.text("stageName"),
        assigned.text("stage") + "; it may be returned within one working day, not later");
  }

  private void tryAsNamed(String number, String department) {
    narrator.act("被反映的人想自己办", "The officer complained about would like to answer it");
    Visitor named = officer("demo-officer-named", NAMED, department);
    Reply seen = named.readCase(number);
    DemoStopped.unless(
        seen.body().path("allowedActions").isEmpty(),
        "被反映的人还有可做的事 The officer named has something to do: " + seen.text("allowedActions"));
    narrator.problem(
        named
            .tryAct(number, "/actions/reply", answered("经核查，不存在该情况。"), seen.version())
            .expect(403));
  }

  private void miss(String number) {
    narrator.act("到期没有答复", "The department lets the time run out");
    String due = clock(resident.readCase(number).body(), "ANSWER", "dueAt");
    time.toMorningOf(due);
    timelines.show(resident, number, "WARN");
    time.toMorningAfter(due);
    timelines.show(resident, number, "OVERDUE");
    level(number, 1);
  }

  private void accept(String application) {
    narrator.act("另一窗口受理了申请", "Meanwhile another window accepts the application");
    Reply accepted = secondWindow.act(application, "/actions/accept", Bodies.empty());
    narrator.tell(
        accepted.text("acceptanceName") + "，" + accepted.text("stageName"),
        accepted.text("acceptance") + ", " + accepted.text("stage"));
  }

  private void climb(String number) {
    narrator.act("还是没有答复", "Still no answer");
    time.toNextMorning();
    timelines.show(resident, number, "ESCALATE");
    level(number, 2);
    narrator.tell("督办收件箱：", "the supervisors' inbox:");
    for (JsonNode notice :
        Tree.items(
            supervisor.read("/v1/notices?inbox=SUPERVISORS&limit=100").body(),
            "items",
            each -> Tree.text(each, "number").equals(number))) {
      narrator.item(Tree.text(notice, "title"), 30, Narrator.time(Tree.text(notice, "at")));
    }
  }

  private void level(String number, int atLeast) {
    JsonNode complaint = resident.readCase(number).body();
    int level = complaint.path("level").asInt();
    DemoStopped.unless(
        level >= atLeast, "督办级别没有升到 %d The level has not come to %d".formatted(atLeast, atLeast));
    narrator.tell("督办级别 " + level + "，只升不降", "level " + level + ": it never falls");
    narrator.clocks(complaint);
  }

  private void answer(String number, Visitor officer, String words) {
    narrator.act("部门答复", "The department answers");
    JsonNode task =
        Tree.items(
                officer.readCase(number).body(),
                "tasks",
                each -> Tree.text(each, "state").equals("OPEN"))
            .getFirst();
    String department = Tree.text(task, "department");
    JsonNode queued = new Queue(officer, department).find(number, Tree.text(task, "id"));
    narrator.item("待办中找到 found in queue", 28, Tree.text(queued, "title"));
    Reply replied = officer.act(number, "/actions/reply", answered(words));
    narrator.tell(words, "resolved, says the department");
    narrator.tell(
        replied.text("stageName")
            + "，"
            + Narrator.time(clock(replied.body(), "DISPUTE", "dueAt"))
            + " 前可提异议",
        replied.text("stage") + "; it may be disputed until then");
  }

  private static ObjectNode answered(String words) {
    return Bodies.empty().put("answer", words).put("resolved", true);
  }

  private void nameEachOther(String complaint, String application) {
    narrator.tell(
        "所涉申请已向前走，两边的办理过程互相写明：", "the case has moved on; both timelines name each other:");
    names(complaint, application);
    names(application, complaint);
  }

  private void names(String one, String other) {
    DemoStopped.unless(
        timelines.show(resident, one, "LINK").stream()
            .anyMatch(entry -> Tree.text(entry, "note").equals(other)),
        "%s 的办理过程没有写明 its timeline does not name %s".formatted(one, other));
  }

  private void dispute(String number) {
    narrator.act("提出异议", "The resident does not take the answer");
    String reason = "受理了，但没有说为什么拖了这么久。";
    narrator.tell(reason, "accepted, but nobody says why it took so long");
    Reply disputed = resident.act(number, "/actions/dispute", Bodies.empty().put("reason", reason));
    narrator.tell(
        "回到“" + disputed.text("stageName") + "”，同一部门重新答复，时限重新起算",
        disputed.text("stage") + " again: the same department, anew");
    level(number, 3);
  }

  private void closeByItself(String number) {
    narrator.act("不再有异议", "No further dispute");
    time.toMorningAfter(clock(resident.readCase(number).body(), "DISPUTE", "dueAt"));
    Reply closed = resident.readCase(number);
    DemoStopped.unless(
        closed.text("stage").equals("CLOSED"), "没有自动办结 It was not closed: " + closed.text("stage"));
    narrator.tell(
        closed.text("stageName"), closed.text("stage") + ", by the timer, at its own instant");
    timelines.show(resident, number, "CLOSE_UNDISPUTED");
  }

  private void figures(OffsetDateTime begin) {
    narrator.act("监督人员看统计", "The supervisor looks at the figures");
    JsonNode figures =
        supervisor
            .read(
                "/v1/complaints/statistics?groupBy=tier&from=%s&to=%s"
                    .formatted(begin.toLocalDate(), begin.toLocalDate().plusDays(1)))
            .body();
    for (JsonNode group : figures.path("groups")) {
      JsonNode shown = group.path("figures");
      narrator.item(
          Tree.text(group, "name"),
          28,
          "收到 received %s · 答复 answered %s · 超期 overdue %s · 满意率 satisfied %s / %s"
              .formatted(
                  shown.at("/counts/received").asText(),
                  shown.at("/counts/answered").asText(),
                  shown.at("/counts/overdue").asText(),
                  shown.at("/satisfactionRate/value").asText("–"),
                  shown.at("/satisfactionRate/base").asText()));
    }
    DemoStopped.unless(
        figures.at("/total/counts/overdue").asInt() > 0,
        "统计中没有这件超期反映 The figures do not hold the late complaint");
  }

  private static String clock(JsonNode complaint, String id, String field) {
    return Tree.items(complaint, "clocks", clock -> Tree.text(clock, "id").equals(id)).stream()
        .findFirst()
        .map(clock -> Tree.text(clock, field))
        .orElseThrow(() -> new DemoStopped(id + ": 没有这个时限 there is no such clock"));
  }
}
