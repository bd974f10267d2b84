package banshi.consultation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.consultation.knowledge.Hits.Hit;
import banshi.text.Language;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KnowledgeIndexTest {
  private static final Instant PUBLISHED = Instant.parse("2026-11-01T01:00:00Z");
  private static final KnowledgeEntry FUND = answer("fund", "退休以后公积金怎么取", "带身份证和一类银行卡。账户没有冻结才能提取。");
  private static final KnowledgeEntry SEAL = answer("seal", "公章在哪里备案", "由公安机关当场备案，带营业执照。");
  private static final KnowledgeEntry SIGN =
      answer(
          "sign", "Putting up a signboard", "A picture of the signboard is needed. Two of them.");

  private final KnowledgeIndex index = KnowledgeIndex.of(List.of(FUND, SEAL, SIGN));

  @ParameterizedTest
  @CsvSource({
    "公积金怎么取, fund",
    "住房公积金, fund",
    "章, seal",
    "公章备案, seal",
    "刻章, seal",
    "signboards, sign",
    "SIGNBOARD, sign",
    "ｓｉｇｎｂｏａｒｄ, sign",
    "signbord, sign",
    "营业执造, seal",
  })
  void aQuestionFindsWhatAnswersIt(String question, String id) {
    assertThat(ids(index.search(question, Language.ZH_CN, 0, 10))).first().isEqualTo(id);
  }

  @Test
  void aWordOfTheTitleCountsMoreThanOneOfTheText() {
    KnowledgeEntry inText = answer("a-text", "消防检查要准备的东西", "多带一份居住证的复印件。");
    KnowledgeEntry inTitle = answer("b-title", "居住证要准备的东西", "多带一份消防检查的复印件。");
    KnowledgeIndex both = KnowledgeIndex.of(List.of(inText, inTitle));
    assertThat(ids(both.search("居住证", Language.ZH_CN, 0, 10))).containsExactly("b-title", "a-text");
  }

  @Test
  void equalMatchesComeInTheOrderOfTheirIds() {
    List<KnowledgeEntry> same =
        IntStream.of(3, 1, 2, 5, 4).mapToObj(i -> answer("e" + i, "居住证", "签注")).toList();
    KnowledgeIndex equal = KnowledgeIndex.of(same);
    assertThat(ids(equal.search("居住证", Language.ZH_CN, 0, 10)))
        .containsExactly("e1", "e2", "e3", "e4", "e5");
    assertThat(ids(equal.search("居住证", Language.ZH_CN, 2, 2))).containsExactly("e3", "e4");
    assertThat(
            equal
                .with(List.of(same.getFirst()), List.of())
                .search("居住证", Language.EN, 0, 10)
                .hits())
        .extracting(hit -> hit.entry().id())
        .contains("e1", "e2", "e3", "e4", "e5");
  }

  @Test
  void whatIsFoundIsCountedUpToABound() {
    KnowledgeIndex many =
        KnowledgeIndex.of(
            IntStream.range(0, KnowledgeIndex.COUNTED + 500)
                .mapToObj(i -> answer("e%05d".formatted(i), "居住证" + i, "签注"))
                .toList());
    Hits hits = many.search("居住证", Language.ZH_CN, 0, 20);
    assertThat(hits.hits()).hasSize(20);
    assertThat(hits.total()).isEqualTo(KnowledgeIndex.COUNTED);
    assertThat(hits.more()).isTrue();
    assertThat(many.search("居住证", Language.ZH_CN, KnowledgeIndex.COUNTED - 5, 20).hits())
        .hasSize(5);
    assertThat(many.search("居住证", Language.ZH_CN, KnowledgeIndex.COUNTED, 20).hits()).isEmpty();
    assertThat(index.search("公积金", Language.ZH_CN, 0, 20))
        .extracting(Hits::total, Hits::more)
        .containsExactly(1, false);
  }

  @Test
  void theSnippetIsTheSentenceThatSaysMost() {
    assertThat(index.search("公积金账户冻结", Language.ZH_CN, 0, 1).hits())
        .extracting(Hit::snippet)
        .containsExactly("账户没有冻结才能提取。");
    KnowledgeEntry wordy = answer("long", "居住证", "居住证𠮷".repeat(200));
    String snippet =
        KnowledgeIndex.of(List.of(wordy))
            .search("居住证", Language.ZH_CN, 0, 1)
            .hits()
            .getFirst()
            .snippet();
    assertThat(snippet.codePointCount(0, snippet.length())).isEqualTo(Snippets.LONGEST);
  }

  @Test
  void whatIsInBothLanguagesIsFoundInEitherAndShownInTheAskersOwn() {
    KnowledgeEntry both =
        new KnowledgeEntry(
            "both",
            KnowledgeEntry.Kind.REVIEW_POINTS,
            new Text("居住证核验", "Check of a residence permit"),
            new Text("按年签注", "It is endorsed yearly"),
            Optional.empty(),
            Optional.empty(),
            PUBLISHED,
            1);
    KnowledgeIndex one = KnowledgeIndex.of(List.of(both));
    assertThat(one.search("residence permits", Language.ZH_CN, 0, 1).hits())
        .extracting(Hit::snippet)
        .containsExactly("按年签注");
    assertThat(one.search("居住证", Language.EN, 0, 1).hits())
        .extracting(Hit::snippet)
        .containsExactly("It is endorsed yearly");
    assertThat(one.suggest("居住", Language.EN, 1))
        .containsExactly(new Suggestion("both", "Check of a residence permit"));
  }

  @Test
  void whatChangesIsFoundInTheNewIndexAndNotInTheOld() {
    KnowledgeEntry changed = answer("seal", "居住证核验", "按年签注");
    KnowledgeEntry added = answer("new", "用气报装", "燃气公司");
    KnowledgeIndex next = index.with(List.of(changed, added), List.of("fund", "not-there"));
    assertThat(next.size()).isEqualTo(3);
    assertThat(ids(next.search("居住证", Language.ZH_CN, 0, 10))).containsExactly("seal");
    assertThat(ids(next.search("燃气", Language.ZH_CN, 0, 10))).containsExactly("new");
    assertThat(next.search("公章", Language.ZH_CN, 0, 10).hits()).isEmpty();
    assertThat(next.search("公积金", Language.ZH_CN, 0, 10).hits()).isEmpty();
    assertThat(index.size()).isEqualTo(3);
    assertThat(ids(index.search("公章", Language.ZH_CN, 0, 10))).containsExactly("seal");
    assertThat(index.search("居住证", Language.ZH_CN, 0, 10).hits()).isEmpty();
    assertThat(ids(next.with(List.of(FUND), List.of("fund")).search("公积金", Language.ZH_CN, 0, 10)))
        .containsExactly("fund");
  }

  @Test
  void anIndexOfNothingFindsNothingAndCanBeAddedTo() {
    KnowledgeIndex empty = KnowledgeIndex.of(List.of());
    assertThat(empty.search("公积金", Language.ZH_CN, 0, 10)).isEqualTo(Hits.NONE);
    assertThat(empty.suggest("公积金", Language.ZH_CN, 10)).isEmpty();
    assertThat(empty.with(List.of(FUND), List.of()).search("公积金", Language.ZH_CN, 0, 10).hits())
        .hasSize(1);
    assertThat(index.with(List.of(), List.of("fund", "seal", "sign")).size()).isZero();
  }

  @Test
  void oneIndexIsSearchedAndAddedToByManyAtOnce() throws Exception {
    List<Future<List<String>>> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String id = "t" + i;
        found.add(
            threads.submit(
                () -> {
                  KnowledgeIndex mine =
                      index.with(List.of(answer(id, "居住证" + id, "签注")), List.of("fund"));
                  List<String> ids =
                      new ArrayList<>(ids(mine.search("居住证", Language.ZH_CN, 0, 10)));
                  ids.addAll(ids(index.search("公积金", Language.ZH_CN, 0, 10)));
                  return ids;
                }));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).get()).containsExactly("t" + i, "fund");
    }
  }

  static List<String> hostile() {
    return List.of(
        "",
        " ",
        "\u0000",
        "?",
        "😀",
        "😀🎉👨‍👩‍👧‍👦🇨🇳",
        "\uD83D",
        "的",
        "怎么办",
        "公".repeat(1000),
        "公积金怎么取 ".repeat(170),
        "a".repeat(1000),
        "how ".repeat(250),
        "title:公章 AND (text:* OR id:[a TO z]^9 -seal~0.5 \\ /regex/",
        "' OR 1=1; DROP TABLE entries; --",
        "<script>alert('公章')</script>&amp;",
        "%s %n {0} ${jndi:ldap://x}",
        "\u202e章公\u200b",
        "1",
        "12345");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyTextIsAQuestion(String text) {
    for (Language language : Language.values()) {
      Hits hits = index.search(text, language, 0, 100);
      assertThat(hits.hits()).hasSize(hits.total());
      assertThat(index.suggest(text, language, 100)).hasSizeLessThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"😀", "😀🎉👨‍👩‍👧‍👦🇨🇳", "？！", "''", "zzz"})
  void whatHasNoWordOfAnyEntryFindsNothing(String text) {
    assertThat(index.search(text, Language.ZH_CN, 0, 10)).isEqualTo(Hits.NONE);
    assertThat(index.suggest(text, Language.ZH_CN, 10)).isEmpty();
  }

  @Test
  void whatSurroundsAWordDoesNotHideIt() {
    assertThat(ids(index.search("<b>公章</b> OR 1=1 --", Language.ZH_CN, 0, 10)))
        .containsExactly("seal");
    assertThat(ids(index.search("+title:\"公章\"~2 && *", Language.ZH_CN, 0, 10))).contains("seal");
  }

  @Test
  void whatLiesBeyondTheBoundIsNotLookedAt() {
    String within = "?".repeat(KnowledgeIndex.LONGEST_QUESTION - 2) + "公章";
    assertThat(ids(index.search(within, Language.ZH_CN, 0, 10))).containsExactly("seal");
    assertThat(index.search("?" + within, Language.ZH_CN, 0, 10).hits())
        .extracting(hit -> hit.entry().id())
        .containsExactly("seal", "fund");
    assertThat(index.search("??" + within, Language.ZH_CN, 0, 10)).isEqualTo(Hits.NONE);
  }

  @ParameterizedTest
  @CsvSource({"公积, fund", "退休公, fund", "si, sign", "put, sign", "puttin, sign", "a sig, sign"})
  void whatIsBeingTypedIsSuggestedFromTwoCharactersOn(String typed, String id) {
    assertThat(index.suggest(typed, Language.ZH_CN, 5))
        .extracting(Suggestion::id)
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({"公", "s", "' s '", "？s！"})
  void lessThanTwoCharactersSuggestNothing(String typed) {
    assertThat(index.suggest(typed, Language.ZH_CN, 5)).isEmpty();
  }

  @Test
  void boundsAreKept() {
    assertThatIllegalArgumentException().isThrownBy(() -> index.search("公", Language.EN, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> index.search("公", Language.EN, 0, 101));
    assertThatIllegalArgumentException().isThrownBy(() -> index.search("公", Language.EN, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> index.suggest("公", Language.EN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> answer(" ", "title", "text"));
    assertThatIllegalArgumentException().isThrownBy(() -> answer("id", " ", "text"));
  }

  private static KnowledgeEntry answer(String id, String title, String text) {
    return KnowledgeEntry.answer(id, title, text, Optional.empty(), Optional.empty(), PUBLISHED, 1);
  }

  private static List<String> ids(Hits hits) {
    return hits.hits().stream().map(hit -> hit.entry().id()).toList();
  }
}
