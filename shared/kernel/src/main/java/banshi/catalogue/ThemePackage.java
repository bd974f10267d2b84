package banshi.catalogue;

import banshi.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a theme package (主题套餐, 高效办成一件事): several matters asked for at one go, with one set
 * of answers, one form and one set of materials.
 *
 * @param version its code and the first day it is in force
 * @param validTo the last day it is in force; empty while no end is known
 * @param name what a person reads
 * @param summary what it is for
 * @param lead the lead department (牵头部门)
 * @param questions all that its matters and their conditions ask
 * @param matters what belongs to it
 * @param statutory at most 45 working days from acceptance (Administrative Licensing Law, art. 42:
 *     joint handling)
 * @param promised never later than the statutory limit
 * @param extension by how much the statutory limit may be extended once; at most 15 working days
 *     (art. 42)
 */
public record ThemePackage(
    PackageVersion version,
    Optional<LocalDate> validTo,
    Text name,
    Text summary,
    String lead,
    List<Question> questions,
    List<Part> matters,
    Limit statutory,
    Limit promised,
    Limit extension) {
  public ThemePackage {
    questions = List.copyOf(questions);
    matters = List.copyOf(matters);
  }

  /** Its code: what stands in addresses and cases. */
  public String code() {
    return version.code();
  }

  /** Whether it is in force on that day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(version.validFrom())
        && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** A matter of the package, by code, and the condition under which it applies; empty: always. */
  public record Part(String matter, Optional<Condition> when) {}
}
