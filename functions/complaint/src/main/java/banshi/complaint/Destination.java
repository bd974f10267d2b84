package banshi.complaint;

import banshi.text.Text;

/** Where to go with what this channel cannot deal with. */
public enum Destination {
  LITIGATION,
  ARBITRATION,
  RECONSIDERATION,
  PETITION,
  INFORMATION_DISCLOSURE,
  DISCIPLINE,
  PRIVATE_DISPUTE,
  HOTLINE;

  /**
   * What people read of it.
   *
   * @param name what it is
   * @param whereToGo where to go with it
   */
  public record Words(Text name, Text whereToGo) {}
}
