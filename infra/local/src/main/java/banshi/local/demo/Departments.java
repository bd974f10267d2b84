package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What the departments do with one application, each through its own queue. */
final class Departments {
  private static final String DECISION = "DECIDE-";

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

  /** Claims and completes every review that stands in a queue, until no queue has one. */
  void review(Visitor applicant) {
    narrator.act("各部门并联审查", "The departments review in parallel");
    glossary.learn(applicant.inEnglish().readCase(number).body(), "tasks");
    List<String> doors = doors(applicant);
    boolean busy = true;
    while (busy) {
      busy = false;
      for (String department : doors) {
        for (JsonNode line : queue(department).about(number, "REVIEW")) {
          review(department, line);
          busy = true;
        }
      }
    }
  }

  /** Everybody sees which departments have work; only their officers see the work itself. */
  private List<String> doors(Visitor applicant) {
    return Tree.texts(applicant.readCase(number).body(), "tasks", "department");
  }

  private void review(String department, JsonNode line) {
    Visitor officer = officer(department);
    String seen = Tree.text(line, "number");
    String id = Tree.text(line, "taskId");
    narrator.tell(
        Tree.text(line, "departmentName") + "：" + Tree.text(line, "title"),
        glossary.of(department));
    narrator.item("待办中找到 found in queue", 28, "至 due " + Narrator.time(Tree.text(line, "dueAt")));
    JsonNode claimed = officer.act(seen, "/tasks/" + id + "/actions/claim", Bodies.empty()).body();
    narrator.item(
        "认领 claimed", 28, "至 until " + Narrator.time(Tree.text(task(claimed, id), "claimedUntil")));
    JsonNode done = officer.act(seen, "/tasks/" + id + "/actions/complete", Bodies.passed()).body();
    JsonNode result = task(done, id).path("result");
    narrator.item(
        "完成 completed", 28, Tree.text(result, "opinion") + "：" + Tree.text(result, "comment"));
  }

  private static JsonNode task(JsonNode application, String id) {
    return Tree.items(application, "tasks", task -> Tree.text(task, "id").equals(id)).getFirst();
  }

  /** Each lead department decides the matters that wait in its queue for it. */
  void decide(Visitor applicant, LocalDate today) {
    narrator.act("各事项作出决定", "Each lead department decides");
    int certificates = 0;
    for (String department : doors(applicant)) {
      for (JsonNode line : queue(department).about(number, "DECIDE")) {
        certificates++;
        decide(department, line, certificates, today);
      }
    }
    JsonNode decided = applicant.readCase(number).body();
    narrator.tell(Tree.text(decided, "stageName"), Tree.text(decided, "stage"));
    narrator.clocks(decided);
  }

  private void decide(String department, JsonNode line, int certificates, LocalDate today) {
    Visitor officer = officer(department);
    String seen = Tree.text(line, "number");
    String code = Tree.text(line, "part").substring(DECISION.length());
    JsonNode matter = matter(officer.readCase(seen).body(), code);
    JsonNode after =
        officer
            .act(seen, "/actions/decide", Bodies.granted(matter, seen + "-" + certificates, today))
            .body();
    JsonNode decision = matter(after, code).path("decision");
    narrator.item(
        Tree.text(decision, "outcomeName") + " " + Tree.text(matter, "name"),
        48,
        "证号 No. " + Tree.text(decision.path("certificate"), "number"));
  }

  private static JsonNode matter(JsonNode application, String code) {
    return Tree.items(application, "matters", matter -> Tree.text(matter, "code").equals(code))
        .getFirst();
  }

  private Queue queue(String department) {
    return new Queue(officer(department), department);
  }

  private Visitor officer(String department) {
    return Visitor.as(door, Persona.officer("demo-officer-" + department, department));
  }
}
