package banshi.intake;

import banshi.text.Fault;
import banshi.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the days that an officer writes into a certificate. It may begin and end on one day; it
 * cannot end before it begins, nor have ended before the decision that grants it.
 */
final class CertificateDates {
  private CertificateDates() {}

  /**
   * Everything that is wrong with them.
   *
   * @param pointer where the certificate stands in the body
   * @param decidedOn the day of the decision
   */
  static List<Fault> faults(Requests.Certificate given, String pointer, LocalDate decidedOn) {
    List<Fault> faults = new ArrayList<>();
    given
        .validTo()
        .ifPresent(
            end -> {
              if (given.validFrom().filter(end::isBefore).isPresent()) {
                faults.add(
                    new Fault(
                        pointer + "/validTo",
                        "before-valid-from",
                        new Text("有效期止早于有效期起", "It ends before it begins")));
              }
              if (end.isBefore(decidedOn)) {
                faults.add(
                    new Fault(
                        pointer + "/validTo",
                        "already-ended",
                        new Text(
                            "有效期止早于决定之日（" + decidedOn + "）",
                            "It ended before the day of the decision, " + decidedOn)));
              }
            });
    return faults;
  }
}
