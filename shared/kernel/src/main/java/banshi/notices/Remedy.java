package banshi.notices;

import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a notice says about what can be done against a decision (救济途径), and until when. The days are
 * the law's own for an ordinary decision: sixty days for administrative reconsideration
 * (Administrative Reconsideration Law 2023, art. 20), six months for a lawsuit (Administrative
 * Litigation Law, art. 46), both counted from the day on which it was told, which is not one of
 * them. A last day that is off moves on by law; the day named here is never too late.
 */
public final class Remedy {
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
  private static final int RECONSIDERATION_DAYS = 60;
  private static final int LAWSUIT_MONTHS = 6;

  private static final Text ADMINISTRATIVE =
      new Text(
          "不服的，可至迟于{reconsideration}申请行政复议，或至迟于{lawsuit}提起行政诉讼。",
          "You may ask for administrative reconsideration until {reconsideration}, or sue until"
              + " {lawsuit}.");

  private static final Text OWN =
      new Text("决定另载救济途径的，从其载明。", "Where the decision itself names a remedy, that prevails.");

  private Remedy() {}

  /** Against any administrative decision. */
  public static Text administrative(Instant told) {
    return of(ADMINISTRATIVE, told);
  }

  /**
   * These words with the last days in their places.
   *
   * @param words may have the places {@code {reconsideration}} and {@code {lawsuit}}
   * @param told when the decision is told
   */
  public static Text of(Text words, Instant told) {
    LocalDate day = told.atZone(HALL).toLocalDate();
    String reconsideration = day.plusDays(RECONSIDERATION_DAYS).toString();
    String lawsuit = day.plusMonths(LAWSUIT_MONTHS).toString();
    return new Text(
        filled(words.zh(), reconsideration, lawsuit),
        " " + filled(words.en(), reconsideration, lawsuit));
  }

  /**
   * The same for a decision that names a remedy in somebody's own words: a notice repeats nothing
   * that somebody typed, and says where to read it.
   */
  public static Text besideItsOwn(Text remedy) {
    return new Text(remedy.zh() + OWN.zh(), remedy.en() + " " + OWN.en());
  }

  private static String filled(String words, String reconsideration, String lawsuit) {
    return words.replace("{reconsideration}", reconsideration).replace("{lawsuit}", lawsuit);
  }
}
