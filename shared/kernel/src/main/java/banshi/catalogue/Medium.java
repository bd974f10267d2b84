package banshi.catalogue;

/** In which form a material is taken (材料形式). */
public enum Medium {
  /** Electronic or on paper, as the applicant likes. */
  EITHER,
  ELECTRONIC,
  PAPER,
  /** Both electronic and on paper. */
  BOTH;

  /** What satisfies both matters that ask for the one material. */
  Medium with(Medium other) {
    if (this == other || other == EITHER) {
      return this;
    }
    return this == EITHER ? other : BOTH;
  }
}
