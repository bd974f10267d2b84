package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 差评: what a poor rating obliges a department to, until somebody else has called back. */
final class PoorRating {
  private final Narrator narrator;
  private final HallTime time;
  private final String number;

  PoorRating(Narrator narrator, HallTime time, String number) {
    this.narrator = narrator;
    this.time = time;
    this.number = number;
  }

  /** 5 is the worst mark (GB/T 39046-2020). */
  void give(Visitor resident) {
    narrator.act("差评", "A poor rating");
    Reply rated =
        resident.act(
            number, "/actions/rate", Bodies.empty().put("score", 5).put("comment", "办成了，但不该这么难。"));
    JsonNode rating = rated.body().path("rating");
    narrator.tell(
        Tree.text(rating, "score") + " 分，" + Tree.text(rating, "scoreName"),
        "5 is the worst mark; it opens a duty:");
    for (JsonNode task :
        Tree.items(rated.body(), "tasks", each -> Tree.text(each, "state").equals("OPEN"))) {
      narrator.item(
          Tree.text(task, "departmentName") + "：" + Tree.text(task, "title"),
          40,
          "至 due " + Narrator.time(Tree.text(task, "dueAt")));
    }
  }

  /** The department speaks with the resident, then reports what it has put right. */
  void putRight(Visitor officer) {
    narrator.act("联系、整改", "Contact, then rectification");
    officer.act(number, "/actions/contact-rater", Bodies.empty().put("note", "已电话联系，说明了原因并致歉。"));
    narrator.tell("已联系", "the resident was contacted");
    Reply reported =
        officer.act(number, "/actions/rectify", Bodies.empty().put("measures", "公布材料清单，窗口不得另收证明。"));
    duty(reported);
  }

  /** Nobody calls back on what they handled themselves. */
  void callBack(Visitor handler, Visitor other) {
    narrator.act("回访", "The call-back, by somebody else");
    time.toOfficeHours();
    ObjectNode words = Bodies.empty().put("solved", true).put("note", "反映人表示已解决。");
    narrator.tell("办过此件的窗口人员不得回访：", "whoever handled it may not call back:");
    narrator.problem(
        handler
            .tryAct(number, "/actions/call-back", words, handler.readCase(number).version())
            .expect(403));
    Reply closed = other.act(number, "/actions/call-back", words);
    duty(closed);
    DemoStopped.unless(
        Tree.text(closed.body().path("rating"), "rectification").equals("CLOSED"),
        "整改没有了结 The duty is not closed");
  }

  private void duty(Reply complaint) {
    JsonNode rating = complaint.body().path("rating");
    narrator.tell(
        "整改：" + Tree.text(rating, "rectificationName"),
        "the duty: " + Tree.text(rating, "rectification"));
  }
}
