package banshi.startup.form;

import banshi.text.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Beneficial owners (受益所有人信息管理办法). What a form cannot show is left to the applicant: owners behind
 * a company, and that nobody but the shareholders has control (art. 3), which the exemption
 * promises.
 */
final class OwnerRules {
  private static final BigDecimal QUARTER = BigDecimal.valueOf(25);
  private static final BigDecimal EXEMPT_UP_TO = BigDecimal.valueOf(10_000_000);

  private final People people;
  private final List<Fault> faults;

  OwnerRules(People people, List<Fault> faults) {
    this.people = people;
    this.faults = faults;
  }

  /**
   * Notes every fault.
   *
   * @param capital the registered capital, when it is sound
   */
  void check(boolean exemption, Optional<BigDecimal> capital) {
    List<Named> owners = people.in(Role.BENEFICIAL_OWNER);
    for (Named owner : owners) {
      if (owner.sent().control().isEmpty()) {
        faults.add(FormFault.CONTROL_MISSING.at(owner.pointer("control")));
      }
    }
    boolean allowed =
        capital.filter(stated -> stated.compareTo(EXEMPT_UP_TO) > 0).isEmpty()
            && people.in(Role.SHAREHOLDER).stream().noneMatch(Named::isCompany);
    String promise = "/company/beneficialOwnerExemption";
    if (exemption && !allowed) {
      faults.add(FormFault.EXEMPTION_NOT_ALLOWED.at(promise));
    } else if (exemption && !owners.isEmpty()) {
      faults.add(FormFault.EXEMPTION_WITH_OWNERS.at(promise));
    }
    if (!exemption || !allowed && !owners.isEmpty()) {
      named(owners);
    }
  }

  private void named(List<Named> owners) {
    Set<Named.Holder> holders = people.holders(Role.BENEFICIAL_OWNER);
    List<Named> left =
        people.in(Role.SHAREHOLDER).stream()
            .filter(one -> !one.isCompany())
            .filter(one -> one.sent().share().filter(OwnerRules::isLarge).isPresent())
            .filter(one -> !holders.contains(one.holder()))
            .toList();
    left.forEach(one -> faults.add(FormFault.OWNER_NOT_NAMED.at("/people/" + one.at())));
    if (owners.isEmpty() && left.isEmpty()) {
      faults.add(FormFault.OWNER_MISSING.at("/people"));
    }
  }

  private static boolean isLarge(BigDecimal share) {
    return share.compareTo(QUARTER) >= 0;
  }
}
