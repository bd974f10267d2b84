package banshi.startup;

import banshi.text.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges the instant at which somebody is to be somewhere: it must be yet to come. */
final class Appointments {
  private Appointments() {}

  static List<Fault> faults(Optional<Requests.Result> given, Instant now) {
    return given
        .flatMap(Requests.Result::appointmentAt)
        .filter(at -> at.isBefore(now))
        .map(
            at ->
                Fault.of(
                    "/result/appointmentAt",
                    "in-the-past",
                    "预约时间已经过去",
                    "The appointment is in the past"))
        .stream()
        .toList();
  }
}
