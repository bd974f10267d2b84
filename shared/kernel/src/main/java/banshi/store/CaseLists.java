package banshi.store;

import banshi.identity.ApplicantKey;
import java.util.Optional;

/**
 * An applicant's cases of every kind, newest first, from the index alone: half a read unit per
 * started 4 KB of page, however many cases there are. The index lags the table by moments.
 */
public final class CaseLists {
  private static final HeadIndex MINE =
      new HeadIndex(Keys.BY_APPLICANT, Keys.APPLICANT_KEY, Keys.APPLICANT_SORT, false);

  private final TableClient table;

  /** Over this table. */
  public CaseLists(TableClient table) {
    this.table = table;
  }

  /**
   * A page of an applicant's cases.
   *
   * @param after the position the page before ended at
   * @param limit how many at most
   */
  public Page<CaseSummary> of(ApplicantKey owner, Optional<String> after, int limit) {
    return MINE.page(table, Keys.applicantKey(owner), after, limit);
  }
}
