package banshi.startup.form;

import banshi.startup.names.OrganisationForm;
import banshi.text.Fault;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Capital, business scope and address (市场主体登记管理条例 arts. 8, 11, 13, 14). */
final class CompanyRules {
  private static final String ADDRESS = "/company/address";
  private static final String SCOPE = "/company/businessScope";
  private static final String CAPITAL = "/company/capital";

  /** Characters of an address, our own bounds. */
  private static final int SHORTEST_ADDRESS = 4;

  private static final int LONGEST_ADDRESS = 100;

  private final FormData data;
  private final OrganisationForm form;
  private final List<Fault> faults;

  CompanyRules(FormData data, OrganisationForm form, List<Fault> faults) {
    this.data = data;
    this.form = form;
    this.faults = faults;
  }

  /** Notes every fault. */
  void check(Optional<SubmittedForm.Company> sent) {
    if (sent.isEmpty()) {
      faults.add(FormFault.REQUIRED.at("/company"));
      return;
    }
    SubmittedForm.Company company = sent.get();
    switch (form) {
      case LLC -> capital(company.capital());
      case SOLE_PROPRIETOR -> {
        stray(company.capital().isPresent(), CAPITAL);
        stray(company.supervisorWaived().orElse(false), "/company/supervisorWaived");
        stray(
            company.beneficialOwnerExemption().orElse(false), "/company/beneficialOwnerExemption");
      }
    }
    scope(company.businessScope().orElse(List.of()));
    address(company.address());
  }

  /** The capital of {@code sent}, when it is sound. */
  Optional<BigDecimal> soundCapital(Optional<SubmittedForm.Company> sent) {
    return sent.flatMap(SubmittedForm.Company::capital)
        .filter(yuan -> isInRange(yuan) && StakeRules.isMoney(yuan));
  }

  private boolean isInRange(BigDecimal yuan) {
    return yuan.signum() > 0 && yuan.compareTo(data.mostCapital()) <= 0;
  }

  private void stray(boolean given, String pointer) {
    if (given) {
      faults.add(FormFault.NOT_OF_SOLE_PROPRIETOR.at(pointer));
    }
  }

  private void capital(Optional<BigDecimal> capital) {
    if (capital.isEmpty()) {
      faults.add(FormFault.REQUIRED.at(CAPITAL));
      return;
    }
    if (!isInRange(capital.get())) {
      faults.add(FormFault.CAPITAL_OUT_OF_RANGE.at(CAPITAL, data.mostCapital().toPlainString()));
    }
    if (!StakeRules.isMoney(capital.get())) {
      faults.add(FormFault.CAPITAL_DECIMALS.at(CAPITAL));
    }
  }

  private void scope(List<String> codes) {
    if (codes.isEmpty()) {
      faults.add(FormFault.SCOPE_MISSING.at(SCOPE));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String pointer = SCOPE + "/" + i;
      if (!seen.add(codes.get(i))) {
        faults.add(FormFault.SCOPE_TWICE.at(pointer));
      } else if (data.item(codes.get(i)).isEmpty()) {
        faults.add(FormFault.SCOPE_UNKNOWN.at(pointer));
      }
    }
  }

  private void address(Optional<SubmittedForm.Address> sent) {
    if (sent.isEmpty()) {
      faults.add(FormFault.REQUIRED.at(ADDRESS));
      return;
    }
    SubmittedForm.Address address = sent.get();
    required(address.street(), ADDRESS + "/street");
    required(address.detail(), ADDRESS + "/detail");
    required(address.tenure(), ADDRESS + "/tenure");
    if (address.street().isPresent() && address.street().flatMap(data::street).isEmpty()) {
      faults.add(FormFault.STREET_UNKNOWN.at(ADDRESS + "/street"));
    }
    if (address.detail().filter(detail -> !hasLength(detail.strip())).isPresent()) {
      faults.add(
          FormFault.ADDRESS_LENGTH.at(ADDRESS + "/detail", SHORTEST_ADDRESS, LONGEST_ADDRESS));
    }
  }

  private static boolean hasLength(String detail) {
    int length = detail.codePointCount(0, detail.length());
    return length >= SHORTEST_ADDRESS && length <= LONGEST_ADDRESS;
  }

  private void required(Optional<?> given, String pointer) {
    if (given.isEmpty()) {
      faults.add(FormFault.REQUIRED.at(pointer));
    }
  }
}
