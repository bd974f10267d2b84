package banshi.startup.form;

import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.PersonalValueRefused;
import banshi.identity.Phone;
import banshi.startup.names.OrganisationForm;
import banshi.text.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of a form, read one by one: who they are, whether they may have their role, and
 * whether what is said of one person agrees.
 */
final class People {
  private final OrganisationForm form;
  private final LocalDate today;
  private final List<Fault> faults;
  private final List<Named> all = new ArrayList<>();

  private People(OrganisationForm form, LocalDate today, List<Fault> faults) {
    this.form = form;
    this.today = today;
    this.faults = faults;
  }

  static People read(
      List<SubmittedForm.Person> sent, OrganisationForm form, LocalDate today, List<Fault> faults) {
    People people = new People(form, today, faults);
    for (int at = 0; at < sent.size(); at++) {
      people.all.add(people.read(at, sent.get(at)));
    }
    people.all.forEach(people::fitness);
    people.agreement();
    people.repetition();
    return people;
  }

  List<Named> all() {
    return List.copyOf(all);
  }

  /** Everybody in {@code role}, where this form has that role; in the order sent. */
  List<Named> in(Role role) {
    return role.belongsTo(form) ? all.stream().filter(one -> one.is(role)).toList() : List.of();
  }

  /** The holders of {@code role}, each once. */
  Set<Named.Holder> holders(Role role) {
    return in(role).stream().map(Named::holder).collect(Collectors.toSet());
  }

  private Named read(int at, SubmittedForm.Person sent) {
    Named bare = new Named(at, sent, Optional.empty(), Optional.empty(), Optional.empty());
    if (sent.role().isEmpty()) {
      faults.add(FormFault.REQUIRED.at(bare.pointer("role")));
    }
    if (sent.idType().isEmpty()) {
      faults.add(FormFault.REQUIRED.at(bare.pointer("idType")));
    }
    Optional<PersonName> name =
        needed(sent.name(), PersonName::new, FormFault.NAME_MALFORMED, bare.pointer("name"));
    Optional<IdNumber> number =
        needed(sent.idNumber(), IdNumber::new, FormFault.ID_MALFORMED, bare.pointer("idNumber"))
            .filter(made -> isPlausible(made, sent.idType(), bare.pointer("idNumber")));
    Optional<Phone> phone =
        sent.phone()
            .flatMap(
                typed -> made(typed, Phone::new, FormFault.PHONE_MALFORMED, bare.pointer("phone")));
    return new Named(at, sent, name, number, phone);
  }

  /** Warnings pass: a document may bear such a number. */
  private boolean isPlausible(IdNumber number, Optional<IdType> type, String pointer) {
    if (type.isEmpty() || number.check(type.get(), today).isPlausible()) {
      return true;
    }
    faults.add(FormFault.ID_MALFORMED.at(pointer));
    return false;
  }

  private <T> Optional<T> needed(
      Optional<String> typed, Function<String, T> maker, FormFault fault, String pointer) {
    if (typed.isEmpty()) {
      faults.add(FormFault.REQUIRED.at(pointer));
    }
    return typed.flatMap(text -> made(text, maker, fault, pointer));
  }

  private <T> Optional<T> made(
      String typed, Function<String, T> maker, FormFault fault, String pointer) {
    try {
      return Optional.of(maker.apply(typed));
    } catch (PersonalValueRefused refused) {
      faults.add(fault.at(pointer));
      return Optional.empty();
    }
  }

  private void fitness(Named one) {
    one.sent().role().ifPresent(role -> fitness(one, role));
  }

  private void fitness(Named one, Role role) {
    if (!role.belongsTo(form)) {
      faults.add(FormFault.ROLE_NOT_OF_FORM.at(one.pointer("role"), form.label(), role.label()));
      return;
    }
    if (role != Role.SHAREHOLDER) {
      if (one.isCompany()) {
        faults.add(FormFault.NATURAL_PERSON_NEEDED.at(one.pointer("idType"), role.label()));
      }
      stray(one.sent().share(), one.pointer("share"), role);
      stray(one.sent().contribution(), one.pointer("contribution"), role);
    }
    if (role != Role.BENEFICIAL_OWNER) {
      stray(one.sent().control(), one.pointer("control"), role);
    }
    one.sent()
        .idType()
        .filter(type -> role.signs() && !namesOneHolder(type))
        .ifPresent(type -> faults.add(FormFault.DOCUMENT_CANNOT_SIGN.at(one.pointer("idType"))));
    if (one.isUnderAge(today)) {
      capacity(role).ifPresent(fault -> faults.add(fault.at(one.pointer("idNumber"))));
    }
  }

  private void stray(Optional<?> given, String pointer, Role role) {
    if (given.isPresent()) {
      faults.add(FormFault.NOT_OF_ROLE.at(pointer, role.label()));
    }
  }

  /** What the kernel's ApplicantKey.ofDocument makes a key of. */
  private static boolean namesOneHolder(IdType type) {
    return switch (type) {
      case ID_CARD, RESIDENCE_PERMIT, HM_PERMIT, TW_PERMIT, FOREIGNER_PERMIT, CREDIT_CODE -> true;
      case PASSPORT, OTHER -> false;
    };
  }

  private static Optional<FormFault> capacity(Role role) {
    return switch (role) {
      case LEGAL_REPRESENTATIVE -> Optional.of(FormFault.LEGAL_REPRESENTATIVE_UNDER_AGE);
      case DIRECTOR, MANAGER, SUPERVISOR, FINANCE_OFFICER ->
          Optional.of(FormFault.OFFICER_UNDER_AGE);
      case OPERATOR -> Optional.of(FormFault.OPERATOR_UNDER_AGE);
      case SHAREHOLDER, LIAISON, BENEFICIAL_OWNER -> Optional.empty();
    };
  }

  /** Entries of one document against the first that tells the same thing. */
  private void agreement() {
    Map<Named.Holder, Named> firsts = new HashMap<>();
    Map<Named.Holder, Phone> phones = new HashMap<>();
    for (Named one : all) {
      Named first = firsts.computeIfAbsent(one.holder(), holder -> one);
      differs(one.name(), first.name(), one.pointer("name"));
      differs(one.sent().idType(), first.sent().idType(), one.pointer("idType"));
      one.phone()
          .ifPresent(
              phone ->
                  differs(
                      one.phone(),
                      Optional.ofNullable(phones.putIfAbsent(one.holder(), phone)),
                      one.pointer("phone")));
    }
  }

  private <T> void differs(Optional<T> here, Optional<T> there, String pointer) {
    if (here.isPresent() && there.isPresent() && !here.equals(there)) {
      faults.add(FormFault.PERSON_INCONSISTENT.at(pointer));
    }
  }

  private void repetition() {
    Set<List<Object>> seen = new HashSet<>();
    for (Named one : all) {
      one.sent()
          .role()
          .filter(role -> role.belongsTo(form))
          .filter(role -> !seen.add(List.of(role, one.holder())))
          .ifPresent(
              role ->
                  faults.add(
                      (role == Role.SHAREHOLDER
                              ? FormFault.SHAREHOLDER_TWICE
                              : FormFault.ROLE_TWICE)
                          .at(one.pointer("role"))));
    }
  }
}
