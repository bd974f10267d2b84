package banshi.e2e;

import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An answer is given once, and the next person finds it. */
class KnowledgeTest {
  private static final Persona ASKER = People.resident(430);

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("凉菜", "MR-FOOD-NEW", "做凉菜要单独的房间吗", "制售冷食、生食要设专间或者专用操作区，并交专间图纸。"),
          new Entry("落户", "PS-BIRTH-HUKOU", "新生儿落户随父还是随母", "出生登记可以随父也可以随母，带户口簿和出生医学证明。"),
          new Entry("公积金", "HF-RETIRE", "退休后提取住房公积金", "已经退休的职工凭身份证和一类银行卡，可以提取全部余额。"),
          new Entry("公章", "PS-SEAL", "刻公章去哪里备案", "取得营业执照后刻制公章，由公安机关备案，当场办理。"),
          new Entry("香烟", "TB-RETAIL", "小店卖香烟要办什么证", "要办烟草专卖零售许可证，经营场所要固定，并与住所相独立。"),
          new Entry("招牌", "UM-SIGNBOARD", "店铺门头招牌要审批吗", "要办户外招牌设施设置，交招牌效果图，不能遮挡消防设施。"),
          new Entry("清税", "TX-CLEAR", "清税证明怎么开", "注销之前先结清税款、滞纳金和罚款，缴销发票。"),
          new Entry(
              "capital",
              "MR-COMPANY-SETUP",
              "When must registered capital be paid in?",
              "Shareholders of a limited company pay it in full within five years of founding."),
          new Entry(
              "missing",
              "",
              "One of my documents is missing",
              "Secondary documents may be promised in writing and brought later."),
          new Entry(
              "school",
              "ED-SCHOOL-ENTRY",
              "School entry for a child without local household registration",
              "Residence permits and social insurance payments of the parents are checked."),
          new Entry(
              "refusal",
              "",
              "What can I do against a refusal?",
              "You may ask for administrative reconsideration within 60 days, or go to court."),
          new Entry(
              "closing",
              "MR-COMPANY-CLOSE",
              "Closing a company for good",
              "Clear the taxes first, then deregister, and surrender the seal at the end."));

  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry("我想在店里卖凉拌菜，要不要隔一间出来", "凉菜"),
          Map.entry("娃儿刚出生，户口跟爸爸还是跟妈妈", "落户"),
          Map.entry("退休了公积金怎么取出来", "公积金"),
          Map.entry("刚拿到执照，去哪里刻章", "公章"),
          Map.entry("小卖部想卖烟怎么办证", "香烟"),
          Map.entry("公司要关了，税怎么清", "清税"),
          Map.entry("换个门头招牌要不要去审批", "招牌"),
          Map.entry("how long do I have to pay the capital of my company", "capital"),
          Map.entry("i forgot a document, can i bring it later", "missing"),
          Map.entry("school for my kid, we have no local household registration", "school"),
          Map.entry("they refused me, where can I appeal", "refusal"),
          Map.entry("I want to close my company", "closing"));

  private final Hall hall = TheHall.open();

  private record Entry(String name, String matter, String title, String text) {
    ObjectNode question() {
      ObjectNode body = Inquiry.body().put("topic", "请问");
      return matter.isEmpty() ? body : body.put("matterCode", matter);
    }
  }

  private Exchange search(String query, String more) {
    return hall.anybody()
        .get(
            "/v1/knowledge?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&" + more);
  }

  private JsonNode found(String query) {
    return search(query, "limit=100").is(200).json().path("items");
  }

  private static List<String> titles(JsonNode list) {
    return list.findValuesAsText("title");
  }

  private static List<String> ids(JsonNode list) {
    return list.findValuesAsText("knowledgeId");
  }

  private Inquiry answered(ObjectNode body) {
    return Inquiry.asked(hall, ASKER, body).answered(WINDOW, "先办营业执照");
  }

  @Test
  void whatAResidentTypesFindsTheRightAnswerFirstOrSecond() {
    Map<String, String> published = new HashMap<>();
    for (Entry entry : ENTRIES) {
      Inquiry.published(hall, ASKER, entry.question(), entry.title(), entry.text());
      published.put(entry.name(), entry.title());
    }
    hall.aMinuteLater();
    List<String> missed = new ArrayList<>();
    QUESTIONS.forEach(
        (question, entry) -> {
          // Other runs may have published the same.
          List<String> first = titles(found(question)).stream().distinct().limit(2).toList();
          if (!first.contains(published.get(entry))) {
            missed.add(question + " → " + first);
          }
        });
    // One is known to be missed: 清税 falls apart in 税怎么清 (docs/knowledge.md tells the rates).
    assertThat(missed).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anAnswerIsFoundWithinAMinuteChangedWithinAMinuteAndGoneWithinAMinute() {
    String words = "孔雀石" + Run.word() + "雨棚";
    String title = words + "可以装吗";
    assertThat(titles(found(words))).doesNotContain(title);
    Inquiry inquiry = answered(Inquiry.aboutTheMatter());
    Exchange published =
        inquiry.by(WINDOW, "publish", Inquiry.publication(title, "可以，离地须两米五以上。")).is(200);
    String id = published.text("/publication/knowledgeId");
    hall.aMinuteLater();
    JsonNode hit = found(words).get(0);
    assertThat(hit.path("knowledgeId").asText()).isEqualTo(id);
    assertThat(hit.path("kind").asText()).isEqualTo("ANSWER");
    assertThat(hit.path("matterCode").asText()).isEqualTo(Inquiry.MATTER);
    Exchange full = hall.anybody().get("/v1/knowledge/" + id).is(200);
    assertThat(full.text("/title")).isEqualTo(title);
    assertThat(full.text("/text")).isEqualTo("可以，离地须两米五以上。");
    assertThat(full.body()).doesNotContain(inquiry.number(), "张");

    String again =
        inquiry
            .by(WINDOW, "publish", Inquiry.publication(title, "可以，离地须三米以上。"))
            .is(200)
            .text("/publication/knowledgeId");
    assertThat(again).isEqualTo(id);
    hall.aMinuteLater();
    assertThat(found(words).get(0).path("text").asText()).contains("三米");

    inquiry.by(SUPERVISOR, "unpublish", Inquiry.reason("规定已变")).is(200);
    hall.anybody().get("/v1/knowledge/" + id).is(404, "not-found");
    hall.aMinuteLater();
    assertThat(ids(found(words))).doesNotContain(id);
    assertThat(inquiry.seen().has("publication")).isFalse();
    inquiry.by(SUPERVISOR, "unpublish", Inquiry.reason("规定已变")).is(409, "action-not-allowed");
    inquiry.isWhole();
  }

  @Test
  void nothingPersonalIsPublishedAndEveryPlaceOfItIsNamed() {
    Inquiry inquiry = answered(Inquiry.body());
    Map<String, String> personal =
        Map.of(
            "证号500106190001010019不对", "第 3 个字起的 18 个字",
            "请打13800000000", "第 3 个字起的 11 个字",
            "代码91500106MA00000009", "第 3 个字起的 18 个字",
            "答复张三：可以", "第 3 个字起的 2 个字");
    personal.forEach(
        (words, place) -> {
          for (String pointer : List.of("/title", "/text")) {
            String body =
                pointer.equals("/title")
                    ? Inquiry.publication(words, "可以")
                    : Inquiry.publication("可以办吗", words);
            Exchange refused = inquiry.by(WINDOW, "publish", body).is(400, "invalid-body");
            assertThat(refused.json().path("errors")).as(words).hasSize(1);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
            assertThat(refused.text("/errors/0/code")).isEqualTo("personal-data");
            assertThat(refused.text("/errors/0/detail")).contains(place);
          }
        });
    Exchange all =
        inquiry
            .by(
                hall.as(WINDOW).header("Accept-Language", "en"),
                "publish",
                Inquiry.publication("张三的答复", "138 0000 0000 或 500106190001010019"))
            .is(400, "invalid-body");
    assertThat(all.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/title", "/text", "/text");
    assertThat(all.text("/errors/1/detail")).contains("from character 1 ", "telephone");
    assertThat(all.body()).doesNotContain("张三", "500106190001010019");
    assertThat(inquiry.seen().has("publication")).isFalse();
  }

  @Test
  void onlyAnAnswerThatItsAskerLetsBePublishedIsPublished() {
    String publication = Inquiry.publication("先办哪个证", "先办营业执照");
    Inquiry unasked = answered(Inquiry.body().put("mayPublish", false));
    assertThat(unasked.seen().path("mayPublish").asBoolean()).isFalse();
    unasked.by(WINDOW, "publish", publication).is(409, "action-not-allowed");
    Inquiry unanswered = Inquiry.asked(hall, ASKER, Inquiry.body());
    unanswered.by(WINDOW, "publish", publication).is(409, "action-not-allowed");
    unanswered.does("convert", Inquiry.into("COMPLAINT")).is(200);
    unanswered.by(WINDOW, "publish", publication).is(409, "action-not-allowed");
    unasked.does("publish", publication).is(403, "forbidden");
    unasked.by(SUPERVISOR, "publish", publication).is(403, "forbidden");
  }

  @Test
  void whatReviewersLookAtIsFoundInBothLanguages() {
    JsonNode hit = Paperwork.find(found("食品经营许可审核要点"), "kind", "REVIEW_POINTS");
    assertThat(hit.path("knowledgeId").asText()).isEqualTo("review-points:MR-FOOD-NEW");
    assertThat(hit.path("matterCode").asText()).isEqualTo("MR-FOOD-NEW");
    JsonNode english =
        hall.anybody()
            .header("Accept-Language", "en")
            .get("/v1/knowledge?query=review+points+food&limit=5")
            .is(200)
            .json()
            .path("items");
    JsonNode same = Paperwork.find(english, "knowledgeId", "review-points:MR-FOOD-NEW");
    assertThat(same.path("title").asText()).contains("review points");
    assertThat(same.path("snippet").asText()).isNotBlank();
  }

  @Test
  void pagesGoOnWhereTheLastEndedAndACursorIsForItsQuestionOnly() {
    hall.aMinuteLater();
    List<String> all = ids(found("营业执照"));
    assertThat(all).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    List<String> paged = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    String first = "";
    while (cursor.isPresent()) {
      JsonNode page = search("营业执照", "limit=2" + cursor.get()).is(200).json();
      paged.addAll(ids(page.path("items")));
      String next = page.path("nextCursor").asText("");
      first = first.isEmpty() ? next : first;
      cursor = next.isEmpty() ? Optional.empty() : Optional.of("&cursor=" + next);
    }
    // One page holds a hundred at most, all pages hold everything.
    assertThat(paged).startsWith(all.toArray(String[]::new)).doesNotHaveDuplicates();
    search("身份证", "limit=2&cursor=" + first).is(400, "invalid-cursor");
    char begun = first.charAt(0) == 'A' ? 'B' : 'A';
    search("营业执照", "limit=2&cursor=" + begun + first.substring(1)).is(400, "invalid-cursor");
    search("营业执照", "limit=0").is(400, "invalid-parameter");
    search("营业执照", "limit=101").is(400, "invalid-parameter");
  }

  @Test
  void whateverIsTypedIsAQuestionOrIsRefusedInClearWords() {
    List<String> odd =
        List.of(
            "证",
            "a",
            "长".repeat(1000),
            "😀".repeat(1000),
            "😀🎉👨‍👩‍👧",
            "'; DROP TABLE cases; --",
            "<script>alert(1)</script>",
            "title:* AND (text:[a TO z]^99~ OR \"",
            "\\+-&|!(){}[]^\"~*?:/",
            "a\u0000b",
            "\u202Etxt",
            "${jndi:ldap://x}",
            "%00%ff");
    for (String query : odd) {
      Exchange answer = search(query, "limit=5").is(200);
      assertThat(answer.body()).doesNotContain("<script>", "Exception");
    }
    assertThat(found("😀🎉👨‍👩‍👧")).isEmpty();
    for (String query : List.of("", " \t", "\u3000")) {
      search(query, "limit=5").is(400, "invalid-parameter");
    }
    hall.anybody().get("/v1/knowledge").is(400, "invalid-parameter");
    Exchange tooLong = search("长".repeat(1001), "limit=5").is(400, "invalid-parameter");
    assertThat(tooLong.text("/errors/0/code")).isEqualTo("too-long");
    assertThat(tooLong.text("/errors/0/detail")).contains("1000");
    hall.anybody().get("/v1/knowledge/no-such").is(404, "not-found");
    hall.anybody().get("/v1/knowledge/" + "x".repeat(3000)).is(404, "not-found");
  }

  @Test
  void anUnfinishedWordIsMetWithSuggestions() {
    String wheels = Run.word() + "自行车上牌要带什么";
    String chinese = Inquiry.published(hall, ASKER, Inquiry.body(), wheels, "带车辆合格证和身份证。");
    String word = Run.latinWord();
    String english =
        Inquiry.published(
            hall, ASKER, Inquiry.body(), "Renewing a " + word + "y", "Bring the old permit.");
    hall.aMinuteLater();
    Map.of(Run.word() + "自", chinese, "renewing a " + word, english, word, english)
        .forEach(
            (typed, id) -> {
              JsonNode suggestions = search(typed, "limit=1").is(200).json().path("suggestions");
              assertThat(ids(suggestions)).as(typed).contains(id);
              assertThat(suggestions.size()).isLessThanOrEqualTo(5);
              suggestions
                  .findValuesAsText("title")
                  .forEach(title -> assertThat(title).isNotBlank());
            });
    assertThat(search("f", "limit=1").is(200).json().path("suggestions")).isEmpty();
  }
}
