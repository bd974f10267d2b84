package banshi.http.view;

import banshi.cases.ActorStamp;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.cases.Sight;
import banshi.cases.TimelineEntry;
import banshi.disclosure.OfficialNames;
import banshi.identity.Person;
import banshi.identity.PersonName;
import java.util.Optional;
import java.util.Set;

/**
 * Who did something, for those who may know it: {@link Sight}.
 *
 * @param sub the account's name with the token's provider: tells two users of one company apart
 * @param name the name as the token had it then; an applicant's is masked
 * @param salt what the line's commitment is salted with, where the name is shown in full
 */
public record PersonView(String sub, Optional<String> name, Optional<String> salt) {
  /** The person of a timeline's line, as far as the reader may know. */
  static Optional<PersonView> of(CaseNumber number, TimelineEntry e, Set<Party> reader) {
    return switch (Sight.of(reader, e.actor().role())) {
      case NOTHING -> Optional.empty();
      case MASKED ->
          e.actor()
              .person()
              .map(
                  person ->
                      new PersonView(
                          person.subject(),
                          person.name().map(PersonName::masked),
                          Optional.empty()));
      case FULL ->
          e.actor()
              .person()
              .map(
                  person ->
                      new PersonView(person.subject(), OfficialNames.of(person), e.salt(number)));
    };
  }

  /** The person who said something beside a case, as far as the reader may know. */
  static Optional<PersonView> of(ActorStamp by, Set<Party> reader) {
    return switch (Sight.of(reader, by.role())) {
      case NOTHING -> Optional.empty();
      case MASKED ->
          by.person()
              .map(
                  person ->
                      new PersonView(
                          person.subject(),
                          person.name().map(PersonName::masked),
                          Optional.empty()));
      case FULL -> by.person().map(PersonView::official);
    };
  }

  /** An officer or a supervisor, for the audit. */
  public static PersonView official(Person person) {
    return new PersonView(person.subject(), OfficialNames.of(person), Optional.empty());
  }
}
