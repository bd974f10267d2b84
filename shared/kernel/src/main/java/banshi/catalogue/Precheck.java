package banshi.catalogue;

import banshi.catalogue.Checklist.NeededField;
import banshi.catalogue.Checklist.NeededMaterial;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks a submission through (预审): every fault at once, never the first only. It finds; it refuses
 * nothing, for receiving never refuses.
 */
public final class Precheck {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final int LONGEST_FILE_NAME = 200;

  private final FieldCheck fieldCheck;

  /**
   * @param citizenId whether an 18-character citizen or residence-permit number agrees with its
   *     check character
   * @param creditCode whether an 18-character credit code agrees with its check characters
   */
  public Precheck(Predicate<String> citizenId, Predicate<String> creditCode) {
    this.fieldCheck = new FieldCheck(citizenId, creditCode);
  }

  /**
   * All faults of a submission: those of its answers, then of the form in the form's order, then of
   * files, of materials that are missing, and of those that are owed.
   *
   * @param owed codes of materials promised for later (容缺受理)
   */
  public List<Fault> faults(
      Checklist checklist,
      Map<String, JsonNode> form,
      List<MaterialGiven> given,
      Set<String> owed) {
    List<Fault> faults = new ArrayList<>(checklist.faults());
    form(checklist, form, faults);
    Map<String, NeededMaterial> needed = new HashMap<>();
    checklist.materials().forEach(each -> needed.put(each.material().code(), each));
    for (int i = 0; i < given.size(); i++) {
      file("/materials/" + i, given.get(i), needed, faults);
    }
    Set<String> there = given.stream().map(MaterialGiven::code).collect(Collectors.toSet());
    missing(checklist, there, owed, faults);
    owed(needed, there, owed, faults);
    return List.copyOf(faults);
  }

  private void form(Checklist checklist, Map<String, JsonNode> form, List<Fault> faults) {
    TreeSet<String> unknown = new TreeSet<>(form.keySet());
    for (NeededField needed : checklist.form()) {
      Field field = needed.field();
      unknown.remove(field.name());
      String pointer = Fault.pointer("/form", field.name());
      Optional<JsonNode> value = Optional.ofNullable(form.get(field.name())).filter(Precheck::said);
      if (value.isPresent()) {
        fieldCheck.fault(field, pointer, value.get()).ifPresent(faults::add);
      } else if (needed.required()) {
        faults.add(
            Fault.at(
                pointer,
                "required",
                "请填写" + field.label().zh(),
                "Please fill in: " + field.label().en() + "."));
      }
    }
    for (String name : unknown) {
      faults.add(
          Fault.at(
              Fault.pointer("/form", name),
              "unknown-field",
              "申请表中没有这一项",
              "The form has no such field."));
    }
  }

  private static boolean said(JsonNode value) {
    return !value.isNull() && !(value.isTextual() && value.textValue().isBlank());
  }

  private static void file(
      String at, MaterialGiven given, Map<String, NeededMaterial> needed, List<Fault> faults) {
    List<Fault> found = new ArrayList<>();
    if (!needed.containsKey(given.code())) {
      found.add(
          Fault.at(
              at + "/code",
              "unknown-material",
              "本次办理不需要这份材料",
              "This application asks for no such material."));
    }
    Optional<FileType> type = FileType.of(given.contentType());
    if (type.isEmpty()) {
      found.add(
          Fault.at(
              at + "/contentType",
              "file-type-not-taken",
              "只接收PDF、OFD、JPG、PNG文件",
              "Only PDF, OFD, JPG and PNG files are taken."));
    }
    String name = given.fileName();
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_FILE_NAME) {
      found.add(
          Fault.at(
              at + "/fileName",
              "bad-file-name",
              "文件名应为1至" + LONGEST_FILE_NAME + "个字符",
              "A file name has 1 to " + LONGEST_FILE_NAME + " characters."));
    } else if (type.isPresent() && !type.get().fits(name)) {
      found.add(
          Fault.at(
              at + "/fileName",
              "file-name-mismatch",
              "文件扩展名与文件类型不符",
              "The file's extension does not fit its type."));
    }
    if (given.size() < 1) {
      found.add(Fault.at(at + "/size", "file-empty", "文件是空的", "The file is empty."));
    } else if (given.size() > FileType.MAX_BYTES) {
      found.add(
          Fault.at(at + "/size", "file-too-large", "文件不能超过10MB", "A file has at most 10 MB."));
    }
    if (!SHA_256.matcher(given.sha256()).matches()) {
      found.add(
          Fault.at(at + "/sha256", "bad-format", "应为64位十六进制数字", "Must be 64 hexadecimal digits."));
    }
    found.forEach(fault -> faults.add(fault.about(given.code())));
  }

  private static void missing(
      Checklist checklist, Set<String> there, Set<String> owed, List<Fault> faults) {
    for (NeededMaterial needed : checklist.materials()) {
      String code = needed.material().code();
      if (needed.required() && !there.contains(code) && !owed.contains(code)) {
        faults.add(
            Fault.at(
                    "/materials",
                    "material-missing",
                    "缺少材料：" + needed.material().name().zh(),
                    "A material is missing: " + needed.material().name().en() + ".")
                .about(code));
      }
    }
  }

  private static void owed(
      Map<String, NeededMaterial> needed, Set<String> there, Set<String> owed, List<Fault> faults) {
    for (String code : new TreeSet<>(owed)) {
      Optional<NeededMaterial> material = Optional.ofNullable(needed.get(code));
      if (material.isEmpty()) {
        faults.add(
            Fault.at(
                    "/owed",
                    "unknown-material",
                    "本次办理不需要这份材料",
                    "This application asks for no such material.")
                .about(code));
      } else if (there.contains(code)) {
        faults.add(
            Fault.at(
                    "/owed",
                    "owed-but-given",
                    "这份材料已经提交，不必容缺",
                    "This material has been handed in and need not be owed.")
                .about(code)
                .asWarning());
      } else if (material.get().owedDays().isEmpty()) {
        faults.add(
            Fault.at(
                    "/owed",
                    "not-owable",
                    "这份材料不能容缺：" + material.get().material().name().zh(),
                    "This material may not be brought later: "
                        + material.get().material().name().en()
                        + ".")
                .about(code));
      }
    }
  }
}
