package banshi.startup;

import banshi.cases.StartupLifeCycle;
import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.startup.form.StartupForm;
import java.util.stream.Stream;

/** Which departments have something to do for a start-up. */
record Planning(Rules rules) {
  /** The registrar's task, and one for each service that is asked for. */
  Task[] tasks(StartupForm form) {
    return Stream.concat(
            Stream.of(planned(StartupLifeCycle.LICENCE, rules.licence())),
            form.services().stream()
                .map(service -> planned(service.name(), rules.services().get(service))))
        .toArray(Task[]::new);
  }

  private static Task planned(String part, Rules.Work work) {
    return Task.planned(part, work.department(), work.title(), Ledger.of(work.limit()));
  }
}
