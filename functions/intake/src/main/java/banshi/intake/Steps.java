package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One officer's step on an application: the kernel's move together with the content it changes. */
record Steps(Kernel kernel) {
  Outcome<Change<ApplicationDetails>> performed(
      Case<ApplicationDetails> c,
      ApplicationAction action,
      Actor actor,
      Set<Party> parties,
      Instant now,
      UnaryOperator<Occasion> occasion,
      UnaryOperator<ApplicationDetails> details) {
    return kernel
        .perform(
            c,
            action,
            parties,
            move ->
                occasion.apply(
                    Occasion.of(c.notBeforeLast(now), Parties.stamp(actor, c, move.by()))))
        .map(change -> change.withDetails(details.apply(c.details())));
  }

  Outcome<Change<ApplicationDetails>> notNow(
      Case<ApplicationDetails> c, Set<Party> parties, Text why) {
    return Outcome.refused(
        new Refusal.NotAllowed(kernel.lifeCycle().allowedActions(c, parties), Optional.of(why)));
  }

  static Outcome<Change<ApplicationDetails>> invalid(Fault fault) {
    return Outcome.refused(new Refusal.Invalid(List.of(fault)));
  }
}
