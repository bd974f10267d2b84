package banshi.store;

import banshi.crypto.KeyedHash;
import banshi.identity.PersonName;
import banshi.identity.Phone;

/**
 * A list by which cases are found, newest first. What a person is called and where they are reached
 * is in it as a keyed hash only.
 *
 * @param list what the list is of, as its key says it
 */
public record Listing(String list) {
  /** Every case there is. */
  public static Listing all() {
    return new Listing("ALL");
  }

  /** The cases that a department sees; of the window, which sees all, there is no such list. */
  public static Listing ofDepartment(String code) {
    return new Listing("DEPARTMENT#" + code);
  }

  /** The cases about a matter. */
  public static Listing ofMatter(String code) {
    return new Listing("MATTER#" + code);
  }

  /** The cases of applicants of a name, however it is typed. */
  public static Listing ofName(PersonName name, KeyedHash index) {
    return new Listing("NAME#" + name.foundBy(index));
  }

  /** The cases of applicants who are reached at a telephone. */
  public static Listing ofPhone(Phone phone, KeyedHash index) {
    return new Listing("PHONE#" + phone.foundBy(index));
  }

  String pk() {
    return Keys.listedPk(list);
  }
}
