package banshi.http.view;

import banshi.cases.ActorStamp;
import banshi.cases.Party;
import banshi.text.Text;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who said something beside a case.
 *
 * @param role the part they play in the case
 * @param department of an officer: which office
 * @param person who, for those of the hall alone
 */
public record SaidBy(
    Party role,
    Optional<String> department,
    Optional<Text> departmentName,
    Optional<PersonView> person) {
  static SaidBy of(ActorStamp stamp, Set<Party> reader, Function<String, Text> departmentName) {
    return new SaidBy(
        stamp.role(),
        stamp.department(),
        stamp.department().map(departmentName),
        PersonView.of(stamp, reader));
  }
}
