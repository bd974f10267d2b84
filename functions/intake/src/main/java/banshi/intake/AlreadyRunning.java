package banshi.intake;

import banshi.cases.CaseNumber;
import banshi.catalogue.Fault;
import banshi.catalogue.Matter;
import banshi.catalogue.Severity;
import banshi.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The warning that the same applicant has another application for the same matter under way. It
 * never keeps one from being received: there are good reasons to file twice, and a window that can
 * see both.
 */
final class AlreadyRunning {
  /** The warning's stable code. */
  static final String CODE = "already-running";

  /** The most numbers that one warning names; of more it says how many there are. */
  private static final int NAMED = 3;

  private AlreadyRunning() {}

  /**
   * One warning for each matter for which others run, in the matters' order.
   *
   * @param pointer where the matter was asked for
   * @param others the applicant's running applications by matter, earliest day first
   */
  static List<Fault> warnings(
      String pointer, List<Matter> matters, Map<String, ? extends Set<CaseNumber>> others) {
    return matters.stream()
        .filter(matter -> !others.get(matter.code()).isEmpty())
        .map(matter -> warning(pointer, matter.name(), others.get(matter.code())))
        .toList();
  }

  /** Whether a fault is this warning, which what is brought later does not put right. */
  static boolean is(Fault fault) {
    return fault.code().equals(CODE);
  }

  private static Fault warning(String pointer, Text matter, Set<CaseNumber> others) {
    String numbers =
        others.stream().limit(NAMED).map(CaseNumber::value).collect(Collectors.joining("、"));
    String all = others.size() > NAMED ? " 等 " + others.size() + " 件" : "";
    String more = others.size() > NAMED ? " and others, " + others.size() + " in all," : "";
    return new Fault(
        pointer,
        CODE,
        new Text(
            "同一申请人就“" + matter.zh() + "”已有办件 " + numbers + all + " 正在办理，请确认不是重复提交",
            "The same applicant already has "
                + numbers.replace("、", ", ")
                + more
                + " under way for \""
                + matter.en()
                + "\"; make sure that this is not the same again"),
        Optional.empty(),
        Severity.WARNING);
  }
}
