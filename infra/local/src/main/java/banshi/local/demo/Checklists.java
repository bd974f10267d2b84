package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for answers to a package's questions that bring several departments in, so that there is
 * something to watch. Whoever really applies answers as it is, of course.
 */
final class Checklists {
  private final Visitor visitor;
  private final String path;

  /** The answers and what they come to. */
  record Told(ObjectNode answers, JsonNode checklist) {
    int departments() {
      return Tree.items(checklist, "faults").isEmpty()
          ? Tree.texts(checklist, "matters", "department").size()
          : -1;
    }
  }

  Checklists(Visitor visitor, String packageCode) {
    this.visitor = visitor;
    this.path = "/v1/packages/" + packageCode + "/checklist";
  }

  /** The plainest answers. */
  Told plainest(JsonNode themePackage) {
    ObjectNode plain = Bodies.empty();
    for (JsonNode question : Tree.items(themePackage, "questions")) {
      plain.set(Tree.text(question, "id"), Paperwork.candidates(question).getFirst());
    }
    return ask(visitor, plain);
  }

  /** One answer that could be given instead. */
  private record Other(String question, JsonNode answer) {}

  /** Answers that bring in as many departments as changing two answers at a time can. */
  Told widest(JsonNode themePackage) {
    List<Other> others = new ArrayList<>();
    for (JsonNode question : Tree.items(themePackage, "questions")) {
      String id = Tree.text(question, "id");
      List<JsonNode> candidates = Paperwork.candidates(question);
      candidates.subList(1, candidates.size()).forEach(each -> others.add(new Other(id, each)));
    }
    Told best = plainest(themePackage);
    for (Other one : others) {
      for (Other another : others) {
        // A matter may hang on two answers at once, such as a large hall with seats.
        ObjectNode changed = best.answers().deepCopy();
        changed.set(one.question(), one.answer());
        changed.set(another.question(), another.answer());
        Told told = ask(visitor, changed);
        best = told.departments() > best.departments() ? told : best;
      }
    }
    return best;
  }

  /** The same checklist for somebody who reads another language. */
  JsonNode forReader(Visitor reader, Told told) {
    return ask(reader, told.answers()).checklist();
  }

  private Told ask(Visitor asking, ObjectNode answers) {
    return new Told(answers, asking.ask(path, Bodies.answers(answers)).body());
  }
}
