package banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String SHA = "0123456789abcdef".repeat(4);

  private final Catalogue catalogue = Catalogue.standard();
  private final Precheck precheck =
      new Precheck(id -> !id.equals("500106190001010018"), code -> !code.endsWith("0C"));
  private final Checklist checklist =
      Checklist.of(
          catalogue.matter("MR-COMPANY-SETUP", DAY).orElseThrow(), ChecklistTest.json("{}"));

  private final Map<String, JsonNode> form =
      ChecklistTest.json(
          "{'businessName': '重庆市沙坪坝区好味餐饮有限公司', 'legalRepresentative': '张三',"
              + " 'legalRepresentativeId': '500106190001010019', 'applicantPhone': '13800000000',"
              + " 'premisesAddress': '某路1号', 'businessScope': '餐饮服务', 'registeredCapital': 10}");
  private final List<MaterialGiven> given =
      List.of(
          pdf("APPLICATION_FORM"),
          pdf("ID_CARD"),
          pdf("OWNER_IDENTITY"),
          pdf("PREMISES_PROOF"),
          pdf("LEASE"),
          pdf("ARTICLES"),
          pdf("APPOINTMENT_PAPERS"));

  @Test
  void a_complete_submission_has_no_fault() {
    assertThat(precheck.faults(checklist, form, given, Set.of())).isEmpty();
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    List<Fault> faults = precheck.faults(checklist, Map.of(), List.of(), Set.of());

    assertThat(faults.stream().filter(fault -> fault.code().equals("required")))
        .extracting(Fault::pointer)
        .containsExactly(
            "/form/businessName",
            "/form/legalRepresentative",
            "/form/legalRepresentativeId",
            "/form/applicantPhone",
            "/form/premisesAddress",
            "/form/businessScope",
            "/form/registeredCapital");
    assertThat(faults.stream().filter(fault -> fault.code().equals("material-missing")))
        .extracting(fault -> fault.material().orElseThrow())
        .containsExactly(
            "APPLICATION_FORM",
            "ID_CARD",
            "OWNER_IDENTITY",
            "PREMISES_PROOF",
            "LEASE",
            "ARTICLES",
            "APPOINTMENT_PAPERS");
    assertThat(faults).hasSize(14);
  }

  @Test
  void faults_of_the_answers_come_first() {
    Checklist unanswered =
        Checklist.of(
            catalogue.matter("MR-COMPANY-CHANGE", DAY).orElseThrow(), ChecklistTest.json("{}"));

    assertThat(precheck.faults(unanswered, Map.of(), List.of(), Set.of()))
        .first()
        .extracting(Fault::pointer)
        .isEqualTo("/answers/changesCharter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "businessName | '   ' | required",
        "businessName | 5 | wrong-type",
        "legalRepresentativeId | '500106' | bad-format",
        "legalRepresentativeId | '50010619000101006x' | bad-format",
        "applicantPhone | '12800000000' | bad-format",
        "registeredCapital | '10' | wrong-type",
        "registeredCapital | -1 | out-of-range",
        "registeredCapital | 10000000.5 | out-of-range",
        "registeredCapital | 1.00001 | out-of-range",
        "registeredCapital | 1e999999999 | out-of-range",
        "surprise | 1 | unknown-field"
      })
  void a_field_that_holds_something_else_is_told_so(String name, String value, String code) {
    assertThat(precheck.faults(checklist, with(name, value), given, Set.of()))
        .extracting(Fault::pointer, Fault::code, Fault::severity)
        .containsExactly(tuple("/form/" + name, code, Severity.FAULT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DATE | '2026-02-29' | bad-format",
        "DATE | '1899-12-31' | out-of-range",
        "DATE | '2026-2-1' | bad-format",
        "BOOLEAN | 'true' | wrong-type",
        "CHOICE | 'CAFE' | not-one-of",
        "CREDIT_CODE | '91500106000000019I' | bad-format"
      })
  void each_kind_of_field_knows_what_it_holds(FieldKind kind, String value, String code) {
    assertThat(fieldFaults(kind, value)).extracting(Fault::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DATE | '2024-02-29'",
        "BOOLEAN | false",
        "CHOICE | 'RETAIL'",
        "CREDIT_CODE | '91500106000000019X'",
        "CITIZEN_ID | '50010619000101006X'",
        "CITIZEN_ID | '810000190001010018'",
        "PHONE | '13800000000'",
        "PHONE | '023-00000001'",
        "PHONE | '+85260000000'",
        "PHONE | '60000000'",
        "PHONE | '0900000000'"
      })
  void each_kind_of_field_takes_what_it_holds(FieldKind kind, String value) {
    assertThat(fieldFaults(kind, value)).isEmpty();
  }

  @Test
  void a_text_is_measured_in_characters_that_people_see_as_one() {
    String rare = "𠮷".repeat(100);

    assertThat(precheck.faults(checklist, with("businessName", "'" + rare + "'"), given, Set.of()))
        .isEmpty();
    assertThat(precheck.faults(checklist, with("businessName", "'" + rare + "吉'"), given, Set.of()))
        .extracting(Fault::code)
        .containsExactly("too-long");
  }

  @Test
  void a_code_that_fails_its_check_character_only_warns() {
    assertThat(
            precheck.faults(
                checklist, with("legalRepresentativeId", "'500106190001010018'"), given, Set.of()))
        .extracting(Fault::code, Fault::severity)
        .containsExactly(tuple("citizen-id-check-digit", Severity.WARNING));
    assertThat(fieldFaults(FieldKind.CREDIT_CODE, "'91500106MA5U1A1B0C'"))
        .extracting(Fault::code, Fault::severity)
        .containsExactly(tuple("credit-code-check-digit", Severity.WARNING));
  }

  @Test
  void a_material_may_come_in_several_files() {
    List<MaterialGiven> more = new ArrayList<>(given);
    more.add(new MaterialGiven("ID_CARD", "back.JPEG", "image/jpeg", 1, SHA));

    assertThat(precheck.faults(checklist, form, more, Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ID_CARD, a.pdf, application/pdf, 10485761, ok, /size, file-too-large",
    "ID_CARD, a.pdf, application/pdf, 0, ok, /size, file-empty",
    "ID_CARD, a.exe, application/x-msdownload, 5, ok, /contentType, file-type-not-taken",
    "ID_CARD, a.exe, application/pdf, 5, ok, /fileName, file-name-mismatch",
    "ID_CARD, pdf, application/pdf, 5, ok, /fileName, file-name-mismatch",
    "ID_CARD, ' ', application/pdf, 5, ok, /fileName, bad-file-name",
    "ID_CARD, a.pdf, application/pdf, 5, abc, /sha256, bad-format",
    "NONE, a.pdf, application/pdf, 5, ok, /code, unknown-material",
    "POWER_OF_ATTORNEY, a.pdf, application/pdf, 5, ok, /code, unknown-material"
  })
  void a_file_that_cannot_be_taken_is_told_so(
      String code, String name, String type, long size, String sha, String at, String fault) {
    List<MaterialGiven> more = new ArrayList<>(given);
    more.add(new MaterialGiven(code, name, type, size, sha.equals("ok") ? SHA : sha));

    assertThat(precheck.faults(checklist, form, more, Set.of()))
        .extracting(Fault::pointer, Fault::code, each -> each.material().orElseThrow())
        .containsExactly(tuple("/materials/7" + at, fault, code));
  }

  @Test
  void a_file_of_exactly_ten_megabytes_is_taken() {
    List<MaterialGiven> more = new ArrayList<>(given);
    more.add(new MaterialGiven("ID_CARD", "a.png", "image/png", FileType.MAX_BYTES, SHA));

    assertThat(precheck.faults(checklist, form, more, Set.of())).isEmpty();
  }

  @Test
  void a_material_may_be_owed_only_where_that_is_allowed() {
    List<MaterialGiven> without =
        given.stream().filter(each -> !Set.of("LEASE", "ARTICLES").contains(each.code())).toList();

    assertThat(
            precheck.faults(
                checklist, form, without, Set.of("LEASE", "ARTICLES", "ID_CARD", "NONE")))
        .extracting(Fault::code, fault -> fault.material().orElseThrow(), Fault::severity)
        .containsExactly(
            tuple("not-owable", "ARTICLES", Severity.FAULT),
            tuple("owed-but-given", "ID_CARD", Severity.WARNING),
            tuple("unknown-material", "NONE", Severity.FAULT));
  }

  private List<Fault> fieldFaults(FieldKind kind, String value) {
    Field field =
        Catalogue.standard().search("", DAY, 1000).items().stream()
            .flatMap(each -> catalogue.matter(each.version()).form().stream())
            .map(Matter.FieldUse::field)
            .filter(each -> each.kind() == kind)
            .filter(each -> kind != FieldKind.CHOICE || each.name().equals("foodBusinessKind"))
            .findFirst()
            .orElseThrow();
    Checklist one =
        new Checklist(
            List.of(),
            List.of(),
            List.of(new Checklist.NeededField(field, List.of("X"), true)),
            checklist.statutory(),
            checklist.promise(),
            checklist.extension(),
            List.of());
    return precheck.faults(
        one, ChecklistTest.json("{'" + field.name() + "': " + value + "}"), List.of(), Set.of());
  }

  private Map<String, JsonNode> with(String name, String value) {
    Map<String, JsonNode> changed = new HashMap<>(form);
    changed.putAll(ChecklistTest.json("{'" + name + "': " + value + "}"));
    return changed;
  }

  private static MaterialGiven pdf(String code) {
    return new MaterialGiven(code, code + ".pdf", "application/pdf", 1000, SHA);
  }
}
