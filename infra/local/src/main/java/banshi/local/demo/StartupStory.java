package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** 企业开办: from a name to a licence and everything else, with every minute accounted for. */
final class StartupStory implements Story {
  private static final LocalTime LATEST_BEGIN = LocalTime.of(10, 0);

  private final HallDoor door;
  private final Narrator narrator;
  private final HallTime time;
  private final NameDesk nameDesk;
  private final Founders founders;
  private final Visitor first;
  private final Visitor second;

  StartupStory(HallDoor door, Narrator narrator) {
    RandomGenerator random = new Random();
    this.door = door;
    this.narrator = narrator;
    this.time = new HallTime(door, narrator);
    this.nameDesk = new NameDesk(door, narrator, random);
    this.founders = Founders.drawn(random);
    this.first = Visitor.as(door, founders.first().persona());
    this.second = Visitor.as(door, founders.second().persona());
  }

  @Override
  public Ending play() {
    time.toMorningBefore(LATEST_BEGIN);
    Glossary glossary = new Glossary();
    JsonNode name = nameDesk.reserve(first);
    fillIn();
    String number = file(name);
    sign(number);
    glossary.learn(first.inEnglish().readCase(number).body(), "tasks");
    StartupOffices offices = new StartupOffices(door, narrator, time, glossary, number);
    MinutesShown minutes = new MinutesShown(narrator);
    offices.license();
    offices.issue(first, minutes);
    long used = account(number, minutes);
    String code = new LicencePaper(door, narrator).show(first, number);
    new Timelines(narrator).trace(first, number);
    return new Ending(
        "公司开办好了：%s，%s，统一社会信用代码 %s，六个部门共用 %d 分钟。"
            .formatted(Tree.text(name, "fullName"), number, code, used),
        "The company is founded: one form, two signatures, six offices, %d minutes of service time."
            .formatted(used));
  }

  private void fillIn() {
    narrator.act("填表，先填错", "The form, first with faults");
    JsonNode checked =
        Visitor.anybody(door)
            .ask("/v1/startups/validation", founders.careless(time.today()))
            .body();
    narrator.tell("一次说清全部问题，每条附依据：", "every fault at once, with the article behind it:");
    nameDesk.faults(checked, "faults");
    DemoStopped.unless(
        Tree.items(checked, "faults").size() > 5, "没有一次列出全部问题 Not every fault was told");
    JsonNode mended =
        Visitor.anybody(door)
            .ask("/v1/startups/validation", founders.careful(time.today(), "示例路1号3-1"))
            .body();
    DemoStopped.unless(mended.path("valid").asBoolean(), "改好后仍有问题 Still not valid: " + mended);
    narrator.tell("改好了，再查没有问题", "mended: nothing is wrong");
  }

  private String file(JsonNode name) {
    narrator.act("提交，等待签署", "Filing, to be signed");
    ObjectNode body = founders.careful(time.today(), "示例路1号3-1");
    body.put("nameReservation", Tree.text(name, "nameReservation"));
    Reply filed = first.file("/v1/startups", body, UUID.randomUUID().toString()).expect(201);
    narrator.tell(
        "收件 " + filed.text("number") + "：" + filed.text("title") + "，" + filed.text("stageName"),
        filed.text("stage"));
    signatories(filed.body());
    narrator.clocks(filed.body());
    return filed.text("number");
  }

  private void sign(String number) {
    narrator.act("各自签署；改一处，前签作废", "Everybody signs; a change voids what was signed");
    JsonNode before = second.readCase(number).body();
    String old = Tree.text(before, "formHash");
    signed(second, number, old);
    time.to(LocalTime.of(10, 20));
    Reply amended =
        first.act(
            number,
            "/actions/amend",
            founders.careful(time.today(), "示例路1号3-2").put("note", "门牌写错，改为3-2"));
    narrator.tell("门牌写错，申请人改了一处：", "the applicant corrects the address:");
    signatories(amended.body());
    narrator.tell("拿着旧页面签：", "whoever signs what they read before:");
    narrator.problem(
        first
            .tryAct(number, "/actions/sign", hash(old), first.readCase(number).version())
            .expect(409));
    String anew = amended.text("formHash");
    signed(second, number, anew);
    time.to(LocalTime.of(10, 40));
    JsonNode received = signed(first, number, anew);
    narrator.tell(
        "人齐了，" + Tree.text(received, "stageName") + "，从这一刻起算：",
        Tree.text(received, "stage") + ": the clocks begin with the last signature");
    narrator.clocks(received);
  }

  private JsonNode signed(Visitor signer, String number, String hash) {
    JsonNode after = signer.act(number, "/actions/sign", hash(hash)).body();
    narrator.tell(
        "已签 " + hash.substring(0, 12) + "…，还差 " + Tree.text(after, "signaturesMissing") + " 人",
        "signed by hash; missing: " + Tree.text(after, "signaturesMissing"));
    return after;
  }

  private static ObjectNode hash(String hash) {
    return Bodies.empty().put("formHash", hash);
  }

  private void signatories(JsonNode startup) {
    narrator.tell(
        "所签内容 " + Tree.text(startup, "formHash").substring(0, 12) + "…",
        "SHA-256 of the whole form");
    for (JsonNode signer : Tree.items(startup, "signatories")) {
      narrator.item(
          Tree.text(signer, "name") + " " + roles(signer),
          72,
          signer.path("signed").asBoolean() ? "已签 signed" : "未签 not signed");
    }
  }

  private static String roles(JsonNode signer) {
    return Tree.items(signer, "roleNames").stream()
        .map(JsonNode::asText)
        .collect(Collectors.joining("、"));
  }

  private long account(String number, MinutesShown minutes) {
    narrator.act("用时明细", "Who used which minutes");
    Reply done = first.readCase(number);
    DemoStopped.unless(
        done.text("stage").equals("COMPLETED"), "没有办结 Not completed: " + done.text("stage"));
    narrator.tell(done.text("stageName"), done.text("stage"));
    narrator.clocks(done.body());
    JsonNode ledger = minutes.show(first, number);
    narrator.tell("按部门（等待：整件事在等它；自身：它的任务开着）：", "by office: waited for, and its own task open");
    minutes.byHolder(ledger);
    return ledger.path("countedMinutes").asLong();
  }
}
