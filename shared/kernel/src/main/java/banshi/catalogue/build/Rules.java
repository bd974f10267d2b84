package banshi.catalogue.build;

import banshi.catalogue.Limit;
import banshi.catalogue.LimitBasis;
import banshi.clock.LimitUnit;
import banshi.clock.ServiceHours;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rules that definitions, matters and packages share. */
final class Rules {
  private Rules() {}

  /** The values of {@code key} that stand more than once. */
  static Set<String> repeated(List<JsonNode> items, String key) {
    return repeated(items.stream().map(item -> item.path(key).asText()).toList());
  }

  /** The values that stand more than once. */
  static Set<String> repeated(List<String> values) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    values.stream().filter(value -> !seen.add(value)).forEach(repeated::add);
    return repeated;
  }

  /** Notes what is repeated; whether there was anything. */
  static boolean noted(Entry entry, String field, Set<String> repeated) {
    repeated.stream().sorted().forEach(value -> entry.problem(field, "names twice: " + value));
    return !repeated.isEmpty();
  }

  /** Consultation and complaint go to different numbers (domain rule of matter lists). */
  static boolean phonesDiffer(Entry entry, JsonNode phones) {
    boolean differ =
        !phones.path("consultation").asText().equals(phones.path("complaint").asText());
    if (!differ) {
      entry.problem("phones.complaint", "must differ from phones.consultation");
    }
    return differ;
  }

  /** A version ends no earlier than it begins. */
  static void validity(Entry entry) {
    String from = entry.string("validFrom");
    if (entry.node().path("validTo").asText(from).compareTo(from) < 0) {
      entry.problem("validTo", "is before validFrom");
    }
  }

  /** A limit that claims a law or a practice says which. */
  static void sourced(Entry entry, String field, Limit limit) {
    if (limit.basis() != LimitBasis.DEFAULT && limit.explanation().isEmpty()) {
      entry.problem(field + ".explanation", "is missing: the basis is " + limit.basis());
    }
  }

  /** What is promised is no longer than what the law allows; units must be comparable. */
  static void promisedWithin(Entry entry, Limit promised, Limit statutory) {
    LimitUnit one = promised.time().unit();
    LimitUnit other = statutory.time().unit();
    BigDecimal most = statutory.time().amount();
    if (one == LimitUnit.WORKING_HOURS && other == LimitUnit.WORKING_DAYS) {
      most = most.multiply(hoursPerDay());
    } else if (one != other) {
      entry.problem("promised.unit", "cannot be compared with the statutory limit's");
      return;
    }
    if (promised.time().amount().compareTo(most) > 0) {
      entry.problem("promised.amount", "is longer than the statutory limit");
    }
  }

  private static BigDecimal hoursPerDay() {
    return BigDecimal.valueOf(ServiceHours.standard().perDay().toMinutes())
        .divide(BigDecimal.valueOf(60), 2, RoundingMode.DOWN);
  }

  /** An interval of days, both included. */
  record Validity(Entry entry, LocalDate from, Optional<LocalDate> to) {
    private LocalDate last() {
      return to.orElse(LocalDate.MAX);
    }

    /** Notes, at the later one, each pair of versions of one code that overlap. */
    static void checkOverlap(List<Validity> sorted) {
      for (int i = 1; i < sorted.size(); i++) {
        if (!sorted.get(i).from.isAfter(sorted.get(i - 1).last())) {
          sorted.get(i).entry.problem("validFrom", "overlaps " + sorted.get(i - 1).entry.label());
        }
      }
    }

    /** The days of {@code this} on which none of {@code sorted} is in force, if there are any. */
    Optional<LocalDate> uncovered(List<Validity> sorted) {
      LocalDate day = from;
      for (Validity version : sorted) {
        if (version.from.isAfter(day)) {
          break;
        }
        if (version.last().equals(LocalDate.MAX)) {
          return Optional.empty();
        }
        if (!version.last().isBefore(day)) {
          day = version.last().plusDays(1);
        }
      }
      return day.isAfter(last()) ? Optional.empty() : Optional.of(day);
    }

    /** Those of {@code versions} in force on any day of {@code this}. */
    <T> List<T> touching(List<T> versions, Function<T, Validity> validity) {
      List<T> touching = new ArrayList<>();
      for (T version : versions) {
        Validity its = validity.apply(version);
        if (!its.from.isAfter(last()) && !its.last().isBefore(from)) {
          touching.add(version);
        }
      }
      return touching;
    }
  }
}
