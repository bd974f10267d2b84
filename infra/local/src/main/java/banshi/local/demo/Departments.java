package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What the departments do with one application, each through its own queue. */
final class Departments {
  private final HallDoor door;
  private final Narrator narrator;
  private final Glossary glossary;
  private final String number;

  Departments(HallDoor door, Narrator narrator, Glossary glossary, String number) {
    this.door = door;
    this.narrator = narrator;
    this.glossary = glossary;
    this.number = number;
  }

  /** Claims and completes every task, those too that open only when others are done. */
  void review(Visitor applicant) {
    narrator.act("各部门并联审查", "The departments review in parallel");
    glossary.learn(applicant.inEnglish().readCase(number).body(), "tasks");
    List<JsonNode> open = open(applicant);
    while (!open.isEmpty()) {
      open.forEach(this::review);
      open = open(applicant);
    }
  }

  private List<JsonNode> open(Visitor applicant) {
    return Tree.items(
        applicant.readCase(number).body(),
        "tasks",
        task -> Tree.text(task, "state").equals("OPEN"));
  }

  private void review(JsonNode task) {
    String department = Tree.text(task, "department");
    String id = Tree.text(task, "id");
    Visitor officer = officer(department);
    JsonNode queued = new Queue(officer, department).find(number, id);
    narrator.tell(
        Tree.text(queued, "departmentName") + "：" + Tree.text(queued, "title"),
        glossary.of(department));
    narrator.item("待办中找到 found in queue", 28, "至 due " + Narrator.time(Tree.text(queued, "dueAt")));
    JsonNode claimed =
        officer.act(number, "/tasks/" + id + "/actions/claim", Bodies.empty()).body();
    narrator.item(
        "认领 claimed", 28, "至 until " + Narrator.time(Tree.text(task(claimed, id), "claimedUntil")));
    JsonNode done =
        officer.act(number, "/tasks/" + id + "/actions/complete", Bodies.passed()).body();
    JsonNode result = task(done, id).path("result");
    narrator.item(
        "完成 completed", 28, Tree.text(result, "opinion") + "：" + Tree.text(result, "comment"));
  }

  private static JsonNode task(JsonNode application, String id) {
    return Tree.items(application, "tasks", task -> Tree.text(task, "id").equals(id)).getFirst();
  }

  /** Each lead department decides its matter. */
  void decide(Visitor applicant, LocalDate today) {
    narrator.act("各事项作出决定", "Each lead department decides");
    int certificates = 0;
    for (JsonNode matter : Tree.items(applicant.readCase(number).body(), "matters")) {
      certificates++;
      String certificate = number + "-" + certificates;
      JsonNode after =
          officer(Tree.text(matter, "department"))
              .act(number, "/actions/decide", Bodies.granted(matter, certificate, today))
              .body();
      JsonNode decision = decision(after, Tree.text(matter, "code"));
      narrator.item(
          Tree.text(decision, "outcomeName") + " " + Tree.text(matter, "name"),
          48,
          "证号 No. " + Tree.text(decision.path("certificate"), "number"));
    }
    JsonNode decided = applicant.readCase(number).body();
    narrator.tell(Tree.text(decided, "stageName"), Tree.text(decided, "stage"));
    narrator.clocks(decided);
  }

  private static JsonNode decision(JsonNode application, String matterCode) {
    return Tree.items(
            application, "matters", matter -> Tree.text(matter, "code").equals(matterCode))
        .getFirst()
        .path("decision");
  }

  private Visitor officer(String department) {
    return Visitor.as(door, Persona.officer("demo-officer-" + department, department));
  }
}
