package banshi.http.desk;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.Recusal;
import banshi.disclosure.Disclosures;
import banshi.http.Problem;
import banshi.http.ProblemCode;
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

  /** A number of this kind as it was typed; another kind's is not there for this counter. */
  CaseNumber parsed(String typed) {
    CaseNumber number = Counter.number(typed);
    if (number.kind() != kind()) {
      throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
    return number;
  }

  CaseKind kind() {
    return kernel.lifeCycle().kind();
  }
}
