package banshi.intake;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.desk.Kinds;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.ListedCases;
import banshi.store.ListedCases.Listed;
import banshi.store.ListedCases.Received;
import banshi.store.Listing;
import banshi.store.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds cases for officers and supervisors: on the list that says most, and of that each case as
 * whoever looks may see it. Whether they may, and where the case stands, is asked of the case
 * itself, so that a search never shows what reading the case would not.
 *
 * <p>A page looks at no more than {@value #MOST_LISTED} entries and reads no more than {@value
 * #MOST_READ} cases, however many there are; when that is not enough to fill it, it is shorter and
 * goes on behind the last that was looked at.
 */
final class Finder {
  /** The most cases that are read for a page, one read unit for each started 4 KB of each. */
  static final int MOST_READ = 100;

  /** The most entries of lists that are looked at for a page. */
  static final int MOST_LISTED = 500;

  private static final int LEAST_AT_A_TIME = 20;
  private static final Set<Party> OWN = Set.of(Party.APPLICANT, Party.SIGNATORY, Party.UNSIGNED);

  private final ListedCases lists;
  private final Kinds kinds;

  /** Over these lists and the cases of these kinds. */
  Finder(ListedCases lists, Kinds kinds) {
    this.lists = lists;
    this.kinds = kinds;
  }

  /** What a page is taken from. */
  @FunctionalInterface
  interface Source {
    /** Some of what is listed, from behind a position on. */
    Page<Listed> read(Optional<String> after, int limit);
  }

  /**
   * Which of the listed cases.
   *
   * @param kind of this kind only, as the number says
   * @param stage at this stage only, as the case says
   */
  record Wanted(Optional<CaseKind> kind, Optional<String> stage) {
    static final Wanted EVERYTHING = new Wanted(Optional.empty(), Optional.empty());
  }

  /** The case with a number, if the caller may see it. */
  Optional<Case<JsonNode>> one(CaseNumber number, Actor actor, Instant now) {
    return read(number, now).filter(c -> isTheirs(actor, c));
  }

  /** The cases of whoever has this key. */
  Source ofApplicant(ApplicantKey owner) {
    return (after, limit) -> lists.of(owner, after, limit);
  }

  /** The cases on a list. */
  Source of(Listing list, Received received) {
    return (after, limit) -> lists.of(Set.of(list), received, after, limit);
  }

  /** All that the caller may see; a department's officers look into their own lists only. */
  Source allOf(Actor actor, Received received) {
    Set<Listing> own =
        actor.is(Role.SUPERVISOR) || actor.actsFor(Parties.WINDOW_DEPARTMENT)
            ? Set.of(Listing.all())
            : actor.departments().stream()
                .map(Listing::ofDepartment)
                .collect(Collectors.toUnmodifiableSet());
    return own.isEmpty()
        ? (after, limit) -> new Page<>(List.of(), Optional.empty())
        : (after, limit) -> lists.of(own, received, after, limit);
  }

  /** A page of what a source has, newest first, of what is wanted and the caller may see. */
  Page<Case<JsonNode>> page(
      Source source, Wanted wanted, Actor actor, Optional<String> after, int limit, Instant now) {
    List<Case<JsonNode>> found = new ArrayList<>();
    Optional<String> position = after;
    int listed = 0;
    int read = 0;
    do {
      Page<Listed> some =
          source.read(position, Math.min(Math.max(limit, LEAST_AT_A_TIME), MOST_LISTED - listed));
      for (Listed each : some.items()) {
        if (found.size() == limit || read == MOST_READ) {
          return new Page<>(found, position);
        }
        listed++;
        position = Optional.of(each.position());
        if (wanted.kind().isEmpty() || wanted.kind().get() == each.number().kind()) {
          read++;
          read(each.number(), now)
              .filter(
                  c -> wanted.stage().isEmpty() || c.stage().name().equals(wanted.stage().get()))
              .filter(c -> isTheirs(actor, c))
              .ifPresent(found::add);
        }
      }
      if (some.next().isEmpty()) {
        return new Page<>(found, Optional.empty());
      }
    } while (found.size() < limit && listed < MOST_LISTED && read < MOST_READ);
    return new Page<>(found, position);
  }

  /** Whether it is theirs by office: nobody looks for their own cases here. */
  private static boolean isTheirs(Actor actor, Case<?> c) {
    return !OWN.containsAll(Parties.of(actor, c));
  }

  /** A case as it is now; one that this build cannot read is somebody else's worry. */
  private Optional<Case<JsonNode>> read(CaseNumber number, Instant now) {
    Kinds.Found<Case<JsonNode>> found =
        kinds.with(number.value(), (kind, c) -> kind.kernel().settleAll(c, now).after());
    return switch (found) {
      case Kinds.Found.Read<Case<JsonNode>>(Case<JsonNode> c) -> Optional.of(c);
      case Kinds.Found.Gone<Case<JsonNode>>() -> Optional.empty();
      case Kinds.Found.Unreadable<Case<JsonNode>>() -> Optional.empty();
    };
  }
}
