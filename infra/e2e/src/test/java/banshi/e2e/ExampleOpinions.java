package banshi.e2e;

import static banshi.e2e.People.OTHER_WINDOW;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;

import banshi.e2e.ExampleCase.Words;
import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Every operation of complaints and consultations, done at least once. */
final class ExampleOpinions {
  private static final String DEPARTMENT = Grievance.DEPARTMENT;
  private static final Persona HANDLER = Grievance.HANDLER;
  private static final Persona DISCIPLINE = People.officerOf("DISCIPLINE");

  private final Hall hall;
  private final Words words;

  ExampleOpinions(Hall hall, Words words) {
    this.hall = hall;
    this.words = words;
  }

  void play() {
    complaintsThatEnd();
    complaintRatings();
    cluster();
    complaint();
    consultationsThatEnd();
    consultationRatings();
    consultation();
    knowledge();
  }

  private ExampleCase made(Persona owner, String collection, ObjectNode body) {
    Hall.Call caller = hall.as(owner);
    String number = caller.post(collection, body.toString()).is(201).text("/number");
    return new ExampleCase(hall, words, caller, collection + "/" + number);
  }

  private ExampleCase complained(Persona owner) {
    ObjectNode body =
        Grievance.aboutTheMatter()
            .put(
                "description",
                words.of(
                    "到窗口三次，每次都说还缺一份材料", "Three visits, and each time one more paper was missing"))
            .put("wanted", words.of("一次说清还缺什么", "To be told at once what is missing"));
    return made(owner, "/v1/complaints", body);
  }

  private ExampleCase assigned(Persona owner) {
    return complained(owner)
        .by(WINDOW, "triage", Grievance.triage("D5", "MATERIALS_UNCLEAR"))
        .by(WINDOW, "assign", Grievance.assign(DEPARTMENT));
  }

  private String reply() {
    return Grievance.reply(
        words.of("只缺布局图一份，补齐即受理", "Only the drawing of the layout is missing"), true);
  }

  private String extension() {
    return Hall.JSON
        .createObjectNode()
        .put("days", 2)
        .put("reason", words.of("须会商", "Others are to be asked"))
        .toString();
  }

  private String correction(String member) {
    return Hall.JSON
        .createObjectNode()
        .put("reason", words.of("写错材料名称", "The wrong paper was named"))
        .put(member, words.of("只缺平面图一份", "Only the floor plan is missing"))
        .toString();
  }

  private String redirection() {
    return Hall.JSON
        .createObjectNode()
        .put("reason", words.of("已进入诉讼程序", "It is before the court"))
        .put("whereToGo", "LITIGATION")
        .toString();
  }

  private void complaintsThatEnd() {
    hall.anybody().get("/v1/complaints/options").is(200);
    complained(People.resident(710)).by(WINDOW, "redirect", redirection());
    complained(People.resident(711))
        .does("withdraw", words.say("reason", "已经办成", "It has been done meanwhile"));
    assigned(People.resident(712))
        .reasoned(HANDLER, "return-assignment", "不属本单位", "It is not ours to decide");
  }

  private ExampleCase closed(Persona owner) {
    return assigned(owner).by(HANDLER, "reply", reply()).does("confirm", "{}");
  }

  private void complaintRatings() {
    closed(People.resident(713)).rated(4).appealed(HANDLER, "reject-appeal");
    closed(People.resident(714)).rated(4).appealed(HANDLER, "uphold-appeal");
  }

  private void cluster() {
    ExampleCase lead = assigned(People.resident(715));
    ExampleCase joining = assigned(People.resident(716));
    hall.as(SUPERVISOR).get(joining.path() + "/similar?limit=2").is(200);
    joining.by(SUPERVISOR, "merge", ExampleCase.text("cluster", lead.number()));
  }

  private void complaint() {
    complained(People.resident(717))
        .by(WINDOW, "triage", Grievance.triage("D5", "MATERIALS_UNCLEAR"))
        .claimed("HALL")
        .by(WINDOW, "assign", Grievance.assign(DEPARTMENT))
        .by(HANDLER, "extend", extension())
        .spoken(HANDLER)
        .reasoned(SUPERVISOR, "reject-extension", "不必延长", "There is time enough")
        .by(HANDLER, "extend", extension())
        .by(SUPERVISOR, "approve-extension", "{}")
        .disclosed(HANDLER)
        .reasoned(SUPERVISOR, "escalate", "多次未办成", "It has failed more than once")
        .by(HANDLER, "reply", reply())
        .does("dispute", words.say("reason", "没有说清", "It does not say which drawing"))
        .reasoned(SUPERVISOR, "refer-discipline", "涉及作风", "It may be a matter of conduct")
        .by(DISCIPLINE, "acknowledge-referral", words.say("note", "已签收", "Noted"))
        .by(HANDLER, "reply", reply())
        .by(HANDLER, "correct-reply", correction("answer"))
        .does("confirm", "{}")
        .rated(5)
        .putRight(HANDLER, OTHER_WINDOW)
        .read();
    hall.as(SUPERVISOR)
        .get("/v1/complaints/statistics?from=2026-11-23&to=2026-11-23&groupBy=tier")
        .is(200);
  }

  private ObjectNode question() {
    return Inquiry.aboutTheMatter()
        .put("topic", words.of("开小吃店", "Opening a snack bar"))
        .put(
            "question",
            words.of("我想开一家小吃店，面积不大，要先办哪个证？", "For a small snack bar, which permit comes first?"));
  }

  private ExampleCase asked(Persona owner) {
    return made(owner, "/v1/consultations", question());
  }

  private String answer() {
    return words.say("text", "先办营业执照，再办食品经营许可", "First the business licence, then the food permit");
  }

  private ExampleCase sent(Persona owner) {
    return asked(owner).by(WINDOW, "assign", Inquiry.department(DEPARTMENT));
  }

  private void consultationsThatEnd() {
    asked(People.resident(720)).by(WINDOW, "redirect", redirection());
    asked(People.resident(721)).does("withdraw", words.say("reason", "已经知道了", "It is known now"));
    asked(People.resident(722)).does("convert", Inquiry.into("APPLICATION"));
  }

  private ExampleCase answered(Persona owner) {
    return sent(owner).by(HANDLER, "answer", answer()).does("accept-answer", "{}");
  }

  private void consultationRatings() {
    answered(People.resident(723)).rated(4).appealed(HANDLER, "reject-appeal");
    answered(People.resident(724)).rated(4).appealed(HANDLER, "uphold-appeal");
  }

  private void consultation() {
    sent(People.resident(725))
        .by(HANDLER, "extend", extension())
        .spoken(HANDLER)
        .reasoned(SUPERVISOR, "reject-extension", "不必延长", "There is time enough")
        .by(HANDLER, "extend", extension())
        .by(SUPERVISOR, "approve-extension", "{}")
        .disclosed(HANDLER)
        .claimed(DEPARTMENT)
        .by(HANDLER, "answer", answer())
        .by(HANDLER, "correct-answer", correction("text"))
        .does("follow-up", words.say("text", "外卖也要办吗", "Also for deliveries alone?"))
        .by(HANDLER, "answer", answer())
        .does("accept-answer", "{}")
        .rated(5)
        .putRight(HANDLER, OTHER_WINDOW)
        .read();
  }

  private void knowledge() {
    ObjectNode publication =
        Hall.JSON
            .createObjectNode()
            .put("title", words.of("开小吃店先办什么", "What a snack bar needs first"))
            .put("text", words.of("先办营业执照，再办食品经营许可。", "The licence, then the food permit."));
    ExampleCase published =
        asked(People.resident(726))
            .by(WINDOW, "answer", answer())
            .by(WINDOW, "publish", publication.toString());
    String id = hall.as(SUPERVISOR).get(published.path()).is(200).text("/publication/knowledgeId");
    String query = URLEncoder.encode(words.of("小吃店", "snack bar"), StandardCharsets.UTF_8);
    hall.anybody().get("/v1/knowledge?limit=2&query=" + query).is(200);
    hall.anybody().get("/v1/knowledge/" + id).is(200);
    published.reasoned(SUPERVISOR, "unpublish", "规定已变", "The rules have changed");
  }
}
