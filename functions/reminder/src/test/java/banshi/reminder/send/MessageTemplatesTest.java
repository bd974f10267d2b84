package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.identity.ApplicantKey;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.reminder.send.MessageTemplates.Filled;
import banshi.reminder.send.MessageTemplates.Template;
import banshi.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What text messages say, and that the provider's rules for them are kept. */
class MessageTemplatesTest {
  /** With the signature and its two brackets, 2 to 12 characters long. */
  private static final int LONGEST = 500 - 14;

  private static final MessageTemplates TEMPLATES = all();

  private static MessageTemplates all() {
    try (Provider provider = new Provider()) {
      return MessageTemplates.ofTheHall(provider.approved.ids());
    }
  }

  private static Notice notice(NoticeName name, Map<String, Text> facts) {
    return new Notice(
        name,
        new Recipient.Person(new ApplicantKey("a".repeat(32))),
        "event",
        Optional.empty(),
        TEN,
        facts);
  }

  /** What every notice about a case knows. */
  private static Map<String, Text> ofACase() {
    Map<String, Text> facts = new TreeMap<>();
    facts.put("title", new Text("开办餐饮店".repeat(30), "Open a restaurant"));
    facts.put("number", new Text("A20261123K7M2QX9", "A20261123K7M2QX9"));
    facts.put("stage", new Text("已受理", "Accepted"));
    return facts;
  }

  private static String words(Template template, List<String> values) {
    String text = template.text();
    for (int i = 0; i < values.size(); i++) {
      text = text.replace("{" + (i + 1) + "}", values.get(i));
    }
    return text;
  }

  @Test
  void noTemplateBreaksTheProvidersRulesEvenWhenEveryPlaceIsFull() {
    TEMPLATES
        .templates()
        .forEach(
            (name, template) -> {
              List<String> full = template.lengths().stream().map("长"::repeat).toList();
              assertThat(words(template, full).length()).as(name).isLessThanOrEqualTo(LONGEST);
              assertThat(template.text())
                  .as(name)
                  .doesNotContainPattern("[【】¥★]")
                  .doesNotContainPattern("\\}\\{")
                  .doesNotMatch("\\{\\d+}")
                  .doesNotContainPattern("https?:|www\\.");
            });
  }

  /** A heading that is cut would not say what happened, and a number or a day would be another. */
  @ParameterizedTest
  @EnumSource
  void everyNoticeHasATemplateWhoseHeadingIsNotCut(NoticeName name) {
    MessageTemplates.Use use = TEMPLATES.use(name);
    Template template = TEMPLATES.templates().get(use.template());
    assertThat(use.facts()).hasSameSizeAs(template.lengths());
    for (int i = 0; i < use.facts().size(); i++) {
      int least =
          switch (use.facts().get(i)) {
            case "heading" -> name.title().in(template.language()).length();
            case "due", "deadline", "at", "before" -> "2026-12-23 17:30".length();
            case "number" -> "A20261123K7M2QX9".length();
            default -> 1;
          };
      assertThat(template.lengths().get(i)).as(use.facts().get(i)).isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyNoticeOfACaseFitsWithTheFactsThatEveryCaseHas(NoticeName name) {
    Map<String, Text> facts = ofACase();
    Filled bare = TEMPLATES.fill(notice(name, facts)).orElseThrow();
    facts.put("due", new Text("2026-12-23 17:30", "2026-12-23 17:30"));
    facts.put("deadline", new Text("2026-12-23 17:30", "2026-12-23 17:30"));
    facts.put("clock", new Text("承诺办结时限", "promised time"));
    Filled whole = TEMPLATES.fill(notice(name, facts)).orElseThrow();
    for (Filled filled : List.of(bare, whole)) {
      assertThat(filled.values()).isNotEmpty().allSatisfy(v -> assertThat(v).isNotBlank());
    }
  }

  @Test
  void everyNoticeThatCanBeRaisedFitsItsTemplate() {
    List<Notice> raised =
        EveryNotice.raised().stream().filter(n -> n.to() instanceof Recipient.Person).toList();
    assertThat(raised).isNotEmpty();
    assertThat(raised).allSatisfy(n -> assertThat(TEMPLATES.fill(n)).isPresent());
  }

  @Test
  void whatLapsesHasNoNumberAndIsToldAllTheSame() {
    Map<String, Text> facts = new TreeMap<>();
    facts.put("due", new Text("2026-12-23 17:30", "2026-12-23 17:30"));
    assertThat(TEMPLATES.fill(notice(NoticeName.DRAFT_EXPIRES, facts))).isPresent();
    facts.put("title", new Text("夜航餐饮", "Night Sail"));
    assertThat(TEMPLATES.fill(notice(NoticeName.NAME_LAPSES, facts))).isPresent();
    assertThat(TEMPLATES.fill(notice(NoticeName.NAME_LAPSED, facts))).isPresent();
  }

  @Test
  void aTemplateThatIsNotApprovedYetGivesWayToTheOneForEveryNotice() {
    MessageTemplates one = MessageTemplates.ofTheHall("{\"GENERIC\": \"77\"}");
    Map<String, Text> facts = ofACase();
    facts.put("due", new Text("2026-12-23 17:30", "2026-12-23 17:30"));
    assertThat(one.fill(notice(NoticeName.SIGNATURE_REQUESTED, facts)).orElseThrow().id())
        .isEqualTo("77");
    // A draft has no title and no number: it cannot be told by that one.
    assertThat(one.fill(notice(NoticeName.DRAFT_EXPIRES, Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "开办餐饮店, 5, 开办餐饮店",
    "开办餐饮店铺, 5, 开办餐饮…",
    "👩‍👩‍👧‍👦店铺, 12, 👩‍👩‍👧‍👦…",
    "👩‍👩‍👧‍👦店铺甲乙, 8, …",
    "a b cdefg, 3, a…",
  })
  void textsAreCutBetweenWhatPeopleTakeForCharacters(String text, int most, String expected) {
    assertThat(MessageTemplates.cut(text, most)).isEqualTo(expected);
    assertThat(MessageTemplates.cut(text, most).length()).isLessThanOrEqualTo(most);
  }

  @Test
  void bracketsAndLineEndsOfATitleDoNotReachTheProvider() {
    Map<String, Text> facts = ofACase();
    facts.put("title", new Text("【夜航】\n餐饮", "x"));
    assertThat(TEMPLATES.fill(notice(NoticeName.DECIDED, facts)).orElseThrow().values())
        .first()
        .isEqualTo("[夜航] 餐饮");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"no JSON", "{}", "{\"GENERIC\": \"1\", \"NOT_PROPOSED\": \"2\"}"})
  void idsOfNothingThatWasProposedAreRefused(String ids) {
    assertThatThrownBy(() -> MessageTemplates.ofTheHall(ids))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
