package banshi.startup.form;

import banshi.startup.names.OrganisationForm;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form that is good but for one rule, and where that is told.
 *
 * @param fault the rule
 * @param pointer where
 * @param form the form of organisation
 * @param sent the form
 */
record Broken(FormFault fault, String pointer, OrganisationForm form, SubmittedForm sent) {
  /** Each rule that can be broken alone, once or more. */
  static List<Broken> all() {
    return Stream.of(
            BrokenEntries.people(),
            BrokenEntries.company(),
            BrokenStakes.all(),
            BrokenOffices.all())
        .flatMap(List::stream)
        .toList();
  }

  static Broken llc(FormFault fault, String pointer, SubmittedForm sent) {
    return new Broken(fault, pointer, OrganisationForm.LLC, sent);
  }

  static Broken sole(FormFault fault, String pointer, SubmittedForm sent) {
    return new Broken(fault, pointer, OrganisationForm.SOLE_PROPRIETOR, sent);
  }
}
