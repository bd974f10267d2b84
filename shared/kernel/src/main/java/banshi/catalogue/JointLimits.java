package banshi.catalogue;

import banshi.clock.LimitUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The limits of those matters of a package that apply. Of a single matter they are its own: nothing
 * is handled jointly. Several are reviewed in parallel (并联审批), from one acceptance on, so the
 * longest path through them is the matter that takes longest; and never longer than the package's
 * own limits, which are the ceiling of joint handling (Administrative Licensing Law, art. 42).
 *
 * @param statutory the longest by law
 * @param promise the longest promise; immediate when every matter is
 * @param extension by how much the statutory limit may be extended once; empty where nothing is
 *     handled jointly
 */
public record JointLimits(Limit statutory, Promise promise, Optional<Limit> extension) {

  /** Of these matters of a package; the package's own when there is none. */
  public static JointLimits of(ThemePackage themePackage, List<Matter> matters) {
    if (matters.size() == 1) {
      Matter only = matters.getFirst();
      return new JointLimits(only.statutory(), only.promise(), Optional.empty());
    }
    return new JointLimits(
        longest(matters.stream().map(Matter::statutory).toList(), themePackage.statutory()),
        promise(matters, themePackage.promised()),
        Optional.of(themePackage.extension()));
  }

  private static Promise promise(List<Matter> matters, Limit ceiling) {
    List<Limit> within =
        matters.stream()
            .map(Matter::promise)
            .flatMap(
                promise ->
                    switch (promise) {
                      case Promise.Immediate _ -> Optional.<Limit>empty().stream();
                      case Promise.Within(Limit limit) -> Optional.of(limit).stream();
                    })
            .toList();
    return !matters.isEmpty() && within.isEmpty()
        ? new Promise.Immediate()
        : new Promise.Within(longest(within, ceiling));
  }

  /** Limits in units that cannot be compared come to the ceiling: it holds for all of them. */
  private static Limit longest(List<Limit> limits, Limit ceiling) {
    LimitUnit unit = ceiling.time().unit();
    if (limits.stream().anyMatch(limit -> limit.time().unit() != unit)) {
      return ceiling;
    }
    return limits.stream()
        .max(Comparator.comparing(limit -> limit.time().amount()))
        .filter(limit -> limit.time().amount().compareTo(ceiling.time().amount()) <= 0)
        .orElse(ceiling);
  }
}
