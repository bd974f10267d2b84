package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.clock.Due;
import banshi.clock.TimeLimit;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.intake.ApplicationDetails.Correction;
import banshi.intake.ApplicationDetails.Delivery;
import banshi.intake.ApplicationDetails.NotAccepted;
import banshi.intake.ApplicationDetails.Owed;
import banshi.notices.Remedy;
import banshi.text.Fault;
import banshi.text.Text;
import java.util.Optional;
import java.util.Set;

/** What the general window (综合窗口) decides: pure functions from a case and a request to a change. */
final class WindowOfficers {
  private final Kernel kernel;
  private final Steps<ApplicationDetails> steps;
  private final Owings owings;

  WindowOfficers(Kernel kernel, Owings owings) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.owings = owings;
  }

  /** Tells once what is to be corrected, within that many working days. */
  Decision<ApplicationDetails> requestCorrection(Actor actor, Requests.RequestCorrection request) {
    return (c, parties, now) -> {
      Due due = kernel.clocks().hall().due(now, TimeLimit.workingDays(request.days()));
      Correction correction =
          new Correction(
              now,
              request.days(),
              due.at(),
              request.faults().stream()
                  .map(f -> new Correction.Item(f.pointer(), f.materialCode(), f.detail()))
                  .toList());
      return steps.performed(
          c,
          ApplicationAction.REQUEST_CORRECTION,
          actor,
          parties,
          now,
          occasion ->
              occasion
                  .noting(summary(correction))
                  .limiting(ClockName.CORRECTION, TimeLimit.workingDays(request.days()))
                  .marking(
                      Mark.CORRECTIONS,
                      Optional.of(Integer.toString(c.details().corrections().size() + 1))),
          details -> details.corrected(correction));
    };
  }

  private static String summary(Correction correction) {
    return String.join(
        "; ", correction.items().stream().map(Correction.Item::detail).limit(10).toList());
  }

  /** Accepts; what is still owed must come by its own deadline (容缺受理). */
  Decision<ApplicationDetails> accept(Actor actor, CommonRequests.Plain request) {
    return (c, parties, now) -> {
      ApplicationDetails owing =
          c.details()
              .owing(
                  owed ->
                      owed.outstanding()
                          ? new Owed(
                              owed.code(),
                              Optional.of(owings.until(c, owed, now)),
                              Optional.empty())
                          : owed);
      Set<String> outstanding = owing.outstanding();
      return steps.performed(
          c,
          ApplicationAction.ACCEPT,
          actor,
          parties,
          now,
          occasion -> {
            Occasion accepted =
                occasion
                    .noting(request.note().orElse(""))
                    .marking(
                        Mark.ACCEPTANCE,
                        Optional.of(outstanding.isEmpty() ? "EXPRESS" : "TOLERANCE"));
            return outstanding.isEmpty() ? accepted : owings.of(accepted, c, owing);
          },
          details -> owing);
    };
  }

  /** Refuses to accept, in writing, dated, saying where to go (art. 32). */
  Decision<ApplicationDetails> refuse(Actor actor, Requests.Refuse request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ApplicationAction.REFUSE,
            actor,
            parties,
            now,
            occasion ->
                occasion
                    .noting(request.reason())
                    .knowing("remedy", Remedy.administrative(occasion.at())),
            details ->
                details.refused(
                    new NotAccepted(
                        request.reason(), request.legalBasis(), request.whereToGo(), now)));
  }

  /** Delivers the result, which ends the case. */
  Decision<ApplicationDetails> deliver(Actor actor, Requests.Deliver request) {
    return (c, parties, now) -> {
      boolean courier = request.method() == Delivery.Method.COURIER;
      if (courier && request.trackingNumber().isEmpty()) {
        return Steps.invalid(
            new Fault(
                "/trackingNumber",
                "required",
                new Text("邮寄送达须填写单号", "A courier delivery needs its tracking number")));
      }
      return steps.performed(
          c,
          ApplicationAction.DELIVER,
          actor,
          parties,
          now,
          occasion -> occasion.noting(request.method().name()),
          details ->
              details.delivered(new Delivery(request.method(), request.trackingNumber(), now)));
    };
  }
}
