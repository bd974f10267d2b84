package banshi.http.desk;

import banshi.cases.CaseKind;
import banshi.cases.Kernel;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.Recusal;
import banshi.disclosure.Disclosures;
import java.util.random.RandomGenerator;

/**
 * A kind of case as a function serves it.
 *
 * @param kernel what moves its cases
 * @param desk what stores them
 * @param receipts what tells the codes of their receipts
 * @param random what their numbers are drawn from
 * @param path where one is found, before its number: {@code /v1/applications/}
 * @param disclosures what reads their personal data on the record
 * @param views how they are shown
 * @param recusal who may not act on them
 * @param <D> the kind's own content
 */
public record ServedKind<D>(
    Kernel kernel,
    Desk<D> desk,
    Receipts receipts,
    RandomGenerator random,
    String path,
    Disclosures<D> disclosures,
    CaseViews<D> views,
    Recusal<D> recusal) {

  CaseKind kind() {
    return kernel.lifeCycle().kind();
  }
}
