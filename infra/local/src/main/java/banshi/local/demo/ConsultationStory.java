package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** 咨询: one question is answered once, the next person finds it, and it turns into a case. */
final class ConsultationStory implements Story {
  private static final String DEPARTMENT = "MARKET_REGULATION";
  private static final String MATTER = "MR-FOOD-NEW";
  private static final String ASKER = "李四";
  private static final String TITLE = "开小面馆、没有凉菜，要不要专间";
  private static final String ANSWER = "只做热食的不需要专间；制售冷食、生食的，应当设专间或者专用操作区。布局图上把粗加工、烹饪、备餐分开即可。";

  private final Narrator narrator;
  private final HallTime time;
  private final Timelines timelines;
  private final Visitor resident;
  private final Visitor window;
  private final Visitor officer;
  private final Visitor anybody;

  ConsultationStory(HallDoor door, Narrator narrator) {
    this.narrator = narrator;
    this.time = new HallTime(door, narrator);
    this.timelines = new Timelines(narrator);
    this.resident = Visitor.as(door, Persona.resident("demo-asker", ASKER, "500106190001010027"));
    this.window = Visitor.as(door, Persona.officer("demo-window", "HALL"));
    this.officer = Visitor.as(door, Persona.officer("demo-officer", "王五", DEPARTMENT));
    this.anybody = Visitor.anybody(door);
  }

  @Override
  public Ending play() {
    String number = ask();
    assign(number);
    time.toNextMorning();
    answer(number);
    publish(number);
    time.to(time.now().toLocalTime().plusMinutes(1));
    found(anybody, "面馆没凉菜 用不用专间", "typed by the next person, in other words");
    found(anybody.inEnglish(), "小面馆 专间", "the same for a reader of English");
    String application = convert(number);
    timelines.trace(resident, number);
    return new Ending(
        "一问一答，后来的人搜得到；咨询 %s 一键转成申请 %s，两边互相写明。".formatted(number, application),
        "Answered once and found by the next; question %s became application %s, each naming the other."
            .formatted(number, application));
  }

  private String ask() {
    narrator.act("边输入边提示，仍要提问", "Suggestions while typing, and asking all the same");
    JsonNode known = search(anybody, "开面馆要专间吗");
    List<JsonNode> suggestions = Tree.items(known, "suggestions");
    narrator.tell("输入时的提示：", "suggested:");
    suggestions.forEach(each -> narrator.item(Tree.text(each, "title"), 40, ""));
    ObjectNode body =
        Bodies.empty()
            .put("topic", "开面馆要不要专间")
            .put("matterCode", MATTER)
            .put("question", "我想开一家小面馆，只有五张桌子，不做凉菜，是不是也要隔一个专间？")
            .put("mayPublish", true);
    suggestions.forEach(each -> body.withArray("suggestions").add(Tree.text(each, "knowledgeId")));
    Reply received =
        resident.file("/v1/consultations", body, UUID.randomUUID().toString()).expect(201);
    narrator.tell(
        "已收到 " + received.text("number") + "：" + received.text("title"),
        "received; what was suggested is kept with it");
    narrator.clocks(received.body());
    return received.text("number");
  }

  private void assign(String number) {
    narrator.act("窗口转办", "The window says whose it is");
    Reply assigned =
        window.act(number, "/actions/assign", Bodies.empty().put("department", DEPARTMENT));
    narrator.tell(
        "转 " + assigned.text("assignedToName") + "，" + assigned.text("stageName"),
        assigned.text("stage"));
  }

  private void answer(String number) {
    narrator.act("部门答复", "The department answers");
    ObjectNode body = Bodies.empty().put("text", ANSWER);
    body.putArray("references").add("食品经营许可新办：审核要点");
    Reply answered = officer.act(number, "/actions/answer", body);
    narrator.tell(ANSWER, "no separate room where nothing is served cold");
    narrator.tell(
        answered.text("stageName") + "，可追问一次；十日内不追问即办结",
        answered.text("stage") + ": one follow-up; silence of ten days closes it");
    narrator.clocks(answered.body());
  }

  private void publish(String number) {
    narrator.act("公开答复，先留下了个人信息", "Publishing, at first with personal data in it");
    narrator.problem(
        officer
            .tryAct(
                number,
                "/actions/publish",
                published(ASKER + "问：只做热食要专间吗？可致电 138 0000 0000。" + ANSWER),
                officer.readCase(number).version())
            .expect(400));
    Reply done = officer.act(number, "/actions/publish", published(ANSWER));
    narrator.tell(
        "已公开：" + Tree.text(done.body().path("publication"), "title"),
        "published without them; nothing tells who asked");
  }

  private static ObjectNode published(String text) {
    return Bodies.empty().put("title", TITLE).put("text", text);
  }

  private void found(Visitor reader, String typed, String gloss) {
    narrator.act("后来的人搜“" + typed + "”", "The next person looks");
    narrator.tell("检索：" + typed, gloss);
    List<JsonNode> items = Tree.items(search(reader, typed), "items");
    items.stream()
        .limit(3)
        .forEach(each -> narrator.item(Tree.text(each, "title"), 44, Tree.text(each, "kindName")));
    DemoStopped.unless(
        items.stream().limit(2).anyMatch(each -> Tree.text(each, "title").equals(TITLE)),
        "没有搜到刚公开的答复 The answer just published was not found");
  }

  private static JsonNode search(Visitor reader, String typed) {
    return reader
        .read("/v1/knowledge?limit=5&query=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
        .body();
  }

  private String convert(String number) {
    narrator.act("一键转为申请", "One tap makes an application of it");
    Reply converted =
        resident.act(number, "/actions/convert", Bodies.empty().put("to", "APPLICATION"));
    String draftId = Tree.text(converted.body().path("conversion"), "draftId");
    narrator.tell(
        converted.text("stageName") + "，时限停止；草稿 " + draftId,
        converted.text("stage") + ": its clock has stopped, a draft is waiting");
    JsonNode draft = resident.read("/v1/drafts/" + draftId).body().path("content");
    ObjectNode body =
        Bodies.empty()
            .put("matterCode", Tree.text(draft, "matterCode"))
            .put("consultation", Tree.text(draft, "consultation"))
            .put("draftId", draftId);
    Reply received =
        resident.file("/v1/applications", body, UUID.randomUUID().toString()).expect(201);
    String application = received.text("number");
    narrator.tell(
        "收件 " + application + "：" + received.text("title"),
        "received; what is missing is listed, not refused");
    names(number, application);
    names(application, number);
    return application;
  }

  private void names(String one, String other) {
    DemoStopped.unless(
        timelines.show(resident, one, "LINK").stream()
            .anyMatch(entry -> Tree.text(entry, "note").equals(other)),
        "%s 的办理过程没有写明 its timeline does not name %s".formatted(one, other));
  }
}
