package banshi.consultation;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Rating;
import banshi.consultation.ConsultationDetails.Conversion;
import banshi.consultation.ConsultationDetails.FollowUp;
import banshi.consultation.ConsultationDetails.Publication;
import banshi.consultation.ConsultationDetails.Redirection;
import banshi.consultation.ConsultationDetails.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written of a consultation is what is read of it. */
class CodecTest {
  private static final Instant NOW = at("2026-11-24T10:00:00+08:00");

  private static ConsultationDetails asked(Optional<String> matter, List<String> suggestions) {
    return new ConsultationDetails(
        "开面馆",
        matter,
        "不做凉菜要专间吗？",
        suggestions,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void comesBack(ConsultationDetails details) {
    ConsultationCodec codec = new ConsultationCodec();
    assertThat(codec.decode(codec.encode(details))).isEqualTo(details);
  }

  @Test
  void aQuestionComesBackWithAndWithoutWhatMayBeLeftOut() {
    comesBack(asked(Optional.empty(), List.of()));
    comesBack(asked(Optional.of("MR-FOOD-NEW"), List.of("review-points:MR-FOOD-NEW", "2684846e")));
  }

  @Test
  void everythingThatCanHappenToItComesBack() {
    ConsultationDetails asked = asked(Optional.of("MR-FOOD-NEW"), List.of());
    ConsultationDetails answered =
        asked
            .answered(
                new Reply("HALL", "不要", List.of("审核要点"), Optional.of("2684846e"), NOW, List.of()))
            .followedUp(new FollowUp("那布局图呢", NOW))
            .answered(
                new Reply("HALL", "要", List.of(), Optional.empty(), NOW, List.of())
                    .corrected("笔误", "须要", List.of("审核要点"), NOW));
    comesBack(answered);
    comesBack(answered.published(Optional.of(new Publication("id", "标题", "正文", NOW))));
    comesBack(answered.rated(new Rating(1, List.of("清楚"), Optional.empty(), NOW)));
    comesBack(asked.redirected(new Redirection("不属本厅", "12345", NOW)));
    comesBack(
        asked.converted(
            new Conversion(
                Requests.Target.APPLICATION, Optional.of("MR-FOOD-NEW"), Optional.of("d"), NOW)));
    comesBack(
        asked.converted(
            new Conversion(Requests.Target.COMPLAINT, Optional.empty(), Optional.empty(), NOW)));
  }
}
