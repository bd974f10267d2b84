package banshi.startup.form;

import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.startup.names.OrganisationForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form without a fault.
 *
 * @param form the form of organisation
 * @param company the business
 * @param people one entry for each role that somebody has, as sent
 * @param services what is asked for together with the licence
 */
public record StartupForm(
    OrganisationForm form, Company company, List<Entry> people, List<Service> services) {
  /** Copies the lists. */
  public StartupForm {
    people = List.copyOf(people);
    services = List.copyOf(services);
  }

  /**
   * The business.
   *
   * @param capital registered capital in yuan; empty for a sole trader
   * @param businessScope the items chosen, the main one first
   * @param address where it is
   * @param supervisorWaived whether all shareholders agree to have no supervisor
   * @param beneficialOwnerExemption whether the promise stands in place of the owners
   */
  public record Company(
      Optional<BigDecimal> capital,
      List<ScopeItem> businessScope,
      Address address,
      boolean supervisorWaived,
      boolean beneficialOwnerExemption) {
    /** Copies the list. */
    public Company {
      businessScope = List.copyOf(businessScope);
    }
  }

  /** Where it is. */
  public record Address(Street street, String detail, Tenure tenure) {}

  /** Somebody in one role. */
  public record Entry(
      Role role,
      PersonName name,
      IdType idType,
      IdNumber idNumber,
      Optional<Phone> phone,
      Optional<BigDecimal> share,
      Optional<Contribution> contribution,
      Optional<Control> control) {}

  /** What a shareholder promises to pay in. */
  public record Contribution(BigDecimal amount, ContributionMethod method, LocalDate dueBy) {}

  /**
   * Somebody who has to sign, with every role they have.
   *
   * @param phone where to reach them, when any of their entries tells
   */
  public record Signatory(
      PersonName name, IdType idType, IdNumber idNumber, Optional<Phone> phone, Set<Role> roles) {
    /** Copies the set. */
    public Signatory {
      roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
  }

  /**
   * Everybody who has to sign, each once, in the order of their first entry: whoever has at least
   * one role that signs ({@link Role#signs}). Their other roles are told too.
   */
  public List<Signatory> signatories() {
    Map<Document, List<Entry>> holders = new LinkedHashMap<>();
    for (Entry entry : people) {
      holders
          .computeIfAbsent(
              new Document(entry.idType(), entry.idNumber()), first -> new ArrayList<>())
          .add(entry);
    }
    return holders.values().stream()
        .filter(entries -> entries.stream().anyMatch(entry -> entry.role().signs()))
        .map(StartupForm::signatory)
        .toList();
  }

  private record Document(IdType type, IdNumber number) {}

  private static Signatory signatory(List<Entry> entries) {
    Entry first = entries.getFirst();
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    entries.forEach(entry -> roles.add(entry.role()));
    return new Signatory(
        first.name(),
        first.idType(),
        first.idNumber(),
        entries.stream().flatMap(entry -> entry.phone().stream()).findFirst(),
        roles);
  }

  /** Everybody in {@code role}, in the order sent. */
  public List<Entry> in(Role role) {
    return people.stream().filter(entry -> entry.role() == role).toList();
  }

  /** Who stands for the business: the legal representative, or the sole trader. */
  public Entry legalRepresentative() {
    Role role =
        switch (form) {
          case LLC -> Role.LEGAL_REPRESENTATIVE;
          case SOLE_PROPRIETOR -> Role.OPERATOR;
        };
    return in(role).getFirst();
  }
}
