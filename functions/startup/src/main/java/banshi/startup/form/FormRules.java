package banshi.startup.form;

import banshi.startup.names.OrganisationForm;
import banshi.text.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a form must hold before anybody signs it. Every fault is found in one go and names the
 * article behind it. A fault that hides another is the exception: sums are judged once each part is
 * sound.
 *
 * <p>Bounds that the law leaves open are our own and said to be: how many shareholders a small
 * company has (公司法 art. 75), the greatest capital, the length of an address, decimals. That a
 * person is barred from an office for debts or offences (市场主体登记管理条例 art. 12) cannot be seen in a
 * form.
 */
public final class FormRules {
  private final FormData data;

  private FormRules(FormData data) {
    this.data = data;
  }

  private static final class Published {
    static final FormRules RULES = new FormRules(FormData.published());
  }

  /** The rules with the data that this build holds. */
  public static FormRules published() {
    return Published.RULES;
  }

  /** The items of the business scope, in the order published. */
  public List<ScopeItem> scope() {
    return data.items();
  }

  /** The item of the business scope that {@code code} means. */
  public Optional<ScopeItem> item(String code) {
    return data.item(code);
  }

  /** The street or town that a code or a name means. */
  public Optional<Street> street(String codeOrName) {
    return data.street(codeOrName);
  }

  /**
   * Everything that is wrong with {@code sent} on the day {@code today}, or the form.
   *
   * @param form the form of organisation, which the reserved name tells
   */
  public FormCheck check(SubmittedForm sent, OrganisationForm form, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    CompanyRules company = new CompanyRules(data, form, faults);
    company.check(sent.company());
    People people = People.read(sent.people().orElse(List.of()), form, today, faults);
    List<Service> services = sent.services().orElse(List.of());
    switch (form) {
      case LLC -> {
        Optional<BigDecimal> capital = company.soundCapital(sent.company());
        new StakeRules(people, today, faults).check(capital);
        new OfficeRules(people, data.smallUpTo(), faults)
            .check(
                says(sent, SubmittedForm.Company::supervisorWaived),
                services.contains(Service.TAX));
        new OwnerRules(people, faults)
            .check(says(sent, SubmittedForm.Company::beneficialOwnerExemption), capital);
      }
      case SOLE_PROPRIETOR -> operator(people, faults);
    }
    distinct(services, faults);
    return new FormCheck(
        faults.isEmpty() ? Optional.of(typed(sent, form, people, services)) : Optional.empty(),
        faults);
  }

  private interface Flag {
    Optional<Boolean> of(SubmittedForm.Company company);
  }

  private static boolean says(SubmittedForm sent, Flag flag) {
    return sent.company().flatMap(flag::of).orElse(false);
  }

  private static void operator(People people, List<Fault> faults) {
    int count = people.holders(Role.OPERATOR).size();
    if (count != 1) {
      faults.add(FormFault.OPERATOR_COUNT.at("/people", count));
    }
    List<Named> liaisons = people.in(Role.LIAISON);
    OfficeRules.reachable(liaisons.isEmpty() ? people.in(Role.OPERATOR) : liaisons, faults);
  }

  private static void distinct(List<Service> services, List<Fault> faults) {
    Set<Service> seen = new HashSet<>();
    for (int i = 0; i < services.size(); i++) {
      if (!seen.add(services.get(i))) {
        faults.add(FormFault.SERVICE_TWICE.at("/services/" + i));
      }
    }
  }

  private StartupForm typed(
      SubmittedForm sent, OrganisationForm form, People people, List<Service> services) {
    SubmittedForm.Company company = sent.company().orElseThrow();
    SubmittedForm.Address address = company.address().orElseThrow();
    return new StartupForm(
        form,
        new StartupForm.Company(
            company.capital(),
            company.businessScope().orElseThrow().stream()
                .map(code -> data.item(code).orElseThrow())
                .toList(),
            new StartupForm.Address(
                address.street().flatMap(data::street).orElseThrow(),
                address.detail().orElseThrow().strip(),
                address.tenure().orElseThrow()),
            company.supervisorWaived().orElse(false),
            company.beneficialOwnerExemption().orElse(false)),
        people.all().stream().map(FormRules::typed).toList(),
        services);
  }

  private static StartupForm.Entry typed(Named one) {
    return new StartupForm.Entry(
        one.sent().role().orElseThrow(),
        one.name().orElseThrow(),
        one.sent().idType().orElseThrow(),
        one.idNumber().orElseThrow(),
        one.phone(),
        one.sent().share(),
        one.sent().contribution().map(FormRules::typed),
        one.sent().control());
  }

  private static StartupForm.Contribution typed(SubmittedForm.Contribution sent) {
    return new StartupForm.Contribution(
        sent.amount().orElseThrow(), sent.method().orElseThrow(), sent.dueBy().orElseThrow());
  }
}
