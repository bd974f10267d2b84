package banshi.store;

import banshi.cases.Case;
import banshi.cases.Part;
import banshi.cases.Parties;
import banshi.crypto.KeyedHash;
import banshi.store.Transaction.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a case is found, as a function of the case alone. The write that changes a case puts it
 * on the lists that it came to be on and takes it off those that it left, so that the lists are
 * always those of the cases as they are. What a case keeps for life (its applicant, its matters) is
 * listed at its filing; after it only the departments change, rarely.
 */
final class Listings<D> {
  private final Function<D, Set<String>> matters;

  /**
   * @param matters what a kind's content is about
   */
  Listings(Function<D, Set<String>> matters) {
    this.matters = matters;
  }

  /** Every list that a case is on. */
  Set<Listing> of(Case<D> c, KeyedHash index) {
    return Stream.of(
            Stream.of(Listing.all(), Listing.ofName(c.applicant().name(), index)),
            c.applicant().phone().stream().map(phone -> Listing.ofPhone(phone, index)),
            Stream.concat(c.parts().stream().map(Part::id), matters.apply(c.details()).stream())
                .map(Listing::ofMatter),
            departments(c).stream())
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  private Set<Listing> departments(Case<D> c) {
    return Parties.departments(c).stream().map(Listing::ofDepartment).collect(Collectors.toSet());
  }

  /** Puts a new case on its lists. */
  void enter(Transaction transaction, Case<D> made, KeyedHash index) {
    of(made, index).forEach(list -> enter(transaction, made, list));
  }

  /** Puts a case on the lists that it came to be on, and takes it off those that it left. */
  void move(Transaction transaction, Case<D> before, Case<D> after) {
    Set<Listing> left = new HashSet<>(departments(before));
    Set<Listing> entered = new HashSet<>(departments(after));
    entered.removeAll(left);
    left.removeAll(departments(after));
    entered.forEach(list -> enter(transaction, after, list));
    left.forEach(
        list ->
            transaction.delete(
                Role.LISTED, list.pk(), Keys.listedSk(after.receivedAt(), after.number())));
  }

  private void enter(Transaction transaction, Case<D> c, Listing list) {
    transaction.put(
        Role.LISTED, Attributes.key(list.pk(), Keys.listedSk(c.receivedAt(), c.number())));
  }
}
