package banshi.startup.form;

import banshi.identity.Phone;
import banshi.text.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who directs, manages, supervises and can be reached (公司法 arts. 10, 68, 74–76, 83). An audit
 * committee in place of supervisors (art. 69) cannot be chosen here.
 */
final class OfficeRules {
  private static final String PEOPLE = "/people";
  private static final int BOARD = 3;

  private final People people;
  private final int smallUpTo;
  private final boolean small;
  private final List<Fault> faults;

  /**
   * The rules.
   *
   * @param smallUpTo most shareholders of a company that counts as small
   */
  OfficeRules(People people, int smallUpTo, List<Fault> faults) {
    this.people = people;
    this.smallUpTo = smallUpTo;
    this.small = people.holders(Role.SHAREHOLDER).size() <= smallUpTo;
    this.faults = faults;
  }

  /** Notes every fault of a company. */
  void check(boolean supervisorWaived, boolean taxAskedFor) {
    legalRepresentative();
    directors();
    supervisors(supervisorWaived);
    if (people.in(Role.LIAISON).isEmpty()) {
      faults.add(FormFault.LIAISON_MISSING.at(PEOPLE));
    }
    reachable(people.in(Role.LIAISON), faults);
    if (taxAskedFor && people.in(Role.FINANCE_OFFICER).isEmpty()) {
      faults.add(FormFault.FINANCE_OFFICER_MISSING.at(PEOPLE));
    }
  }

  /** Of {@code liaisons}, where there are any, one at least has a mobile number. */
  static void reachable(List<Named> liaisons, List<Fault> faults) {
    boolean unread =
        liaisons.stream().anyMatch(one -> one.sent().phone().isPresent() && one.phone().isEmpty());
    boolean mobile =
        liaisons.stream().anyMatch(one -> one.phone().filter(Phone::isMainlandMobile).isPresent());
    if (!liaisons.isEmpty() && !unread && !mobile) {
      faults.add(FormFault.LIAISON_MOBILE.at(liaisons.getFirst().pointer("phone")));
    }
  }

  private void legalRepresentative() {
    int count = people.holders(Role.LEGAL_REPRESENTATIVE).size();
    if (count != 1) {
      faults.add(FormFault.LEGAL_REPRESENTATIVE_COUNT.at(PEOPLE, count));
      return;
    }
    Named one = people.in(Role.LEGAL_REPRESENTATIVE).getFirst();
    if (!people.holders(Role.DIRECTOR).contains(one.holder())
        && !people.holders(Role.MANAGER).contains(one.holder())) {
      faults.add(FormFault.LEGAL_REPRESENTATIVE_OFFICE.at(one.pointer("role")));
    }
  }

  private void directors() {
    int count = people.holders(Role.DIRECTOR).size();
    if (!small && count < BOARD) {
      faults.add(FormFault.BOARD_NEEDED.at(PEOPLE, smallUpTo));
    } else if (count != 1 && count < BOARD) {
      faults.add(FormFault.DIRECTOR_COUNT.at(PEOPLE, count));
    }
    if (people.holders(Role.MANAGER).size() > 1) {
      faults.add(FormFault.MANAGER_COUNT.at(PEOPLE));
    }
  }

  private void supervisors(boolean waived) {
    int count = people.holders(Role.SUPERVISOR).size();
    if (waived && !small) {
      faults.add(FormFault.SUPERVISOR_WAIVER.at("/company/supervisorWaived", smallUpTo));
    } else if (waived && count > 0) {
      faults.add(FormFault.SUPERVISOR_WAIVED_AND_NAMED.at("/company/supervisorWaived"));
    } else if (!small && count < BOARD) {
      faults.add(FormFault.SUPERVISORY_BOARD_NEEDED.at(PEOPLE, smallUpTo));
    } else if (!waived && count == 0) {
      faults.add(FormFault.SUPERVISOR_MISSING.at(PEOPLE));
    } else if (count > 1 && count < BOARD) {
      faults.add(FormFault.SUPERVISOR_COUNT.at(PEOPLE, count));
    }
    Set<Named.Holder> supervised = new HashSet<>(people.holders(Role.DIRECTOR));
    supervised.addAll(people.holders(Role.MANAGER));
    supervised.addAll(people.holders(Role.FINANCE_OFFICER));
    for (Named one : people.in(Role.SUPERVISOR)) {
      if (supervised.contains(one.holder())) {
        faults.add(FormFault.SUPERVISOR_INCOMPATIBLE.at(one.pointer("role")));
      }
    }
  }
}
