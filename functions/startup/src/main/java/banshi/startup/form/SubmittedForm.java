package banshi.startup.form;

import banshi.http.PlainText;
import banshi.identity.IdType;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The form as it was sent. Only sizes are bounded here; what is missing or wrong is for {@link
 * FormRules} to say, so that it is said together. Its parts have names of their own in the API
 * document, which knows records by their simple names and would take the sound form's for them.
 *
 * @param company the business
 * @param people one entry for each role that somebody has
 * @param services what is asked for together with the licence
 */
public record SubmittedForm(
    Optional<Company> company,
    Optional<@Size(max = 250) List<Person>> people,
    Optional<@Size(max = 10) List<Service>> services) {

  /**
   * The business.
   *
   * @param capital registered capital in yuan; none for a sole trader
   * @param businessScope codes of the published list, the main one first
   * @param supervisorWaived all shareholders agree to have no supervisor
   * @param beneficialOwnerExemption the promise that no owner need be filed
   */
  public record Company(
      Optional<BigDecimal> capital,
      Optional<@Size(max = 50) List<@Size(min = 1, max = 40) String>> businessScope,
      Optional<Address> address,
      Optional<Boolean> supervisorWaived,
      Optional<Boolean> beneficialOwnerExemption) {}

  /**
   * Where it is.
   *
   * @param street code or name of a street or town of the district
   * @param detail road, number, floor, room
   */
  public record Address(
      Optional<@Size(max = 40) String> street,
      Optional<@PlainText @Size(max = 200) String> detail,
      Optional<Tenure> tenure) {}

  /**
   * Somebody in one role. Prints the role only.
   *
   * @param share of a shareholder, in percent
   * @param contribution of a shareholder
   * @param control of a beneficial owner
   */
  public record Person(
      Optional<Role> role,
      Optional<@PlainText @Size(max = 100) String> name,
      Optional<IdType> idType,
      Optional<@Size(max = 60) String> idNumber,
      Optional<@Size(max = 40) String> phone,
      Optional<BigDecimal> share,
      Optional<Contribution> contribution,
      Optional<Control> control) {
    @Override
    public String toString() {
      return "Person[" + role + "]";
    }
  }

  /**
   * What a shareholder promises to pay in.
   *
   * @param amount in yuan
   * @param dueBy the last day to pay it
   */
  public record Contribution(
      Optional<BigDecimal> amount,
      Optional<ContributionMethod> method,
      Optional<LocalDate> dueBy) {}
}
