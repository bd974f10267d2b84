package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;

/** What the registrar and five other offices do with a start-up. */
final class StartupOffices {
  private static final String REGISTRAR = "MARKET_REGULATION";

  private final HallDoor door;
  private final Narrator narrator;
  private final HallTime time;
  private final Glossary glossary;
  private final String number;

  StartupOffices(
      HallDoor door, Narrator narrator, HallTime time, Glossary glossary, String number) {
    this.door = door;
    this.narrator = narrator;
    this.time = time;
    this.glossary = glossary;
    this.number = number;
  }

  /** Nobody but the registrar sees it yet; then there is a licence. */
  void license() {
    narrator.act("设立登记，核发执照", "Registration and licence");
    narrator.tell("其他部门此时还看不到这件：", "no other office sees it yet:");
    narrator.problem(officer("TAX").look(Visitor.path(number)).expect(404));
    time.to(LocalTime.of(11, 5));
    JsonNode task = open(REGISTRAR);
    claim(task);
    time.to(LocalTime.of(11, 20));
    complete(task, Bodies.passed());
    JsonNode after = officer(REGISTRAR).readCase(number).body();
    narrator.tell(
        "赋码发照，同时开启 " + (Tree.items(after, "tasks").size() - 1) + " 个部门的任务：",
        "the licence and the other tasks come in one write:");
    for (JsonNode each :
        Tree.items(after, "tasks", one -> Tree.text(one, "state").equals("OPEN"))) {
      narrator.item(
          Tree.text(each, "departmentName") + "：" + Tree.text(each, "title"),
          44,
          glossary.of(Tree.text(each, "department")));
    }
  }

  /** Five offices at once: everybody takes up their own before anybody is done. */
  void issue(Visitor founder, MinutesShown minutes) {
    narrator.act("五个部门并联办理", "Five offices side by side");
    claim(open("PUBLIC_SECURITY"));
    claim(open("TAX"));
    time.to(LocalTime.of(11, 45));
    complete(open("PUBLIC_SECURITY"), recorded("YZ"));
    time.to(LocalTime.of(11, 55));
    complete(open("TAX"), recorded("SW"));
    time.to(LocalTime.of(12, 30));
    narrator.act("午休", "A lunch break: the clock stands");
    narrator.tell("还有三个部门在办，账先记着，等最后办完的部门定：", "three still work; whose the minutes are is open:");
    minutes.show(founder, number);
    time.to(LocalTime.of(14, 5));
    narrator.act("下午接着办", "The afternoon");
    claim(open("HUMAN_RESOURCES"));
    claim(open("HOUSING_FUND"));
    claim(open("BANK"));
    time.to(LocalTime.of(14, 10));
    complete(open("HUMAN_RESOURCES"), recorded("SB"));
    time.to(LocalTime.of(14, 20));
    complete(open("HOUSING_FUND"), recorded("GJJ"));
    time.to(LocalTime.of(14, 35));
    ObjectNode appointment = Bodies.passed();
    appointment
        .putObject("result")
        .put("institution", "示例银行小龙坎支行")
        .put("appointmentAt", time.nextMorning());
    complete(open("BANK"), appointment);
  }

  private ObjectNode recorded(String prefix) {
    ObjectNode body = Bodies.passed();
    body.putObject("result").put("reference", prefix + "-" + number);
    return body;
  }

  private JsonNode open(String department) {
    return Tree.items(
            officer(department).readCase(number).body(),
            "tasks",
            task ->
                Tree.text(task, "department").equals(department)
                    && !Tree.text(task, "state").equals("DONE"))
        .stream()
        .findFirst()
        .orElseThrow(() -> new DemoStopped(department + ": 没有待办任务 no open task"));
  }

  private void claim(JsonNode task) {
    Visitor officer = officer(Tree.text(task, "department"));
    String id = Tree.text(task, "id");
    JsonNode queued = new Queue(officer, Tree.text(task, "department")).find(number, id);
    officer.act(number, "/tasks/" + id + "/actions/claim", Bodies.empty());
    said(task, "从待办认领 claimed，至 due " + Narrator.time(Tree.text(queued, "dueAt")));
  }

  private void complete(JsonNode task, ObjectNode body) {
    officer(Tree.text(task, "department"))
        .act(number, "/tasks/" + Tree.text(task, "id") + "/actions/complete", body);
    JsonNode result = body.path("result");
    said(
        task,
        "办结 done "
            + Tree.text(result, "reference")
            + Tree.text(result, "institution")
            + (result.has("appointmentAt")
                ? " " + Narrator.time(Tree.text(result, "appointmentAt"))
                : ""));
  }

  private void said(JsonNode task, String what) {
    String now = Narrator.time(time.now());
    narrator.item(now + " " + Tree.text(task, "departmentName"), 40, what);
  }

  private Visitor officer(String department) {
    return Visitor.as(door, Persona.officer("demo-officer-" + department, department));
  }
}
