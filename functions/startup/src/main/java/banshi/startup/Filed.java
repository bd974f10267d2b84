package banshi.startup;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Signatories;
import banshi.cases.StartupStage;
import banshi.cases.TimelineHead;
import banshi.clock.Ledger;
import banshi.desk.Filer;
import banshi.desk.Filing;
import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import banshi.startup.names.OrganisationForm;
import banshi.store.Companion;
import banshi.store.CompanyNames;
import banshi.store.Representatives;
import banshi.store.ReservedName;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A start-up that is ready to be filed, with the claims that are written with it: its name, and who
 * represents it.
 *
 * @param signatories who must sign, with the telephone that the form gives of each
 * @param claims the two, for the number that the start-up gets
 */
record Filed(
    Kernel kernel,
    Rules rules,
    Planning planning,
    Filer filer,
    Map<ApplicantKey, Optional<Phone>> signatories,
    StartupDetails details,
    Function<CaseNumber, List<Companion>> claims)
    implements Filing<StartupDetails> {

  /** The claims of a start-up on a name and a representative, as both were read. */
  static Function<CaseNumber, List<Companion>> claims(
      CompanyNames names,
      ReservedName name,
      Representatives representatives,
      ApplicantKey person,
      Optional<CaseNumber> last) {
    return number ->
        List.of(names.using(name, number), representatives.claiming(person, last, number));
  }

  @Override
  public Change<StartupDetails> open(CaseNumber number, Instant now) {
    Case<StartupDetails> filledIn =
        new Case<>(
            number,
            StartupStage.AWAITING_SIGNATURES,
            1,
            now,
            new Text(details.name().full(), details.name().full()),
            filer.applicant(),
            filer.owner(),
            Map.of(
                ClockName.SIGNING, Ledger.of(rules.signWithin()),
                ClockName.CORRECTION, Ledger.of(rules.signWithin()),
                ClockName.PROMISED, Ledger.of(rules.promised()),
                ClockName.STATUTORY, Ledger.of(rules.statutory())),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.reachedAt(signatories),
            TimelineHead.none(now),
            details);
    Occasion filing = filer.opening(filledIn, now).adding(planning.tasks(details.form()));
    return kernel.open(
        filledIn,
        // The regulation on publicity speaks of enterprises; a sole trader is told of no report.
        details.form().form() == OrganisationForm.LLC
            ? filing.marking(Mark.REPORTS, Optional.of("YES"))
            : filing);
  }

  @Override
  public List<Companion> companions(CaseNumber number, Instant now) {
    return claims.apply(number);
  }
}
