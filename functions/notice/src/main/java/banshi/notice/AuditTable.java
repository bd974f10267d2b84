package banshi.notice;

import banshi.text.Language;
import banshi.text.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the audit as a table of comma-separated values (RFC 4180) in UTF-8: a row of headings
 * in the reader's language, then a row for each entry. It begins with a byte order mark, without
 * which office programs take Chinese for something else.
 *
 * <p>What somebody wrote never becomes a formula: a cell that would begin like one gets an
 * apostrophe before it.
 */
final class AuditTable {
  private static final String MARK = "\uFEFF";
  private static final String END = "\r\n";
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.ofHours(8));

  private static final List<Text> HEADINGS =
      List.of(
          new Text("时间", "At"),
          new Text("办件编号", "Case"),
          new Text("类别", "Kind"),
          new Text("操作", "Action"),
          new Text("账号", "Account"),
          new Text("姓名", "Name"),
          new Text("角色", "Roles"),
          new Text("办件身份", "Party"),
          new Text("部门", "Department"),
          new Text("来源地址", "Address"),
          new Text("理由", "Reason"));

  private AuditTable() {}

  static String of(List<AuditView> entries, Language language) {
    StringBuilder table = new StringBuilder(MARK);
    row(table, HEADINGS.stream().map(heading -> heading.in(language)).toList());
    entries.forEach(entry -> row(table, cells(entry, language)));
    return table.toString();
  }

  private static List<String> cells(AuditView entry, Language language) {
    return List.of(
        SECOND.format(entry.at()),
        entry.number().orElse(""),
        entry.kindName().in(language),
        entry.action(),
        entry.person().sub(),
        entry.person().name().orElse(""),
        entry.roles().stream().map(Enum::name).collect(Collectors.joining(" ")),
        entry.party().map(Enum::name).orElse(""),
        entry.departmentName().map(name -> name.in(language)).orElse(""),
        entry.address().orElse(""),
        entry.reason().orElse(""));
  }

  private static void row(StringBuilder table, List<String> cells) {
    table.append(cells.stream().map(AuditTable::cell).collect(Collectors.joining(",")));
    table.append(END);
  }

  /** Spaces before a formula do not keep it from being one. */
  private static String cell(String text) {
    String bare = text.strip();
    boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    boolean controlled = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula || controlled ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
