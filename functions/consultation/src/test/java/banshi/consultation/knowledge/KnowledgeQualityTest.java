package banshi.consultation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.catalogue.Catalogue;
import banshi.consultation.knowledge.KnowledgeSet.Asked;
import banshi.consultation.knowledge.KnowledgeSet.Part;
import banshi.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well questions are answered: the figures of docs/knowledge.md, held from below. */
class KnowledgeQualityTest {
  private final List<KnowledgeEntry> entries = KnowledgeSet.all();
  private final List<Asked> questions = KnowledgeSet.questions();
  private final KnowledgeIndex index = KnowledgeIndex.of(entries);

  @Test
  void questionsFindTheirAnswerFirstOrSecond() {
    Quality all = quality(asked -> true);
    System.out.println("knowledge: " + all.summary());
    assertThat(all.meanReciprocalRank()).as(all::summary).isGreaterThan(0.89);
    assertThat(all.inTheFirst(2)).as(all::summary).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void soDoQuestionsThatNothingWasChosenBy() {
    assertThat(quality(asked -> asked.part() == Part.HELD_OUT).meanReciprocalRank())
        .isGreaterThan(0.91);
    assertThat(quality(asked -> asked.part() == Part.LATER).meanReciprocalRank())
        .isGreaterThan(0.85);
  }

  @Test
  void soDoQuestionsInEitherLanguage() {
    assertThat(quality(asked -> asked.language() == Language.ZH_CN).inTheFirst(2))
        .isGreaterThan(0.92);
    assertThat(quality(asked -> asked.language() == Language.EN).inTheFirst(2)).isGreaterThan(0.95);
  }

  @Test
  void otherWordsForTheSameHelpQuestionsThatTheyWereNotChosenBy() {
    KnowledgeIndex without =
        KnowledgeIndex.of(entries, Wording.standard(), Vocabulary.standard().withoutSame());
    List<Asked> unseen = questions.stream().filter(a -> a.part() != Part.CHOSEN_BY).toList();
    assertThat(Quality.of(index, unseen).meanReciprocalRank())
        .isGreaterThan(Quality.of(without, unseen).meanReciprocalRank() + 0.1);
  }

  @Test
  void theSetIsLargeEnoughAndEveryAnswerIsInIt() {
    assertThat(questions).hasSizeGreaterThanOrEqualTo(60);
    assertThat(questions)
        .filteredOn(a -> a.language() == Language.EN)
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(questions).extracting(Asked::question).doesNotHaveDuplicates();
    assertThat(entries).extracting(KnowledgeEntry::id).doesNotHaveDuplicates();
    assertThat(entries)
        .extracting(KnowledgeEntry::id)
        .containsAll(questions.stream().map(Asked::expected).toList());
  }

  @Test
  void answersAreAboutMattersInForceAndDepartmentsThatThereAre() {
    Catalogue catalogue = Catalogue.standard();
    assertThat(KnowledgeSet.answers())
        .allSatisfy(
            answer -> {
              assertThat(answer.matterCode().stream())
                  .allSatisfy(
                      code -> assertThat(catalogue.matter(code, KnowledgeSet.DAY)).isPresent());
              assertThat(answer.department().stream())
                  .allSatisfy(code -> assertThat(catalogue.department(code)).isPresent());
              assertThat(PersonalTraces.in(answer.text().zh(), Optional.empty())).isEmpty();
            });
  }

  @Test
  void reviewPointsAreThoseOfMattersInForceOnTheDay() {
    List<KnowledgeEntry> before =
        ReviewPoints.inForce(Catalogue.standard(), LocalDate.of(2024, 6, 1));
    assertThat(before).extracting(KnowledgeEntry::id).containsExactly("review-points:MR-FOOD-NEW");
    KnowledgeEntry food =
        entries.stream()
            .filter(e -> e.id().equals("review-points:MR-FOOD-NEW"))
            .findFirst()
            .orElseThrow();
    assertThat(food.title().zh()).isEqualTo("食品经营许可新办：审核要点");
    assertThat(food.text().zh()).contains("专间");
    assertThat(food.text().en()).contains("Food safety rules");
    assertThat(food.publishedAt()).isNotEqualTo(before.getFirst().publishedAt());
    assertThat(food.department()).contains("MARKET_REGULATION");
  }

  private Quality quality(Predicate<Asked> which) {
    return Quality.of(index, questions.stream().filter(which).toList());
  }
}
