package banshi.intake;

import banshi.cases.Case;
import banshi.cases.Occasion;
import banshi.catalogue.Matter;
import banshi.intake.ApplicationDetails.Decided;
import banshi.intake.ApplicationDetails.Outcome;
import banshi.notices.Remedy;
import banshi.text.Text;
import java.util.Optional;

/**
 * What the notice of a decision knows: its first words are the outcome, and for a package the
 * matter that it is about; a denial's last ones what can be done against it, and until when. All of
 * it is the catalogue's and the law's: nothing that an officer typed is repeated.
 */
final class DecisionNotices {
  private DecisionNotices() {}

  /**
   * The occasion with what its notices say of a decision.
   *
   * @param ownRemedy whether the officer wrote a remedy into the decision
   */
  static Occasion telling(
      Occasion occasion,
      Case<ApplicationDetails> c,
      Matter matter,
      Outcome outcome,
      boolean ownRemedy) {
    Text label = outcome.label();
    Text opening =
        c.details().themePackage().isPresent()
            ? new Text(
                label.zh() + "“" + matter.name().zh() + "”：",
                label.en() + " (“" + matter.name().en() + "”): ")
            : new Text(label.zh() + "：", label.en() + ": ");
    Occasion told = occasion.knowing("outcome", label).knowing("decision", opening);
    return remedy(occasion, matter, outcome, ownRemedy)
        .map(words -> told.knowing("remedy", words))
        .orElse(told);
  }

  private static Optional<Text> remedy(
      Occasion occasion, Matter matter, Outcome outcome, boolean ownRemedy) {
    return switch (outcome) {
      case GRANTED -> Optional.empty();
      case DENIED -> {
        Text lawful = Remedy.of(matter.remedyNotice(), occasion.at());
        yield Optional.of(ownRemedy ? Remedy.besideItsOwn(lawful) : lawful);
      }
    };
  }

  /** Whether a denial's remedy is in other words than the catalogue's. */
  static boolean hasOwnRemedy(Decided decided, Matter matter) {
    return decided.remedy().filter(words -> !words.equals(matter.remedy())).isPresent();
  }
}
