package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Sample;
import banshi.identity.ApplicantKey;
import banshi.identity.Contact;
import banshi.identity.OpenId;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.reminder.send.Carrier.Parcel;
import banshi.store.Consent;
import banshi.store.Letter;
import banshi.store.Waiting;
import banshi.text.Language;
import banshi.text.Text;
import java.net.URI;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notice there is, as the life cycle and its ladders raise it, in the words of every channel
 * and both languages: no place is left unfilled.
 */
class WordsTest {
  /**
   * Raised by what is not a row of a life cycle: a new calendar, the end of a draft or of a name,
   * words beside a case ({@code ConversationTest}), a task that changes hands ({@code
   * ColleaguesTest}).
   */
  private static final Map<NoticeName, Set<String>> ELSEWHERE =
      Map.ofEntries(
          Map.entry(NoticeName.DUE_MOVED, Set.of("title", "number", "clock", "before", "due")),
          Map.entry(NoticeName.DUE_FIRM, Set.of("title", "number", "clock", "before", "due")),
          Map.entry(NoticeName.DRAFT_EXPIRES, Set.of("due")),
          Map.entry(NoticeName.NAME_LAPSES, Set.of("title", "due")),
          Map.entry(NoticeName.NAME_LAPSED, Set.of("title", "due")),
          Map.entry(NoticeName.MESSAGE_FROM_APPLICANT, Set.of("title", "number")),
          Map.entry(NoticeName.MESSAGE_FROM_HALL, Set.of("title", "number")),
          Map.entry(NoticeName.HURRIED, Set.of("title", "number")),
          Map.entry(NoticeName.TASK_HANDED_OVER, Set.of("title", "number", "task")),
          Map.entry(NoticeName.TASK_TAKEN_BACK, Set.of("title", "number", "task")),
          Map.entry(NoticeName.TASK_ROUTED_AWAY, Set.of("title", "number", "task")));

  private static final List<Notice> RAISED = raised();

  /** Said only when there is something to say. */
  private static final String MAY_BE_MISSING = "more";

  private static final String EN_TEMPLATES =
      """
      {"*": {"id": "template-2", "lang": "en_US",
             "fields": {"thing1": "title", "thing2": "heading", "time3": "at"}}}
      """;

  private static List<Notice> raised() {
    return Stream.concat(
            EveryNotice.raised().stream(),
            ELSEWHERE.entrySet().stream()
                .map(
                    each ->
                        new Notice(
                            each.getKey(),
                            new Recipient.Person(new ApplicantKey("a".repeat(32))),
                            "event-" + each.getKey(),
                            Optional.of("A20261123K7M2QX9"),
                            TEN,
                            each.getValue().stream()
                                .collect(
                                    Collectors.toMap(
                                        fact -> fact, fact -> new Text("2027", "2027"))))))
        .toList();
  }

  /** One of each name and recipient's kind; of the same name the one that knows least. */
  static Stream<Notice> everyNotice() {
    return RAISED.stream()
        .collect(
            Collectors.toMap(
                notice -> notice.name() + " " + notice.to().getClass(),
                notice -> notice,
                (one, other) -> one.facts().size() <= other.facts().size() ? one : other))
        .values()
        .stream();
  }

  @Test
  void everyNameIsRaised() {
    assertThat(RAISED.stream().map(Notice::name).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(NoticeName.class));
  }

  @Test
  void noRaiserLeavesAPlaceUnfilled() {
    assertThat(RAISED)
        .allSatisfy(
            notice ->
                assertThat(notice.name().body(new Gaps(notice.facts())))
                    .as("%s of %s", notice.name(), notice.event())
                    .satisfies(
                        body -> {
                          assertThat(body.zh()).doesNotContain("⟦");
                          assertThat(body.en()).doesNotContain("⟦");
                        }));
  }

  @Test
  void theTestFindsAPlaceThatIsNotFilled() {
    assertThat(NoticeName.ACCEPTED.body(new Gaps(Map.of())).zh()).contains("⟦due⟧");
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void aTextMessageAndAMailSayItInBothLanguages(Notice notice) {
    String zh = notice.body().in(Language.ZH_CN);
    String en = notice.body().in(Language.EN);
    assertThat(Words.text(notice))
        .startsWith(notice.title().zh() + "：" + zh)
        .endsWith(notice.title().en() + ": " + en);
    assertThat(Words.letter(notice)).isEqualTo(zh + "\n\n" + en + "\n");
    assertThat(Words.subject(notice)).startsWith(notice.title().zh() + " " + notice.title().en());
    assertThat(zh).isNotBlank().containsPattern("\\p{IsHan}");
    assertThat(en.replaceAll("“[^”]*”", "")).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    assertThat(Words.text(notice)).doesNotContain("张三", "13800000000", "19000101");
  }

  static Stream<Notice> everyNoticeToAPerson() {
    return everyNotice().filter(notice -> notice.to() instanceof Recipient.Person);
  }

  @ParameterizedTest
  @MethodSource("everyNoticeToAPerson")
  void weChatSaysItInTheLanguageOfItsTemplate(Notice notice) {
    if (notice.facts().containsKey("stage")) {
      assertThat(packed(Office.TEMPLATES, notice)).isInstanceOf(Parcel.Ready.class);
    }
    assertThat(packed(EN_TEMPLATES, notice)).isInstanceOf(Parcel.Ready.class);
  }

  private static Parcel packed(String templates, Notice notice) {
    WeChatApi nobody = new WeChatApi(URI.create("http://127.0.0.1:9"), Duration.ofMillis(10));
    ApplicantKey owner = new ApplicantKey("a".repeat(32));
    return new WeChatCarrier(
            nobody,
            new WeChatTokens(nobody, "app", "secret"),
            WeChatTemplates.read(templates),
            "formal",
            (key, template) -> Optional.of(new Consent(template, 1, 1, 0, new OpenId("oTest-1"))))
        .prepare(
            new Letter(
                new Waiting("pk", "sk", "bucket", "2026-11-23T02:00:00Z#x"),
                notice,
                owner,
                Contact.of(Sample.applicant()),
                0,
                Map.of()));
  }

  /** Facts that have a mark for every fact that is not there. */
  private static final class Gaps extends AbstractMap<String, Text> {
    private final Map<String, Text> facts;

    Gaps(Map<String, Text> facts) {
      this.facts = facts;
    }

    @Override
    public Set<Map.Entry<String, Text>> entrySet() {
      return facts.entrySet();
    }

    @Override
    public boolean containsKey(Object fact) {
      return facts.containsKey(fact) || !fact.equals(MAY_BE_MISSING);
    }

    @Override
    public Text get(Object fact) {
      String gap = "⟦" + fact + "⟧";
      return facts.getOrDefault(String.valueOf(fact), new Text(gap, gap));
    }
  }
}
