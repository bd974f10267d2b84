package banshi.identity;

/**
 * A value about a person that is never shown by accident: it prints, logs and becomes JSON only as
 * its mask (脱敏), it is not serializable, and a mask cannot be made into a value again: constructors
 * refuse a text with a {@code *} in it. No national norm fixes the masks; these are the customary
 * ones.
 */
public sealed interface Personal permits PersonName, IdNumber, Phone, OpenId {
  /** The value as everyone may see it. */
  String masked();

  /**
   * The value in clear. The architecture test lists who may call this.
   *
   * @param why on what ground it is needed
   */
  String clear(Disclosure why);
}
